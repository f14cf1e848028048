// Random numbers by name.
#pragma once
#include <cstdint>
#include <string_view>

namespace thirdring {

/// Scrambles 64 bits so that every input bit moves every output bit (the finaliser of SplitMix64).
constexpr std::uint64_t mix(std::uint64_t z) noexcept {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

/// A stream of random numbers: eight bytes of state, so that every call can own one.
///
/// The generator is SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators"):
/// period 2^64, passes BigCrush.  Meets the standard's and Boost's UniformRandomBitGenerator.
class Stream {
 public:
  using result_type = std::uint64_t;

  constexpr explicit Stream(std::uint64_t state = 0) noexcept : state_(state) {}

  /// The stream of one purpose in one replication.  Streams of different names, seeds or replications start
  /// at unrelated places, so a new purpose never moves the numbers of another.
  Stream(std::uint64_t seed, std::string_view purpose, std::uint64_t replication) noexcept;

  static constexpr result_type min() noexcept { return 0; }
  static constexpr result_type max() noexcept { return ~result_type{0}; }

  constexpr result_type operator()() noexcept { return mix(state_ += 0x9e3779b97f4a7c15ULL); }

  /// Uniform on [0, 1), 53 bits.
  constexpr double uniform() noexcept { return static_cast<double>((*this)() >> 11) * 0x1p-53; }

  /// True with the given chance; draws nothing for chances of 0 and 1 or beyond.
  constexpr bool happens(double chance) noexcept { return chance > 0 && (chance >= 1 || uniform() < chance); }

 private:
  std::uint64_t state_;
};

}  // namespace thirdring
