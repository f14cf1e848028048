// Every number of a run, one by one.
#pragma once
#include <functional>
#include <string>

#include "analysis/experiment/results.hpp"

namespace thirdring {

struct NumberRow {
  std::string measure;              ///< or "agreement.NAME.achieved" (breach, shortfall, penalty)
  std::string type, group, period;  ///< empty: all
  std::string unit;
  Estimate estimate;
  double gain = 1;  ///< by control variates (see Results::gain)
};

/// All measures of all scopes, then those of every period, what conversations tell of, and the agreements.
void for_each_number(const Results& results, const std::function<void(const NumberRow&)>& take);
/// The name of what conversations tell of, per day or for each call.
std::string name_of(const Spoken& spoken, bool per_day);
/// The unit of a number about an agreement.
Unit unit_of(const Agreement& agreement, Slot::Kind kind);

}  // namespace thirdring
