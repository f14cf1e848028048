#include "analysis/statistics/paired.hpp"

#include <algorithm>
#include <cmath>

namespace thirdring {

PairedDifference paired_difference(const Moments<4>& moments, double confidence) {
  const std::uint64_t n = moments.count();
  const double below_a = moments.mean(1), below_b = moments.mean(3);
  if (n == 0 || below_a == 0 || below_b == 0) return {{unknown, unknown, unknown, n}};
  const double a = moments.mean(0) / below_a, b = moments.mean(2) / below_b;
  if (n == 1) return {{b - a, unknown, unknown, n}};

  // A ratio y / x with value r moves with (y - r x) / E[x].
  const auto together = [&](std::size_t i, double r, double below_i, std::size_t j, double s,
                            double below_j) {
    return (moments.covariance(i, j) - s * moments.covariance(i, j + 1) - r * moments.covariance(i + 1, j) +
            r * s * moments.covariance(i + 1, j + 1)) /
           (below_i * below_j);
  };
  const double var_a = std::max(0.0, together(0, a, below_a, 0, a, below_a));
  const double var_b = std::max(0.0, together(2, b, below_b, 2, b, below_b));
  const double both = together(0, a, below_a, 2, b, below_b);
  const double variance = std::max(0.0, var_a + var_b - 2 * both);
  const double error = std::sqrt(variance / static_cast<double>(n));
  const double spread = std::sqrt(var_a * var_b);
  return {Estimate::around(b - a, student_t(confidence, n - 1) * error, n),
          spread > 0 ? std::clamp(both / spread, -1.0, 1.0) : unknown,
          var_a + var_b > 0 ? (var_a + var_b) / variance : unknown, variance};
}

}  // namespace thirdring
