// What the engine cost when it was last weighed, and what to say of what it costs now.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace thirdring::bench {

/// By name: instructions per call of a workload; what a count depends on (compiler, libraries).
using Counts = std::map<std::string, double>;
using Circumstances = std::map<std::string, std::string>;

/// The committed numbers, and why each of them was moved.
struct Baseline {
  struct Move {
    std::string date, reason;
    Counts instructions_per_call;
  };

  Circumstances made_with;
  std::vector<Move> history;  ///< the last one is in force; there is one

  const Counts& in_force() const { return history.back().instructions_per_call; }
};

/// From and to JSON.  Reading throws std::runtime_error when it is not a baseline or has no history.
Baseline read_baseline(const std::string& json);
std::string write_baseline(const Baseline& baseline);

/// Growth from which on the gate is closed.
inline constexpr double tolerance = 0.02;

/// Why counts made here cannot be compared with the baseline: every circumstance that differs, a line each.
/// Empty: they can be.
std::string differences(const Circumstances& then, const Circumstances& here);

struct Judgement {
  bool passed = true;
  std::string text;  ///< a line for each workload, and what to do
};

/// Compares counts with the baseline of the same circumstances: more than the tolerance above it fails, a
/// workload that either does not have fails too.  `move`: the command that moves the baseline.
Judgement judge(const Counts& baseline, const Counts& here, const std::string& move);

}  // namespace thirdring::bench
