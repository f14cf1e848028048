// What a store knows of each point, as if it had just been run.
#pragma once
#include <functional>

#include "analysis/experiment/results.hpp"
#include "analysis/sweep/store.hpp"

namespace thirdring::sweep {

/// Calls `use` with the position and the results of each of these points of the sweep, from its records;
/// those of a point without replications are empty.  In no order, from as many threads at once.  Throws
/// BadInput for a damaged record, or a file beside the scenario that has changed.
void for_each_point(Store& store, const StoredSweep& stored, const std::vector<std::size_t>& positions,
                    unsigned threads,
                    const std::function<void(std::size_t position, const Results& results)>& use);

}  // namespace thirdring::sweep
