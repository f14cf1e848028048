// What is run and timed: the engine, in two ways, and the hand-written limit.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "analysis/experiment/experiment.hpp"
#include "sim/measures/simulate.hpp"
#include "sim/model/model.hpp"

namespace thirdring::bench {

/// Legs of calls that a run counted.
double calls_in(const Totals& totals);

/// Replications of one model by the event engine, nothing but the runs themselves.
class Engine {
 public:
  explicit Engine(Model model) : model_(std::move(model)), simulator_(model_) {}

  /// Runs so many replications, from the first, and returns how many calls there were.
  double run(std::uint64_t replications);

 private:
  Model model_;
  Simulator simulator_;
};

/// As `thirdring run` does it: loads the scenario, runs replications on threads, writes the report.  Returns
/// how many calls there were.
double whole_run(const std::string& workload, std::uint64_t replications);

/// How an experiment is run here: by the event engine, so many replications on so many threads.
RunOptions run_options(std::uint64_t replications, unsigned threads);

/// The hand-written program of bench/limit on EA100; returns `calls`.
double limit(std::uint64_t calls);

/// A job by its name, for a child process: limit, engine or run, with a workload and the number of
/// replications (limit: of calls).  Prints calls, seconds of processor time and the peak memory in bytes, a
/// line for each.
void do_job(const std::string& job, const std::string& workload, std::uint64_t amount);

}  // namespace thirdring::bench
