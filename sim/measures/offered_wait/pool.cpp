#include "sim/measures/offered_wait/pool.hpp"

#include <algorithm>

namespace thirdring {

void Pool::start() {
  free_.clear();
  leaving_.clear();
  agents_ = 0;
  counted_until_ = 0;
}

void Pool::set(std::uint32_t wanted, Seconds now) {
  for (; agents_ > wanted; --agents_) {
    if (const Seconds free_at = free_.first(); free_at > now) leaving_.push_back(free_at);
    free_.pop();
  }
  for (; agents_ < wanted; ++agents_) {
    if (leaving_.empty()) {
      free_.push(now);
    } else {
      free_.push(leaving_.back());
      leaving_.pop_back();
    }
  }
}

double Pool::on_duty_until(Seconds now) {
  double sum = agents_ * (now - counted_until_);
  for (const Seconds goes : leaving_) sum += std::min(goes, now) - counted_until_;
  const auto still_there = std::upper_bound(leaving_.begin(), leaving_.end(), now);
  leaving_.erase(leaving_.begin(), still_there);
  counted_until_ = now;
  return sum;
}

}  // namespace thirdring
