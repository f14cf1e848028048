// Scenarios side by side, under the same random numbers.
#pragma once
#include <memory>
#include <vector>

#include "analysis/experiment/experiment.hpp"

namespace thirdring {

/// B - A for one measure and scope (or agreement) that both have, matched by name.
struct Difference {
  Slot slot;  ///< as in the first scenario
  PairedDifference paired;
};

struct Comparison {
  std::vector<std::unique_ptr<Results>> results;     ///< one for each scenario
  std::vector<std::vector<Difference>> differences;  ///< second, third ... scenario against the first
  std::vector<Engine> engines;                       ///< that ran, one for each scenario
  RunOptions options;
  bool interrupted = false;
};

/// Runs each replication of all models with the same seed.  The precision of the options is not used, and all
/// estimates are plain: the differences are those of what is told of each.
Comparison compare_models(const std::vector<const Model*>& models, const RunOptions& options);

}  // namespace thirdring
