#include <fmt/format.h>

#include <cmath>

#include "analysis/report/number_rows.hpp"
#include "analysis/report/run_report.hpp"
#include "sim/measures/call_trace.hpp"

namespace thirdring {
namespace {

/// All digits that matter; nothing for what is unknown.
std::string number(double x) { return std::isnan(x) ? "" : fmt::format("{}", x); }

}  // namespace

std::string csv_header() { return "scenario,measure,call_type,group,period,estimate,low,high,unit,n\n"; }

std::string csv_rows(const Experiment& experiment, const Origin& origin) {
  std::string rows;
  const std::string scenario = csv_field(origin.scenario);
  for_each_number(experiment.results, [&](const NumberRow& r) {
    rows += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", scenario, csv_field(r.measure), csv_field(r.type),
                        csv_field(r.group), csv_field(r.period), number(r.estimate.value),
                        number(r.estimate.low), number(r.estimate.high), csv_field(r.unit), r.estimate.n);
  });
  return rows;
}

}  // namespace thirdring
