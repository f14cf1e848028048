#include "sim/kernel/event_list.hpp"

#include <limits>
#include <utility>

namespace thirdring {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t fewest_buckets = 64;

// Events per slot that are aimed at (see bench/kernel_bench.cpp): sparse slots save comparisons, but a large
// list of them does not stay in the caches.
double density_aim(std::size_t events) noexcept { return events < 1000 ? 0.35 : 1; }

// How many times more or less is left alone.
constexpr double density_slack = 3.2;

// The widening of one adjustment: a quiet hour is no reason for slots of an hour.
constexpr double most_widening = 16;

// Slots for four times the events leave few of them far; of a large list, few buckets stay in the caches.
std::size_t wanted_buckets(std::size_t events) noexcept {
  return std::min({12 * events, 4 * events + 8'000, events / 2 + 65'536}) + 1;
}

// Slots not finer than the clock at `now`, lest its slot becomes number 2^62.
double sensible(double width, double now) noexcept {
  return std::min(std::max(width, now * 0x1p-50 + 1e-12), 1e250);
}

}  // namespace

EventList::EventList() {
  add_heads(fewest_buckets);
  mask_ = fewest_buckets - 1;
  clear();
}

double EventList::next_time() const noexcept {
  if (first_ != no_event) return first_time_;
  double earliest = infinity;
  const EventId far = far_head();
  for (EventId id = link(far).next; id != far; id = link(id).next)
    earliest = std::min(earliest, node(id).time);
  return earliest;
}

void EventList::clear() noexcept {
  const auto release_all = [this](std::size_t bucket) {
    for (EventId id; (id = link(head(bucket)).next) != head(bucket);) {
      unlink(id, bucket);
      release(id);
    }
  };
  for (Slot ahead; (ahead = slots_to_next()) >= 0; cursor_ += ahead) release_all(bucket_of(cursor_ + ahead));
  release_all(buckets_);
  now_ = 0;
  far_from_ = infinity;
  open_window(0);
  find_first();
}

// A free node more.  The ring grows here and nowhere else: when the list is as full as never before.
void EventList::add_node() {
  if (const std::size_t wanted = std::bit_ceil(wanted_buckets(size_)); wanted > buckets_)
    return rebuild(1 / slots_per_second_, wanted);
  nodes_.push_back({{no_event, no_event}, 0, 0, 0});
  free_ = nth(nodes_.size() - 1);
}

// Heads for a larger ring; the place of those of the smaller one becomes free nodes.
void EventList::add_heads(std::size_t count) {
  const auto nodes_for = [](std::size_t buckets) {
    return ((buckets + 1) * sizeof(Link) + sizeof(Node) - 1) / sizeof(Node);
  };
  if (buckets_ > 0) {
    for (std::size_t i = 0; i < nodes_for(buckets_); ++i) {
      const EventId id = heads_ + nth(i);
      node(id) = {{free_, no_event}, 0, 0, 0};
      free_ = id;
    }
  }
  heads_ = nth(nodes_.size());
  nodes_.resize(nodes_.size() + nodes_for(count));
  buckets_ = count;
  for (std::size_t i = 0; i <= count; ++i) link(head(i)) = {head(i), head(i)};
  occupied_.resize(count / 64 + 1);
}

EventId EventList::file_far(EventId id) {
  far_from_ = std::min(far_from_, node(id).time);
  insert_after(link(far_head()).prev, id);
  return id;
}

EventId EventList::file_in_crowd(EventId id, EventId place) {
  insert_after(search_on(id, place), id);
  if (node(id).time <= first_time_) first_is_in(slot_of(node(id).time));
  thin_out(id);
  return id;
}

void EventList::open_window(Slot slot) {
  cursor_ = measured_from_ = slot;
  window_end_ = slot + static_cast<Slot>(mask_ + 1);
  move_at_ = slot + static_cast<Slot>(mask_ + 1) / 2;
  taken_ = searching_ = 0;
  if (crowded_) recent_.fill(no_event);
  crowded_ = false;
}

// Half the ring has passed: makes room for as much future again, at another width when the rate has changed.
void EventList::move_window() {
  const double density = static_cast<double>(taken_) / static_cast<double>(cursor_ - measured_from_);
  const std::size_t buckets = mask_ + 1, fitting = fitting_buckets();
  const double aim = density_aim(size_);
  if (density * density_slack < aim || density > density_slack * aim) {
    rebuild(std::min(aim / density, most_widening) / slots_per_second_, fitting);
  } else if (buckets < fitting || buckets > 16 * fitting) {
    rebuild(1 / slots_per_second_, fitting);
  } else {
    open_window(cursor_);
    sift();
  }
  find_first();
}

// Nothing is left in the ring: goes on where the far list begins, unless that is past the limit (a jump
// could not be undone).
bool EventList::jump_until(double limit) {
  if (size_ == 0 || next_time() > limit) return false;
  while (first_ == no_event) jump();
  return true;
}

// The gap itself says nothing about the rate, unless there is one after every few events.
void EventList::jump() {
  const double slots = static_cast<double>(cursor_ - measured_from_) + static_cast<double>(mask_ + 1) / 2;
  const double density = static_cast<double>(taken_) / slots;
  const double aim = density_aim(size_);
  if (taken_ > 0 && density * density_slack < aim) {
    const double width = std::min(aim / density, most_widening) / slots_per_second_;
    slots_per_second_ = 1 / sensible(width, now_);
  }
  open_window(slot_of(far_from_));
  sift();
}

// Moves what is no longer far into the ring, in the order of scheduling.
void EventList::sift() {
  if (slot_of(far_from_) >= window_end_) return;
  far_from_ = infinity;
  const EventId far = far_head();
  for (EventId id = link(far).next, next; id != far; id = next) {
    next = link(id).next;
    if (slot_of(node(id).time) >= window_end_) {
      far_from_ = std::min(far_from_, node(id).time);
    } else {
      unlink(id, buckets_);
      const std::uint64_t rebuilds = rebuilds_;
      file(id);
      if (rebuilds_ != rebuilds) return;
    }
  }
}

// The end of a long search, now from both sides.  Many events of several kinds at one moment would make every
// search long; so it starts from the last one of the same kind and moment that took one, if that is
// remembered.
EventId EventList::search_on(EventId id, EventId place) {
  const Node& event = node(id);
  const Slot slot = slot_of(event.time);
  const EventId head = bucket_head(slot);
  EventId& recent = recent_[(static_cast<std::size_t>(slot) + 61 * event.kind) % recent_.size()];
  const EventId last = std::exchange(recent, id);
  crowded_ = true;
  EventId next = link(head).next;
  if (last != no_event && link(last).prev != no_event && node(last).time == event.time &&
      node(last).kind == event.kind) {
    for (next = link(last).next; next != head && !goes_before(id, next);) next = link(next).next;
    return link(next).prev;
  }
  for (; place != head && goes_before(id, place); place = link(place).prev, next = link(next).next) {
    if (goes_before(id, next)) return link(next).prev;
    ++searching_;
  }
  return place;
}

// After a long search: rebuilds with slots as narrow as the crowd in this one demands, if searching has cost
// enough to pay for that and the crowd is not at one moment.
void EventList::thin_out(EventId id) {
  if (searching_ < 256 + 4 * size_) return;
  searching_ = 0;
  const EventId head = bucket_head(slot_of(node(id).time));
  std::size_t moments = 1;
  for (EventId i = link(link(head).next).next; i != head; i = link(i).next)
    moments += node(i).time > node(link(i).prev).time;
  const double span = node(link(head).prev).time - node(link(head).next).time;
  const double width = span / static_cast<double>(moments) * density_aim(size_);
  if (width > 0 && width * slots_per_second_ < 0.5) rebuild(width, fitting_buckets());
}

// As many as are wanted, within those that there are.
std::size_t EventList::fitting_buckets() const noexcept {
  return std::clamp(std::bit_ceil(wanted_buckets(size_)), fewest_buckets, buckets_);
}

void EventList::rebuild(double width, std::size_t buckets) {
  ++rebuilds_;
  EventId first = no_event, last = no_event;
  const auto detach = [&](EventId head) {
    if (link(head).next == head) return;
    (last == no_event ? first : link(last).next) = link(head).next;
    last = link(head).prev;
    link(head).next = link(head).prev = head;
  };
  for (std::size_t i = 0; i <= mask_; ++i) detach(bucket_head(cursor_ + static_cast<Slot>(i)));
  detach(far_head());
  if (last != no_event) link(last).next = no_event;
  std::fill(occupied_.begin(), occupied_.end(), 0);

  if (buckets > buckets_) add_heads(buckets);
  mask_ = buckets - 1;
  slots_per_second_ = 1 / sensible(width, now_);
  far_from_ = infinity;
  open_window(slot_of(now_));
  find_first();
  for (EventId id = first, next; id != no_event; id = next) {
    next = link(id).next;
    file(id);
  }
}

}  // namespace thirdring
