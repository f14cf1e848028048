// What a sensitivity has to say, for people and for programs.
#pragma once
#include <string>

#include "analysis/report/run_report.hpp"
#include "analysis/sensitivity/sensitivity.hpp"

namespace thirdring {

/// A tornado table for each target: a row for each input, with a bar.  Effects that may be nothing, because
/// their interval includes 0, are in brackets and have no bar.
std::string terminal_report(const Sensitivity& sensitivity, const Origin& origin, const Style& style);
/// All numbers; effects are told in the order of the table, `certain` says whether the interval excludes 0.
std::string json_report(const Sensitivity& sensitivity, const Origin& origin);
/// One row for each input, way and target.
std::string csv_report(const Sensitivity& sensitivity, const Origin& origin);

}  // namespace thirdring
