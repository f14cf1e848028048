// How long the queue gets.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/model/units.hpp"

namespace thirdring {

/// The greatest number of callers who wait at once, when everybody's way out of the queue is known on the way
/// in.  Who has left is looked at only when otherwise the record would be broken.
class LongestQueue {
 public:
  void start();
  /// So many callers arrive now, before any of them joins.  Who leaves now has left.  Throws RunError when
  /// more wait than the centre can hold.
  void arrive(Seconds now, std::uint32_t callers) {
    if (waiting_ + callers > longest_) [[unlikely]]
      forget_before(now, callers);
  }
  /// Joins and will be served; no earlier than the one before.
  void join_and_be_served(Seconds at) {
    if (tail_ - head_ > mask_) [[unlikely]]
      make_room();
    served_[tail_++ & mask_] = at;
    note();
  }
  /// Joins and will leave unserved; `never`: stays.
  void join_and_leave(Seconds at) {
    leaving_.push_back(at);
    std::push_heap(leaving_.begin(), leaving_.end(), std::greater<>());
    note();
  }
  std::uint32_t longest() const { return static_cast<std::uint32_t>(longest_); }

 private:
  void note() {
    if (++waiting_ > longest_) longest_ = waiting_;
  }
  void forget_before(Seconds now, std::uint32_t callers);
  void make_room();

  std::size_t mask_ = 63;
  std::vector<Seconds> served_ = std::vector<Seconds>(mask_ + 1);  // a ring
  std::size_t head_ = 0, tail_ = 0;                                // not yet masked
  std::vector<Seconds> leaving_;                                   // a heap, the first on top
  std::size_t waiting_ = 0;                                        // who have not been forgotten yet
  std::size_t longest_ = 0;
};

}  // namespace thirdring
