#include "sim/measures/histogram.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thirdring {

std::uint64_t Histogram::total() const noexcept {
  return std::accumulate(bins_.begin(), bins_.end(), std::uint64_t{0});
}

Seconds Histogram::lower_edge(std::size_t i) noexcept {
  if (i == 0) return 0;
  const auto steps = static_cast<int>(i) - 1;
  return std::ldexp(1 + static_cast<double>(steps % per_doubling) / per_doubling,
                    lowest_exponent + steps / per_doubling);
}

Seconds Histogram::quantile(double p) const noexcept {
  const auto n = static_cast<double>(total());
  if (n == 0) return 0;
  double below = 0;
  for (std::size_t i = 0; i < bins; ++i) {
    const double here = bins_[i];
    if (here > 0 && below + here >= p * n) {
      if (i == 0) return 0;
      const double share = std::clamp((p * n - below) / here, 0.0, 1.0);
      return lower_edge(i) + share * (lower_edge(i + 1) - lower_edge(i));
    }
    below += here;
  }
  return lower_edge(bins);
}

}  // namespace thirdring
