// Why intervals may say less than they seem to.
#pragma once
#include <vector>

#include "analysis/experiment/experiment.hpp"
#include "sim/model/sentence.hpp"

namespace thirdring {

/// In whole sentences; empty when there is nothing to say.
std::vector<Sentence> doubts(const Experiment& experiment);

}  // namespace thirdring
