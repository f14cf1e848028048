// Runs of workloads by the event engine, whatever quicker ways there may be for a scenario.
#pragma once
#include <cstdint>

#include "analysis/experiment/experiment.hpp"
#include "sim/measures/simulate.hpp"
#include "sim/model/model.hpp"

namespace thirdring::bench {

/// A count over all types, groups and periods of a replication.
double total(const Totals& totals, Count count);

/// Replications of one model, nothing but the runs themselves.
class Runs {
 public:
  explicit Runs(Model model) : model_(std::move(model)), simulator_(model_) {}

  /// Runs so many replications, from the first, and returns how many calls there were.
  double run(std::uint64_t replications);
  /// One of them.
  const Totals& replication(std::uint64_t number) { return *simulator_.run(1, number); }

 private:
  Model model_;
  Simulator simulator_;
};

/// How an experiment is run: so many replications on so many threads.
RunOptions run_options(std::uint64_t replications, unsigned threads);

}  // namespace thirdring::bench
