#include "analysis/statistics/intervals.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <optional>

namespace thirdring {

double student_t(double confidence, std::uint64_t degrees_of_freedom) {
  if (degrees_of_freedom == 0) return unknown;
  const boost::math::students_t law(static_cast<double>(degrees_of_freedom));
  return quantile(law, (1 + confidence) / 2);
}

Estimate mean_interval(const Moments<1>& moments, double confidence) {
  const std::uint64_t n = moments.count();
  if (n == 0) return {};
  if (n == 1) return {moments.mean(0), unknown, unknown, n};
  const double error = std::sqrt(moments.variance(0) / static_cast<double>(n));
  return Estimate::around(moments.mean(0), student_t(confidence, n - 1) * error, n);
}

namespace {

constexpr std::uint64_t enough_for_delta = 30;

/// The ratios r for which the mean of numerator - r denominator is no further from 0 than t standard errors;
/// none when these are no interval.
std::optional<Estimate> fieller_interval(const BivariateMoments& moments, double t) {
  const double over = moments.mean(0), under = moments.mean(1);
  const double scale = t * t / static_cast<double>(moments.count());
  const double a = under * under - scale * moments.variance(1);
  const double b = over * under - scale * moments.covariance(0, 1);
  const double c = over * over - scale * moments.variance(0);
  if (a <= 0) return std::nullopt;
  const double root = std::sqrt(std::max(0.0, b * b - a * c));
  return Estimate{over / under, (b - root) / a, (b + root) / a, moments.count()};
}

}  // namespace

Estimate ratio_interval(const BivariateMoments& moments, double confidence) {
  const std::uint64_t n = moments.count();
  if (n == 0 || moments.mean(1) == 0) return {unknown, unknown, unknown, n};
  const double ratio = moments.mean(0) / moments.mean(1);
  if (n == 1) return {ratio, unknown, unknown, n};
  if (n < enough_for_delta)
    if (const auto fieller = fieller_interval(moments, student_t(confidence, n - 1))) return *fieller;
  const double variance =
      moments.variance(0) - 2 * ratio * moments.covariance(0, 1) + ratio * ratio * moments.variance(1);
  // Rounding may leave a variance of 0 just below it.
  const double error =
      std::sqrt(std::max(0.0, variance) / static_cast<double>(n)) / std::abs(moments.mean(1));
  return Estimate::around(ratio, student_t(confidence, n - 1) * error, n);
}

Estimate proportion_interval(std::uint64_t successes, std::uint64_t trials, double confidence) {
  if (trials == 0) return {};
  const auto k = static_cast<double>(successes), n = static_cast<double>(trials);
  const double z = quantile(boost::math::normal(), (1 + confidence) / 2), squared = z * z;
  const double middle = (k + squared / 2) / (n + squared);
  const double half_width = z / (n + squared) * std::sqrt(k * (n - k) / n + squared / 4);
  return {k / n, successes == 0 ? 0 : middle - half_width, successes == trials ? 1 : middle + half_width,
          trials};
}

Estimate section_interval(double pooled, std::span<const double> sections, std::uint64_t n,
                          double confidence) {
  double squares = 0;
  std::uint64_t used = 0;
  for (const double x : sections) {
    if (std::isnan(x)) continue;
    squares += (x - pooled) * (x - pooled);
    ++used;
  }
  if (used < 2) return {pooled, unknown, unknown, n};
  const auto k = static_cast<double>(used);
  return Estimate::around(pooled, student_t(confidence, used - 1) * std::sqrt(squares / (k - 1) / k), n);
}

}  // namespace thirdring
