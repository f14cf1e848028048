// Scenarios side by side.
#pragma once
#include <string>
#include <vector>

#include "analysis/experiment/compare.hpp"
#include "analysis/report/run_report.hpp"

namespace thirdring {

/// The most telling differences for a terminal: the whole centre and the agreements, then each call type and
/// group. `origins`: one for each scenario.
std::string terminal_report(const Comparison& comparison, const std::vector<Origin>& origins,
                            const Style& style);
/// All numbers and all differences.
std::string json_report(const Comparison& comparison, const std::vector<Origin>& origins);
/// One row for each difference, with the correlation.
std::string csv_report(const Comparison& comparison, const std::vector<Origin>& origins);

}  // namespace thirdring
