// Points that satisfy a condition.
#pragma once
#include <string>
#include <vector>

#include "analysis/sweep/variable.hpp"

namespace thirdring::sweep {

/// The points (see points_of()) where `condition` holds: sums of swept paths and numbers on both sides of <=,
/// <, >=, >, == or !=, a path perhaps times a number: "2 * lines + agents <= 60".  A value counts by its
/// number alone, without its unit; a factor by itself.  `said` is where a file says it, for messages.  Throws
/// BadInput for an unknown path, a value that is no number, and what is no condition.
std::vector<std::vector<std::string>> where(const std::string& condition,
                                            const std::vector<Variable>& variables,
                                            const std::vector<std::vector<std::string>>& points,
                                            const std::string& said = "");

}  // namespace thirdring::sweep
