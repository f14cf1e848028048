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

}  // namespace thirdring::sweep
