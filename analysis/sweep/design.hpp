// Which points a sweep has.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "analysis/sweep/variable.hpp"

namespace thirdring::sweep {

struct Design {
  enum class Kind : std::uint8_t { grid, random, sobol };

  std::vector<Variable> variables;
  /// Groups of paths that go together: first with first, second with second.
  std::vector<std::vector<std::string>> zipped;
  /// Where a file says the first of them, for messages; the others are the command line's.
  std::vector<std::string> zipped_said;
  Kind kind = Kind::grid;
  /// Of drawn variables: how many draws; each goes with every point of the grid of the others.
  std::uint64_t draws = 0;
  /// Of Kind::random: the stream "sweep design" of this seed.
  std::uint64_t seed = 1;
};

/// The paths, each of which must stand once.  Throws BadInput.
std::set<std::string> refuse_twice(const std::vector<Variable>& variables);

/// The values of each point, in the order of the variables; the last variable changes fastest.  Throws
/// BadInput.
std::vector<std::vector<std::string>> points_of(const Design& design);

}  // namespace thirdring::sweep
