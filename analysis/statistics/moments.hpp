// Means and covariances of a few numbers observed together.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "analysis/statistics/estimate.hpp"

namespace thirdring {

/// Updated one observation at a time without cancellation (Welford 1962; for covariances Bennett et al. 2009,
/// eq. III.9).  The order of the observations decides the last bits: add them in the order of the
/// replications.
template <std::size_t N>
class Moments {
 public:
  void add(const std::array<double, N>& x) noexcept {
    ++n_;
    const double share = 1 / static_cast<double>(n_);
    std::array<double, N> before{};
    for (std::size_t i = 0; i < N; ++i) {
      before[i] = x[i] - mean_[i];
      mean_[i] += before[i] * share;
    }
    std::size_t k = 0;
    for (std::size_t i = 0; i < N; ++i)
      for (std::size_t j = 0; j <= i; ++j) sum_[k++] += before[i] * (x[j] - mean_[j]);
  }

  std::uint64_t count() const noexcept { return n_; }
  double mean(std::size_t i) const noexcept { return mean_[i]; }
  /// Sample covariance (n - 1 in the denominator); unknown for fewer than two observations.
  double covariance(std::size_t i, std::size_t j) const noexcept {
    if (n_ < 2) return unknown;
    return (i < j ? sum_[j * (j + 1) / 2 + i] : sum_[i * (i + 1) / 2 + j]) / static_cast<double>(n_ - 1);
  }
  double variance(std::size_t i) const noexcept { return covariance(i, i); }

 private:
  std::uint64_t n_ = 0;
  std::array<double, N> mean_{};
  std::array<double, N*(N + 1) / 2> sum_{};
};

using BivariateMoments = Moments<2>;

}  // namespace thirdring
