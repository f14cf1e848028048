#include "analysis/experiment/experiment.hpp"

#include <algorithm>

#include "analysis/experiment/replicate.hpp"

namespace thirdring {

RunOptions planned(const RunPlan& plan) {
  RunOptions options;
  options.seed = plan.seed;
  options.precision = plan.precision;
  options.replications = plan.precision ? plan.precision->at_most : plan.replications;
  return options;
}

// An interval that is not known is not narrow.
bool Experiment::reached(const RunPlan::Precision::Goal& goal) const {
  return results.estimate(*find_measure(goal.measure), {}).half_width() <= goal.half_width;
}

bool Experiment::precise() const {
  return !options.precision || std::all_of(options.precision->goals.begin(), options.precision->goals.end(),
                                           [this](const auto& goal) { return reached(goal); });
}

Experiment run_experiment(const Model& model, const RunOptions& options) {
  const bool watched = options.call_rows || options.case_rows;
  Experiment experiment{Results(model, options.controls), options,
                        engine_for(model, options.engine, watched)};
  Results& results = experiment.results;
  experiment.interrupted =
      replicate({&model}, options, [&](std::uint64_t replication, const std::vector<Record>& records) {
        results.add(replication, records[0]);
        if (options.call_rows) options.call_rows({records[0].call_rows.data(), records[0].call_rows.size()});
        if (options.case_rows) options.case_rows(records[0].case_rows);
        return !options.precision || results.replications() % precision_block != 0 || !experiment.precise();
      });
  return experiment;
}

}  // namespace thirdring
