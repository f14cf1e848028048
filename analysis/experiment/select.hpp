// The best of several scenarios, by one measure.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "analysis/experiment/experiment.hpp"
#include "analysis/statistics/selection.hpp"

namespace thirdring {

struct SelectionResult {
  std::vector<std::unique_ptr<Results>> results;  ///< one for each scenario, of the replications that it ran
  std::vector<Engine> engines;
  std::vector<bool> in;  ///< not given up
  std::size_t best = 0;  ///< the only one that is in, or the leader
  bool decided = false;  ///< only one is
  std::string measure;
  SelectionAim aim;
  RunOptions options;
  bool interrupted = false;
};

/// Runs each replication of all models that are in with the same seed, at most so many as the options say,
/// and gives up those that are certainly not the best in a measure of the whole centre.  It looks after 20,
/// 40 ... 200 replications and then after a tenth more each, so that the outcome does not depend on the
/// threads. Throws std::invalid_argument when selection_problem says something.
SelectionResult select_best(const std::vector<const Model*>& models, const RunOptions& options,
                            const std::string& measure, const SelectionAim& aim);

/// Why scenarios cannot be selected by the measure; empty when they can.
std::string selection_problem(const std::string& measure);

}  // namespace thirdring
