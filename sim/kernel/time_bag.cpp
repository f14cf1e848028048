#include "sim/kernel/time_bag.hpp"

namespace thirdring {

void TimeBag::clear() {
  first_ = no_time;
  heap_.clear();
  far_.clear();
  heads_.clear();
  occupied_.assign(1, 1);
  words_ = 0;
  expect_first();
  earliest_ = 0;
  nodes_.clear();
  free_ = nothing;
}

// The bag is empty: whatever comes goes to the heap ...
void TimeBag::expect_first() {
  per_second_ = 0;
  rest_ = end_ = 1;
}

// ... and is the first.  What comes later than it is far.
void TimeBag::begin_at(double time) {
  first_ = base_ = time;
  per_second_ = narrow;
}

void TimeBag::lay_out() {
  first_ = no_time;
  if (far_.empty()) return expect_first();
  first_ = base_ = *std::min_element(far_.begin(), far_.end());
  double sum = 0;
  for (const double time : far_) sum += time - base_;
  const std::size_t buckets = std::max<std::size_t>(64, std::bit_ceil(8 * far_.size()));
  heads_.resize(buckets, nothing);
  words_ = buckets / 64;
  occupied_.assign(words_ + 1, 0);
  occupied_.back() = 1;
  earliest_ = 0;
  // At least two thirds of them lie within three times the mean.
  const double length = 3 * sum / static_cast<double>(far_.size());
  rest_ = 1;
  end_ = static_cast<double>(buckets);
  per_second_ = std::min(end_ / length, narrow);

  laid_out_.swap(far_);
  far_.clear();
  for (const double time : laid_out_) push(time);
  // The first of them is in the heap as well.
  pop();
}

}  // namespace thirdring
