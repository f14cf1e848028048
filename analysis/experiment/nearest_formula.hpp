// What the nearest queueing formula would have said of a centre that has been simulated.
//
// The formula gets the best inputs that there are, the simulation's own: the calls of each period (redials
// included), the mean handle time, the agents present (between two whole numbers it is interpolated); and the
// rate of giving up that the mean patience of the callers stands for.  Each period is taken by itself, in the
// long run, and all groups that take the calls are one pool.
#pragma once
#include <string>
#include <vector>

#include "analysis/experiment/results.hpp"

namespace thirdring {

struct NearestFormula {
  struct Number {
    const Measure* measure;
    double value;
  };
  struct Period {
    PeriodId period;
    double calls, agents, load;  ///< expected number; mean; erlangs
    std::vector<Number> numbers;
  };
  std::string name;                     ///< empty: there are no calls for a formula
  double handle_time = 0;               ///< seconds
  double abandonment_rate = 0;          ///< per second
  std::size_t groups = 0;               ///< in the pool
  std::vector<Number> numbers;          ///< over all open periods; empty where the formula has no answer
  std::vector<Period> periods;          ///< those with calls
  std::vector<PeriodId> overloaded;     ///< more calls than Erlang C's agents can serve: no answer
  std::vector<std::string> leaves_out;  ///< of the scenario, in words
};

NearestFormula nearest_formula(const Results& results);

/// What of a scenario no formula for one queue knows.
std::vector<std::string> beyond_formulas(const Model& model, const std::vector<GroupId>& pool);

}  // namespace thirdring
