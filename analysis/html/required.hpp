// How many agents a formula would ask for.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/experiment/results.hpp"
#include "analysis/html/columns.hpp"

namespace thirdring {

/// The service level to reach: that of the first agreement on it, or 80 % within the acceptable wait.
struct Aim {
  double share = 0.8;
  Seconds within = 0;
  std::optional<std::size_t> agreement;  ///< its position in the model
};
Aim aim_of(const Model& model);

struct Required {
  std::string formula;         ///< Erlang A, or C where nobody gives up; empty: no calls
  std::vector<double> agents;  ///< by column, mean over its open time; unknown where no calls come
  std::vector<double> load;    ///< erlangs, likewise
};

/// Erlang A (or C) for each period by itself, with the simulated calls, the mean handle time and the mean
/// patience, all groups that take calls as one pool: the fewest agents that reach the aim.
Required required_agents(const Results& results, const std::vector<Column>& columns, const Aim& aim);

}  // namespace thirdring
