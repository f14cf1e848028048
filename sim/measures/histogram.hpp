// How often which waiting time.
#pragma once
#include <array>
#include <bit>
#include <cstdint>

#include "sim/model/units.hpp"

namespace thirdring {

/// Counts of durations in bins of 3 % relative width (32 to a doubling) from 1/16 s to 2^24 s; one more bin
/// for 0 and what is shorter.  Quantiles are interpolated within a bin, so they are off by 3 % at most.
class Histogram {
 public:
  void add(Seconds wait) noexcept { ++bins_[bin(wait)]; }
  void add_none(std::uint32_t times) noexcept { bins_[0] += times; }
  void add(const Histogram& other) noexcept {
    for (std::size_t i = 0; i < bins; ++i) bins_[i] += other.bins_[i];
  }
  /// `i` counts as in operator[].
  void add_to_bin(std::size_t i, std::uint32_t times) noexcept { bins_[i] += times; }
  std::uint64_t total() const noexcept;
  /// The p-quantile, p in [0, 1]; 0 when nothing was counted.
  Seconds quantile(double p) const noexcept;
  std::uint32_t operator[](std::size_t i) const noexcept { return bins_[i]; }
  static Seconds lower_edge(std::size_t i) noexcept;

  static constexpr int per_doubling = 32, doublings = 28, lowest_exponent = -4;
  static constexpr std::size_t bins = 1 + per_doubling * doublings;

 private:
  static std::size_t bin(Seconds wait) noexcept {
    // The top 5 bits of the mantissa follow the exponent in the representation: together they number the
    // bins.
    const auto bits = static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(wait) >> 47);
    const std::int64_t i = bits - ((1023 + lowest_exponent) * per_doubling) + 1;
    return i < 1 ? 0 : i < static_cast<std::int64_t>(bins) ? static_cast<std::size_t>(i) : bins - 1;
  }

  std::array<std::uint32_t, bins> bins_{};
};

}  // namespace thirdring
