// The future: what is going to happen, and when.
#pragma once
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

/// A list of future events.  Events come out by time; at equal times by kind (smaller first), then in the order in
/// which they were scheduled.  Scheduling, cancelling and taking the next cost O(1) on average, and no memory is
/// allocated once the list has been as full before.
class EventList {
 public:
  EventList();

  /// Schedules an event at `time` >= time of the last event taken.  The id is valid until the event is taken or
  /// cancelled.
  EventId schedule(double time, std::uint8_t kind, std::uint32_t subject);
  /// Takes back an event that has not come yet.
  void cancel(EventId id);
  bool empty() const noexcept;
  std::size_t size() const noexcept;
  /// Removes and returns the next event; the list is not empty.
  Event take();
  /// Empties the list, sets the clock to 0 and keeps the memory.
  void clear();
};

}  // namespace thirdring
