// Scenarios named on the command line.
#pragma once
#include <string>
#include <vector>

#include "analysis/report/run_report.hpp"
#include "sim/model/model.hpp"
#include "sim/scenario/load.hpp"

namespace thirdring::cli {

struct Scenario {
  Model model;
  Origin origin;
  std::string normal;   ///< its normal form
  bool sweeps = false;  ///< has a block `sweep`
};

/// Loads them all; problems and warnings go to standard error.  Throws BadArguments when any has a problem,
/// after telling those of all.  `sets`: path=value.
std::vector<Scenario> load_scenarios(const std::vector<std::string>& files,
                                     const std::vector<std::string>& sets);

/// --set PATH=VALUE.  Throws BadArguments.
std::vector<Override> overrides(const std::vector<std::string>& sets);

}  // namespace thirdring::cli
