// A number and how well it is known.
#pragma once
#include <cstdint>
#include <limits>

namespace thirdring {

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// An estimate with its confidence interval.  What the data cannot tell is `unknown` (NaN): all three when
/// there was nothing to measure, the limits alone when there was one replication.
struct Estimate {
  double value = unknown, low = unknown, high = unknown;
  std::uint64_t n = 0;  ///< replications that it rests on

  double half_width() const { return (high - low) / 2; }
  /// The same with every part kept between the two limits, for shares and for what cannot be negative.
  Estimate within(double least, double most) const;
  static Estimate around(double value, double half_width, std::uint64_t n) {
    return {value, value - half_width, value + half_width, n};
  }
};

}  // namespace thirdring
