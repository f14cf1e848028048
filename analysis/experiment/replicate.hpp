// The same replication of one or several models, again and again.
#pragma once
#include <functional>
#include <vector>

#include "analysis/experiment/experiment.hpp"

namespace thirdring {

/// Runs the replications that the options ask for, of all models side by side, and hands over the records of
/// each replication in order; `take` returns whether to go on.  Returns whether it was cancelled on the way.
bool replicate(const std::vector<const Model*>& models, const RunOptions& options,
               const std::function<bool(std::uint64_t, const std::vector<Record>&)>& take);

}  // namespace thirdring
