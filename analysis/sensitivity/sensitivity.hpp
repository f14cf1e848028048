// How much the outcome of a plan depends on each of its inputs.
#pragma once
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/experiment/compare.hpp"
#include "analysis/sensitivity/inputs.hpp"
#include "analysis/sensitivity/target.hpp"

namespace thirdring {

/// Less of an input, and more of it.
enum Way : std::size_t { less, more };
inline constexpr std::array<Way, 2> both_ways = {less, more};

/// What a changed input does to each target.
struct InputEffects {
  const Input* input;
  /// By way and target; empty where the share changes nothing in that way.
  std::array<std::vector<PairedDifference>, 2> effects;

  /// The larger of the two effects on a target, regardless of its sign, of all or of those whose interval
  /// excludes 0; 0 when there is none.
  double size(std::size_t target, bool certain_ones) const;
};

/// Agents of a group, mean over the open time, and what they become.
struct ChangedGroup {
  std::string name;
  double agents = 0;
  std::array<double, 2> changed = {};  ///< by way
};

struct Sensitivity {
  double by = 0;  ///< the share
  std::vector<Target> targets;
  std::unique_ptr<Results> base;
  std::vector<InputEffects> inputs;  ///< by effect on the first target: certain ones first, the largest first
  std::vector<const Input*> left_out;  ///< the centre has none of them
  std::vector<ChangedGroup> groups;    ///< when staffing is among the inputs
  RunOptions options;
  bool interrupted = false;
};

/// Whether an interval is known and excludes 0.
bool certain(const Estimate& difference);

/// Runs the model, and the model with each input a share `by` (between 0 and 1) less and more, with the same
/// random numbers.  The model outlives the result.  At least one target.  Precision and controls are not
/// used, as in compare_models.
Sensitivity find_sensitivity(const Model& model, const std::vector<const Input*>& inputs,
                             const std::vector<Target>& targets, double by, const RunOptions& options);

}  // namespace thirdring
