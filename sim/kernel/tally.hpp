// Mean and spread of numbers that come one by one.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace thirdring {

/// Count, mean, variance, least and greatest, without loss of digits (Welford 1962; merging: Chan, Golub,
/// LeVeque 1979).
class Tally {
 public:
  void add(double x) noexcept {
    const double off = x - mean_;
    mean_ += off / static_cast<double>(++count_);
    squares_ += off * (x - mean_);
    min_ = std::min(min_, x);
    max_ = std::max(max_, x);
  }
  /// As if the other's numbers had been added here.
  void add(const Tally& other) noexcept {
    if (other.count_ == 0) return;
    const auto n = static_cast<double>(count_), m = static_cast<double>(other.count_);
    const double off = other.mean_ - mean_;
    count_ += other.count_;
    mean_ += off * m / (n + m);
    squares_ += other.squares_ + off * off * n * m / (n + m);
    min_ = std::min(min_, other.min_);
    max_ = std::max(max_, other.max_);
  }

  std::uint64_t count() const noexcept { return count_; }
  double mean() const noexcept { return mean_; }  ///< 0 when there is no number
  /// Of the population that the numbers are a sample of (divisor: count - 1); 0 for fewer than two.
  double variance() const noexcept { return count_ < 2 ? 0 : squares_ / static_cast<double>(count_ - 1); }
  double standard_deviation() const noexcept { return std::sqrt(variance()); }
  double min() const noexcept { return min_; }  ///< infinity when there is no number
  double max() const noexcept { return max_; }  ///< minus infinity when there is no number

 private:
  std::uint64_t count_ = 0;
  double mean_ = 0, squares_ = 0;
  double min_ = std::numeric_limits<double>::infinity(), max_ = -std::numeric_limits<double>::infinity();
};

}  // namespace thirdring
