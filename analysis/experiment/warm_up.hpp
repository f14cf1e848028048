// The warm-up of a model, from a look at its beginning.
#pragma once
#include "analysis/experiment/experiment.hpp"
#include "analysis/statistics/warm_up.hpp"

namespace thirdring {

/// Finds where the calls in the centre (waiting or with agents), period by period and in the mean over up to
/// 20 replications, settle, and cuts the model's run there.  Only where the model asks for it.  Nothing is
/// found when cancelled.
void find_warm_up(Model& model, const RunOptions& options);

}  // namespace thirdring
