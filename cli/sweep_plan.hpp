// What the command line asks a sweep to do.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/sweep/sweep.hpp"
#include "cli/options.hpp"

namespace thirdring::cli {

/// Options as they were given.
struct SweepPlan {
  std::string scenario, file, design, numbers;
  std::vector<std::string> variables, sets, zips, conditions, only;
  CommonOptions common;  ///< of them --replications, --seed, --threads and --engine
  std::optional<std::uint64_t> design_seed;
};

/// With the file of --file, or without variables too the scenario's block `sweep`: variables of the command
/// line take the place of those with the same path or come behind them, --zip and --where are added, the
/// other options count more than the file.  Throws BadArguments and BadInput.
sweep::Plan plan_of(const SweepPlan& asked);

}  // namespace thirdring::cli
