// A run, a comparison, a sweep or a sensitivity as one HTML file that people look at.
#pragma once
#include <string>
#include <vector>

#include "analysis/experiment/compare.hpp"
#include "analysis/html/language.hpp"
#include "analysis/report/run_report.hpp"
#include "analysis/sensitivity/sensitivity.hpp"
#include "analysis/sweep/table.hpp"

namespace thirdring {

/// The report of a run.  Besides what the run has found, it looks at some replications again (see gather),
/// runs the plan with one more agent (see compare_one_more), and replays the worst replication; so it takes a
/// few times as long as the run, on as many threads.  Throws RunError.
std::string html_report(const Experiment& experiment, const Origin& origin, PageLanguage language);
/// Plans side by side.
std::string html_report(const Comparison& comparison, const std::vector<Origin>& origins,
                        PageLanguage language);

/// What each input does to each target.
std::string html_report(const Sensitivity& sensitivity, const Origin& origin, PageLanguage language);

/// What every point of a sweep comes to, from its store: agreements, what it costs, and the measures that
/// sweeps are usually about; those of `asked` first, and its points alone.  Throws BadInput, also for a
/// measure that no point has.
std::string html_report(sweep::Store& store, const sweep::StoredSweep& stored, const sweep::Asked& asked,
                        unsigned threads, PageLanguage language);

}  // namespace thirdring
