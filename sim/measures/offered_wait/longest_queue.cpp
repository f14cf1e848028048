#include "sim/measures/offered_wait/longest_queue.hpp"

#include "sim/center/run_error.hpp"

namespace thirdring {

void LongestQueue::start() {
  head_ = tail_ = waiting_ = longest_ = 0;
  leaving_.clear();
}

void LongestQueue::forget_before(Seconds now, std::uint32_t callers) {
  while (head_ != tail_ && served_[head_ & mask_] <= now) ++head_;
  while (!leaving_.empty() && leaving_.front() <= now) {
    std::pop_heap(leaving_.begin(), leaving_.end(), std::greater<>());
    leaving_.pop_back();
  }
  waiting_ = tail_ - head_ + leaving_.size();
  if (waiting_ + callers > most_calls) throw TooManyCalls();
}

void LongestQueue::make_room() {
  const std::size_t mask = 2 * mask_ + 1;
  std::vector<Seconds> larger(mask + 1);
  for (std::size_t i = head_; i != tail_; ++i) larger[i & mask] = served_[i & mask_];
  served_.swap(larger);
  mask_ = mask;
}

}  // namespace thirdring
