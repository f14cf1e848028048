// Which of several scenarios is the best.
#pragma once
#include <string>
#include <vector>

#include "analysis/experiment/select.hpp"
#include "analysis/report/run_report.hpp"

namespace thirdring {

/// The scenarios with their numbers and the sentence that decides. `origins`: one for each scenario.
std::string terminal_report(const SelectionResult& selection, const std::vector<Origin>& origins,
                            const Style& style);
std::string json_report(const SelectionResult& selection, const std::vector<Origin>& origins);
/// A row for each scenario.
std::string csv_report(const SelectionResult& selection, const std::vector<Origin>& origins);

}  // namespace thirdring
