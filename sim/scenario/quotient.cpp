#include "sim/scenario/quotient.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "sim/scenario/units.hpp"

namespace thirdring {

std::optional<std::string> write_quotient(double value, double unit) {
  constexpr int all_digits = std::numeric_limits<double>::max_digits10;
  const double product = value * unit;
  for (int digits = 1; digits <= all_digits; ++digits) {
    const auto rounded = read_decimal(fmt::format("{:.{}g}", product, digits));
    if (rounded && *rounded / unit == value) return fmt::format("{}", *rounded);
  }
  for (const double near : {std::nextafter(product, 0), std::nextafter(product, never)})
    if (near / unit == value) return fmt::format("{}", near);
  return std::nullopt;
}

}  // namespace thirdring
