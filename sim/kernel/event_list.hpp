// The future: what is going to happen, and when.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
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
  /// Removes and returns the next event; the list is not empty.
  Event take();
  /// Takes the next event if it is no later than `limit`; false if there is none.
  bool take_until(double limit, Event& event);
  /// Empties the list, sets the clock to 0 and keeps the memory and the width.
  void clear() noexcept;

 private:
  using Slot = std::int64_t;
  static constexpr unsigned long_search = 16;  // events passed

  // An event, the head of a circular list, or free (then `prev` is no_event).  A head's time is -infinity, so
  // that a search for the place of an event ends there.
  struct Node {
    double time;
    EventId next, prev;
    std::uint32_t subject;
    std::uint8_t kind;
  };

  // Later slots than 2^62 are one.
  Slot slot_of(double time) const noexcept {
    return static_cast<Slot>(std::min(time * slots_per_second_, 0x1p62));
  }
  std::size_t bucket_of(Slot slot) const noexcept { return static_cast<std::size_t>(slot) & mask_; }
  EventId bucket_head(Slot slot) const noexcept { return heads_ + static_cast<EventId>(bucket_of(slot)); }
  EventId far_head() const noexcept { return heads_ + static_cast<EventId>(buckets_); }
  void insert_after(EventId place, EventId id) noexcept;
  void unlink(EventId id, EventId head) noexcept;
  void release(EventId id) noexcept;
  bool file(EventId id);
  bool goes_before(EventId id, EventId other) const noexcept;

  Event take_from(Slot ahead);
  Slot slots_to_next() const noexcept;  // from the cursor; -1 when the ring is empty

  EventId new_node();
  void add_heads(std::size_t count);
  void file_far(EventId id);
  void open_window(Slot slot);
  void move_window();
  void jump();
  void sift();
  EventId search_on(EventId id, EventId place);
  bool thin_out(EventId id);
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
};

inline void EventList::insert_after(EventId place, EventId id) noexcept {
  const EventId next = nodes_[place].next;
  nodes_[id].prev = place;
  nodes_[id].next = next;
  nodes_[place].next = id;
  nodes_[next].prev = id;
}

// `head` is that of the event's bucket, or if the event is far, the head of any.
inline void EventList::unlink(EventId id, EventId head) noexcept {
  const EventId next = nodes_[id].next, prev = nodes_[id].prev;
  nodes_[prev].next = next;
  nodes_[next].prev = prev;
  const std::size_t bucket = head - heads_;
  const bool emptied = (next == head) & (prev == head);  // no branch: nobody can predict it
  occupied_[bucket / 64] &= ~(std::uint64_t{emptied} << bucket % 64);
}

inline void EventList::release(EventId id) noexcept {
  nodes_[id].next = free_;
  nodes_[id].prev = no_event;
  free_ = id;
  --size_;
}

inline bool EventList::goes_before(EventId id, EventId other) const noexcept {
  const Node &a = nodes_[id], &b = nodes_[other];
  return a.time < b.time || (a.time == b.time && a.kind < b.kind);
}

// Puts an event where it belongs; true after a long search.
inline bool EventList::file(EventId id) {
  const Slot slot = slot_of(nodes_[id].time);
  if (slot >= window_end_) {
    file_far(id);
    return false;
  }
  const std::size_t bucket = bucket_of(slot);
  occupied_[bucket / 64] |= std::uint64_t{1} << bucket % 64;
  EventId place = nodes_[heads_ + bucket].prev;
  unsigned steps = 0;
  while (goes_before(id, place)) {
    place = nodes_[place].prev;
    if (++steps == long_search) [[unlikely]] {
      place = search_on(id, place);
      break;
    }
  }
  insert_after(place, id);
  return steps == long_search;
}

inline EventId EventList::schedule(double time, std::uint8_t kind, std::uint32_t subject) {
  EventId id = free_;
  if (id == no_event) [[unlikely]]
    id = new_node();
  free_ = nodes_[id].next;
  ++size_;
  nodes_[id].time = time;
  nodes_[id].subject = subject;
  nodes_[id].kind = kind;
  if (file(id)) [[unlikely]]
    thin_out(id);
  return id;
}

inline void EventList::cancel(EventId id) noexcept {
  unlink(id, bucket_head(slot_of(nodes_[id].time)));
  release(id);
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

inline bool EventList::take_until(double limit, Event& event) {
  const Slot ahead = slots_to_next();
  // With an empty ring the far list is asked first: a jump past the limit could not be undone.
  const double next = ahead < 0 ? next_time() : nodes_[nodes_[bucket_head(cursor_ + ahead)].next].time;
  const bool comes = size_ > 0 && next <= limit;
  if (comes) event = take_from(ahead);
  return comes;
}

inline Event EventList::take() { return take_from(slots_to_next()); }

inline Event EventList::take_from(Slot ahead) {
  while (ahead < 0) [[unlikely]] {
      jump();
      ahead = slots_to_next();
    }
  cursor_ += ahead;
  const EventId head = bucket_head(cursor_), id = nodes_[head].next;
  const Event event{nodes_[id].time, nodes_[id].subject, nodes_[id].kind};
  unlink(id, head);
  release(id);
  now_ = event.time;
  ++taken_;
  if (cursor_ >= move_at_) [[unlikely]]
    move_window();
  return event;
}

}  // namespace thirdring
