// Why intervals may say less than they seem to.
#pragma once
#include <string>
#include <vector>

#include "analysis/experiment/experiment.hpp"

namespace thirdring {

/// In whole sentences; empty when there is nothing to say.
std::vector<std::string> doubts(const Experiment& experiment);

}  // namespace thirdring
