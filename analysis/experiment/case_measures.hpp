// What reports tell of cases.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analysis/experiment/case_sums.hpp"
#include "analysis/experiment/measures.hpp"

namespace thirdring {

/// A formula over the sums of all cases of a run, or of one kind; or a quantile of the times to a step.
struct CaseMeasure {
  using Formula = Pair (*)(const CaseSums::Step&, const CaseSums&, double days);
  std::string name;
  Unit unit;
  std::string meaning;
  Formula formula = nullptr;  ///< null: a quantile
  CaseStep step = CaseStep::answered;
  double p = 0;
};

/// In the order of reports: of all, then step by step.
const std::vector<CaseMeasure>& case_measures();
/// Null when there is no such measure.
const CaseMeasure* find_case_measure(std::string_view name);

}  // namespace thirdring
