// What a sensitivity is told of.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/experiment/results.hpp"

namespace thirdring {

/// A number of the whole run.
struct Target {
  Slot slot;
  std::string name;  ///< a measure, or agreement.NAME.achieved (or .breach, .shortfall, .penalty)
  Unit unit;
};

/// By the name of a measure of the whole centre, of an agreement (what it achieves, or its chance of a breach
/// where it is on a percentile, of which no differences are known), or in full as above.  Throws
/// std::invalid_argument with a sentence.
Target find_target(const Model& model, const std::string& name);

/// All agreements; without any: service_level, mean_wait, abandoned and occupancy.
std::vector<Target> usual_targets(const Model& model);

/// The target's value in a run.
Estimate estimate(const Results& results, const Target& target);

}  // namespace thirdring
