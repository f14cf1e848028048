// The future: what is going to happen, and when.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace thirdring {

using EventId = std::uint32_t;
inline constexpr EventId no_event = 0xffffffffU;

/// A moment, what happens, and to whom.  What `kind` and `subject` mean is the model's business.
struct Event {
  double time = 0;
  std::uint32_t subject = 0;
  std::uint8_t kind = 0;
};

/// A list of future events.  Events come out by time; at equal times by kind (smaller first), then in the
/// order in which they were scheduled.  Scheduling, cancelling and taking the next cost O(1) on average, and
/// no memory is allocated once the list has been as full before.
///
/// It is a calendar (Brown 1988, "Calendar queues"): a ring of short sorted lists, each for one slot of time.
/// What lies beyond the ring waits, unsorted, in the far list.  The slots' width follows the rate of events.
class EventList {
 public:
  EventList();

  /// Schedules an event at `time` >= time of the last event taken (infinity is allowed, NaN is not).  The id
  /// is valid until the event is taken or cancelled.
  EventId schedule(double time, std::uint8_t kind, std::uint32_t subject);
  /// Takes back an event that has not come yet.
  void cancel(EventId id) noexcept;
  bool empty() const noexcept { return size_ == 0; }
  std::size_t size() const noexcept { return size_; }
  /// Time of the next event; infinity when there is none.
  double next_time() const noexcept;
  /// Subject of what is probably the next event, for whoever wants to prepare.
  std::uint32_t likely_next() const noexcept { return first_ == no_event ? 0 : node(first_).subject; }
  /// Removes and returns the next event; the list is not empty.
  Event take();
  /// Takes the next event if it is no later than `limit`; false if there is none.
  bool take_until(double limit, Event& event);
  /// Empties the list, sets the clock to 0 and keeps the memory and the width.
  void clear() noexcept;

 private:
  using Slot = std::int64_t;
  static constexpr unsigned long_search = 16;  // events passed

  // The head of a circular list, which is no more than that: the nearest future of a large ring stays in the
  // fastest memory.
  struct Link {
    EventId next, prev;
  };
  // An event, or free (then `prev` is no_event).
  struct Node : Link {
    double time;
    std::uint32_t subject;
    std::uint8_t kind;
  };

  // Later slots than 2^62 are one.
  Slot slot_of(double time) const noexcept {
    return static_cast<Slot>(std::min(time * slots_per_second_, 0x1p62));
  }
  std::size_t bucket_of(Slot slot) const noexcept { return static_cast<std::size_t>(slot) & mask_; }
  // An id is the distance of its node or head from the first node in bytes, which saves a multiplication.
  static EventId nth(std::size_t n) noexcept { return static_cast<EventId>(n * sizeof(Node)); }
  Node& node(EventId id) noexcept {
    return *reinterpret_cast<Node*>(reinterpret_cast<char*>(nodes_.data()) + id);
  }
  const Node& node(EventId id) const noexcept {
    return *reinterpret_cast<const Node*>(reinterpret_cast<const char*>(nodes_.data()) + id);
  }
  Link& link(EventId id) noexcept {
    return *reinterpret_cast<Link*>(reinterpret_cast<char*>(nodes_.data()) + id);
  }
  const Link& link(EventId id) const noexcept {
    return *reinterpret_cast<const Link*>(reinterpret_cast<const char*>(nodes_.data()) + id);
  }
  EventId head(std::size_t bucket) const noexcept {
    return heads_ + static_cast<EventId>(bucket * sizeof(Link));
  }
  EventId bucket_head(Slot slot) const noexcept { return head(bucket_of(slot)); }
  EventId far_head() const noexcept { return head(buckets_); }
  void insert_after(EventId place, EventId id) noexcept;
  void unlink(EventId id, std::size_t bucket) noexcept;
  void release(EventId id) noexcept;
  EventId file(EventId id);
  bool goes_before(EventId id, EventId other) const noexcept;

  Slot slots_to_next() const noexcept;  // from the cursor; -1 when the ring is empty
  void first_is_in(Slot slot) noexcept;
  void find_first() noexcept;
  // What is rare stays out of line, so that what is not needs no registers for it.
  [[gnu::noinline]] bool jump_until(double limit);

  [[gnu::noinline]] void add_node();
  void add_heads(std::size_t count);
  [[gnu::noinline]] EventId file_far(EventId id);
  void open_window(Slot slot);
  [[gnu::noinline]] void move_window();
  void jump();
  void sift();
  [[gnu::noinline]] EventId file_in_crowd(EventId id, EventId place);
  EventId search_on(EventId id, EventId place);
  void thin_out(EventId id);
  void rebuild(double width, std::size_t buckets);
  std::size_t fitting_buckets() const noexcept;

  std::vector<Node> nodes_;
  std::vector<std::uint64_t> occupied_;  // a bit per bucket
  std::size_t mask_ = 0;                 // buckets in use - 1
  std::size_t buckets_ = 0;              // that there are; the far list's head follows theirs
  EventId heads_ = 0;                    // head of bucket 0
  EventId free_ = no_event;
  std::size_t size_ = 0;
  double now_ = 0;
  double slots_per_second_ = 1;
  Slot cursor_ = 0;  // slot of now
  // The next event, unless the ring is empty: then `no_event`, at infinity.
  EventId first_ = no_event;
  Slot first_slot_ = 0;
  double first_time_ = 0;
  // Slots from here on are far.  It moves only when the far list is sifted, so that an event never overtakes
  // one of the same time that is there.
  Slot window_end_ = 0;
  Slot move_at_ = 0;                   // when the cursor comes here, the window moves
  double far_from_ = 0;                // no event of the far list is earlier
  Slot measured_from_ = 0;             // since this slot:
  std::size_t taken_ = 0;              // events taken
  std::size_t searching_ = 0;          // steps of long searches
  std::array<EventId, 256> recent_{};  // events that took a long search, by moment and kind
  bool crowded_ = true;                // there are such
  std::uint64_t rebuilds_ = 0;
};

inline void EventList::insert_after(EventId place, EventId id) noexcept {
  const EventId next = link(place).next;
  link(id).prev = place;
  link(id).next = next;
  link(place).next = id;
  link(next).prev = id;
}

// `bucket` is the event's, or if the event is far, any.
inline void EventList::unlink(EventId id, std::size_t bucket) noexcept {
  const EventId next = link(id).next, prev = link(id).prev;
  link(prev).next = next;
  link(next).prev = prev;
  const EventId empty = head(bucket);
  const bool emptied = (next == empty) & (prev == empty);  // no branch: nobody can predict it
  occupied_[bucket / 64] &= ~(std::uint64_t{emptied} << bucket % 64);
}

inline void EventList::release(EventId id) noexcept {
  link(id).next = free_;
  link(id).prev = no_event;
  free_ = id;
  --size_;
}

inline bool EventList::goes_before(EventId id, EventId other) const noexcept {
  const Node &a = node(id), &b = node(other);
  return !(a.time > b.time) && (a.time < b.time || a.kind < b.kind);
}

// Puts an event where it belongs.
inline EventId EventList::file(EventId id) {
  const double time = node(id).time;
  const Slot slot = slot_of(time);
  if (slot >= window_end_) [[unlikely]]
    return file_far(id);
  const std::size_t bucket = bucket_of(slot);
  std::uint64_t& word = occupied_[bucket / 64];
  const std::uint64_t bit = std::uint64_t{1} << bucket % 64;
  const EventId end = head(bucket);
  if ((word & bit) == 0) {
    word |= bit;
    link(id).prev = link(id).next = end;
    link(end).next = link(end).prev = id;
    if (time <= first_time_) [[unlikely]]
      first_is_in(slot);
    return id;
  }
  EventId place = link(end).prev;
  for (unsigned steps = 0; place != end && goes_before(id, place); place = link(place).prev)
    if (steps++ == long_search) [[unlikely]]
      return file_in_crowd(id, place);
  insert_after(place, id);
  if (time <= first_time_) [[unlikely]]
    first_is_in(slot);
  return id;
}

inline void EventList::first_is_in(Slot slot) noexcept {
  first_ = link(bucket_head(slot)).next;
  first_slot_ = slot;
  first_time_ = node(first_).time;
}

inline EventId EventList::schedule(double time, std::uint8_t kind, std::uint32_t subject) {
  const EventId id = free_;
  if (id == no_event) [[unlikely]]
    return add_node(), schedule(time, kind, subject);
  free_ = link(id).next;
  ++size_;
  node(id).time = time;
  node(id).subject = subject;
  node(id).kind = kind;
  return file(id);
}

inline void EventList::cancel(EventId id) noexcept {
  unlink(id, bucket_of(slot_of(node(id).time)));
  release(id);
  if (id == first_) [[unlikely]]
    find_first();
}

inline EventList::Slot EventList::slots_to_next() const noexcept {
  const std::size_t start = bucket_of(cursor_), words = mask_ / 64;
  if (const std::uint64_t rest = occupied_[start / 64] >> start % 64) return std::countr_zero(rest);
  for (std::size_t i = 1; i <= words + 1; ++i) {
    const std::size_t word = (start / 64 + i) & words;
    if (occupied_[word])
      return static_cast<Slot>(
          (word * 64 + static_cast<unsigned>(std::countr_zero(occupied_[word])) - start) & mask_);
  }
  return -1;
}

inline void EventList::find_first() noexcept {
  if (const Slot ahead = slots_to_next(); ahead >= 0) return first_is_in(cursor_ + ahead);
  first_ = no_event;
  first_time_ = std::numeric_limits<double>::infinity();
}

inline bool EventList::take_until(double limit, Event& event) {
  if (first_ == no_event && !jump_until(limit)) [[unlikely]]
    return false;
  if (first_time_ > limit) return false;
  const EventId id = first_, next = link(id).next;
  event.time = now_ = first_time_;
  event.subject = node(id).subject;
  event.kind = node(id).kind;
  cursor_ = first_slot_;
  ++taken_;
  const std::size_t bucket = bucket_of(cursor_);
  const EventId end = head(bucket);
  link(end).next = next;
  link(next).prev = end;
  release(id);
  occupied_[bucket / 64] &= ~(std::uint64_t{next == end} << bucket % 64);  // no branch, as above
  find_first();
  if (cursor_ >= move_at_) [[unlikely]]
    move_window();
  return true;
}

inline Event EventList::take() {
  Event event;
  take_until(std::numeric_limits<double>::infinity(), event);
  return event;
}

}  // namespace thirdring
