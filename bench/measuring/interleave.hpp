// Runs what is to be compared in turn: A, B, C, A, B, C, ...
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace thirdring::bench {

/// One of several that are compared.  `work` does the same work each time and returns how much it was (calls,
/// or 1 for a whole program).
struct Contestant {
  std::string name;
  std::function<double()> work;
};

/// How long a contestant took for a unit of its work, in seconds, round by round.
struct Timing {
  std::string name;
  std::vector<double> wall, cpu;  ///< by the clock on the wall, and processor time of this process
};

/// Lets each work once without watching, then `rounds` times in turn.
std::vector<Timing> interleave(const std::vector<Contestant>& contestants, unsigned rounds);

}  // namespace thirdring::bench
