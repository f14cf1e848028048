// Runs what a store has not got yet.
#pragma once
#include <atomic>
#include <functional>

#include "analysis/sweep/store.hpp"
#include "sim/measures/simulate.hpp"

namespace thirdring::sweep {

struct Counts {
  std::uint64_t points = 0, done = 0, reused = 0;  ///< of the shard; `done` were run, `reused` were there
  std::uint64_t replications = 0, run = 0;         ///< to be run now; done of them
  std::uint64_t left() const { return points - done - reused; }
};

struct RunnerOptions {
  unsigned threads = 1;
  Engine engine = Engine::automatic;
  const std::atomic<bool>* cancel = nullptr;
  /// Told now and then, from one thread at a time.
  std::function<void(const Counts&)> progress;
};

/// Runs the replications of the shard's points that are missing, in blocks of some replications of a point
/// on threads, and puts them into the store a few times a second.  Returns what was done; cancelled, what is
/// finished is in the store.  Throws RunError, naming the point, after keeping what was finished before.
Counts run_sweep(Store& store, const Sweep& sweep, const Shard& shard, const RunnerOptions& options);

}  // namespace thirdring::sweep
