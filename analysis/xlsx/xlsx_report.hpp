// A run as a workbook, with the sheets that planners exchange.
#pragma once
#include <string>

#include "analysis/html/language.hpp"
#include "analysis/report/run_report.hpp"

namespace thirdring {

/// The bytes of an Office Open XML workbook: in English "Summary" (where it came from, every number of the
/// whole run), "Per period" (the centre), "Staffing" (groups by period, and how many agents a formula asks
/// for) and "Agreements". Texts are text, whatever they begin with; shares are numbers in per cent; what is
/// unknown is an empty cell.  A sheet of more rows than a spreadsheet holds ends with a line that says so.
/// Throws std::runtime_error when the temporary file that the library writes cannot be.
std::string xlsx_report(const Experiment& experiment, const Origin& origin, PageLanguage language);

}  // namespace thirdring
