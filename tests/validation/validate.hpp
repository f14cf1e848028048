// Runs a scenario until it says enough about what is known, and judges it.
#pragma once
#include "tests/validation/oracle.hpp"

namespace thirdring::validation {

struct Effort {
  double half_width = 0.005;  ///< relative, of the 99.9 % interval; go on until all are as narrow
  double slow = 0.01;         ///< enough for what takes more than the usual calls
  std::uint64_t usual_calls = 250'000'000;
  std::uint64_t most_calls = 4'000'000'000;  ///< stop here in any case
  unsigned threads = 1;
};

inline constexpr double confidence = 0.999;

struct Verdict {
  std::string metric;
  double exact, value;
  double half_width;  ///< of the interval, with the error of a printed number
  double own;         ///< without it
  bool agrees, narrow;
};

struct Validated {
  std::vector<Verdict> verdicts;
  std::uint64_t calls = 0, observations = 0;
};

/// Throws std::runtime_error with all problems when the scenario is refused.
Validated validate(const Variant& variant, const Effort& effort);

}  // namespace thirdring::validation
