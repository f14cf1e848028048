#include "analysis/report/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace thirdring {
namespace {

struct Scale {
  double factor = 1;
  std::string unit;  // with the blank before it
};

Scale scale_of(Unit unit, double value, std::string_view currency) {
  switch (unit) {
    case Unit::share:
      return {100, " %"};
    case Unit::seconds:
      if (std::abs(value) >= 7200) return {1.0 / 3600, " h"};
      return std::abs(value) >= 600 ? Scale{1.0 / 60, " min"} : Scale{1, " s"};
    case Unit::hours:
      return {1, " h"};
    case Unit::money:
      return {1, currency.empty() ? "" : fmt::format(" {}", currency)};
    default:
      return {};
  }
}

/// Decimals that show the first digit of a half width, or the first two when it begins with 1.
int decimals_for(double half_width, double value) {
  if (!(half_width > 0)) {
    const double size = std::abs(value);
    return size == std::round(size) ? 0 : size >= 100 ? 0 : size >= 1 ? 1 : 3;
  }
  const double exponent = std::floor(std::log10(half_width));
  const bool begins_with_1 = half_width / std::pow(10, exponent) < 1.95;
  return std::clamp(static_cast<int>(-exponent) + (begins_with_1 ? 1 : 0), 0, 4);
}

/// No "-0.0".
double tidy(double x, int decimals) { return std::abs(x) < 0.5 * std::pow(10, -decimals) ? 0 : x; }

bool even(const Estimate& e) {
  return std::abs((e.high - e.value) - (e.value - e.low)) <= 0.02 * (e.high - e.low);
}

std::string text(const Estimate& estimate, const Scale& scale, bool sign, bool brief) {
  if (std::isnan(estimate.value)) return "-";
  const double value = estimate.value * scale.factor, half = estimate.half_width() * scale.factor;
  const int digits = decimals_for(half, value);
  const auto number = [&](double x) {
    return sign ? fmt::format("{:+.{}f}", tidy(x, digits), digits)
                : fmt::format("{:.{}f}", tidy(x, digits), digits);
  };
  std::string result = number(value) + (brief ? "" : scale.unit);
  if (std::isnan(half) || half == 0) return result;
  if (even(estimate)) return result + fmt::format("{}{:.{}f}", brief ? "±" : " ± ", half, digits);
  return result + fmt::format(fmt::runtime(brief ? "({}..{})" : " ({} to {})"),
                              number(estimate.low * scale.factor), number(estimate.high * scale.factor));
}

}  // namespace

std::string in_words(const Estimate& estimate, Unit unit, std::string_view currency) {
  return text(estimate, scale_of(unit, estimate.value, currency), false, false);
}

std::string in_brief(const Estimate& estimate, Unit unit) {
  return text(estimate, {unit == Unit::share ? 100.0 : 1.0, ""}, false, true);
}

std::string difference_in_words(const Estimate& estimate, Unit unit, std::string_view currency) {
  Scale scale = scale_of(unit, estimate.value, currency);
  if (unit == Unit::share) scale.unit = " points";
  return text(estimate, scale, true, false);
}

std::string limit_in_words(double value, Unit unit, std::string_view currency) {
  const Scale scale = scale_of(unit, value, currency);
  // Twelve digits, so that 0.85 * 100 is 85.
  return fmt::format("{:.12g}{}", value * scale.factor, scale.unit);
}

}  // namespace thirdring
