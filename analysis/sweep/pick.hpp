// Some of the points of a sweep.
#pragma once
#include <string>
#include <vector>

#include "analysis/sweep/variable.hpp"

namespace thirdring::sweep {

/// `path=20,22`: the points where the path has one of these values.  Throws BadInput for a path or value that
/// no point has, and when no point is left.
std::vector<std::vector<std::string>> only(const std::string& text, const std::vector<Variable>& variables,
                                           const std::vector<std::vector<std::string>>& points);

/// `1,5,10..20`: points by their numbers, counted from 1, in their order.  Throws BadInput.
std::vector<std::vector<std::string>> numbered(const std::string& text,
                                               const std::vector<std::vector<std::string>>& points);

/// Positions of the points that all conditions (see where()) and picks (see only()) leave.  Throws BadInput.
std::vector<std::size_t> picked(const std::vector<std::string>& paths,
                                const std::vector<std::vector<std::string>>& points,
                                const std::vector<std::string>& conditions,
                                const std::vector<std::string>& picks);

}  // namespace thirdring::sweep
