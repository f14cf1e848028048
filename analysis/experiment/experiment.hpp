// Many replications of a model.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/experiment/results.hpp"
#include "sim/measures/simulate.hpp"

namespace thirdring {

struct RunOptions {
  std::uint64_t seed = 1;
  std::uint64_t first = 0;           ///< number of the first replication
  std::uint64_t replications = 100;  ///< with a precision: at most so many
  std::optional<RunPlan::Precision> precision;
  bool controls = false;  ///< estimates use control variates (see Results)
  unsigned threads = 1;
  Engine engine = Engine::automatic;
  const std::atomic<bool>* cancel = nullptr;
  /// Told after each replication, in order: done and at most to do.
  std::function<void(std::uint64_t, std::uint64_t)> progress;
  /// Takes the rows of the call trace, replication by replication; empty: no trace.
  std::function<void(std::string_view)> call_rows;
  /// Likewise of the trace of cases.
  std::function<void(std::string_view)> case_rows;
};

/// The plan of the scenario as options.
RunOptions planned(const RunPlan& plan);

/// The precision is looked at whenever so many replications are done, so that where a run stops does not
/// depend on the number of threads.
inline constexpr std::uint64_t precision_block = 20;

struct Experiment {
  Results results;
  RunOptions options;
  Engine engine = Engine::events;  ///< that ran
  bool interrupted = false;        ///< cancelled: fewer replications than asked for

  /// Whether a measure is known so precisely now.
  bool reached(const RunPlan::Precision::Goal& goal) const;
  /// Whether all are for which the options ask.
  bool precise() const;
};

/// Runs them on threads.  The result is the same to the last bit for any number of threads, and replication r
/// has the same numbers in any run with the same model and seed.  Throws RunError, naming the replication,
/// for the first one that cannot go on.
Experiment run_experiment(const Model& model, const RunOptions& options);

}  // namespace thirdring
