#include "analysis/experiment/experiment.hpp"

#include "analysis/experiment/replicate.hpp"

namespace thirdring {

RunOptions planned(const RunPlan& plan) {
  RunOptions options;
  options.seed = plan.seed;
  options.precision = plan.precision;
  options.replications = plan.precision ? plan.precision->at_most : plan.replications;
  return options;
}

Experiment run_experiment(const Model& model, const RunOptions& options) {
  const bool watched = options.call_rows || options.case_rows;
  Experiment experiment{Results(model, options.controls), options,
                        engine_for(model, options.engine, watched)};
  Results& results = experiment.results;
  const Measure* const aimed_at = options.precision ? find_measure(options.precision->measure) : nullptr;
  // An interval that is not known is not narrow.
  const auto precise = [&] {
    return results.estimate(*aimed_at, {}).half_width() <= options.precision->half_width;
  };

  experiment.interrupted =
      replicate({&model}, options, [&](std::uint64_t replication, const std::vector<Record>& records) {
        results.add(replication, records[0]);
        if (options.call_rows) options.call_rows({records[0].call_rows.data(), records[0].call_rows.size()});
        if (options.case_rows) options.case_rows(records[0].case_rows);
        return !aimed_at || results.replications() % precision_block != 0 || !precise();
      });
  experiment.precise = !aimed_at || precise();
  return experiment;
}

}  // namespace thirdring
