#include "sim/measures/offered_wait/longest_queue.hpp"

#include "sim/center/run_error.hpp"

namespace thirdring {

void LongestQueue::start() {
  head_ = tail_ = waiting_ = longest_ = 0;
  leaving_.clear();
}

void LongestQueue::forget_before(Seconds now, std::uint32_t callers) {
  while (head_ != tail_ && served_[head_ & (served_.size() - 1)] <= now) ++head_;
  while (!leaving_.empty() && leaving_.front() <= now) {
    std::pop_heap(leaving_.begin(), leaving_.end(), std::greater<>());
    leaving_.pop_back();
  }
  waiting_ = tail_ - head_ + leaving_.size();
  if (waiting_ + callers > most_calls) throw TooManyCalls();
}

void LongestQueue::make_room() {
  std::vector<Seconds> larger(2 * served_.size());
  for (std::size_t i = head_; i != tail_; ++i)
    larger[i & (larger.size() - 1)] = served_[i & (served_.size() - 1)];
  served_.swap(larger);
}

}  // namespace thirdring
