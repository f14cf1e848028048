// What of a sweep is left to run, and what has come back.
#pragma once
#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

#include "analysis/sweep/runner.hpp"

namespace thirdring::sweep {

/// Replications first ... first + n - 1 of a point, run in one go.
struct Job {
  std::size_t position = 0;  ///< of the point
  std::uint64_t first = 0, n = 0;
};

/// Runs it; cancelled, gives the replications that were finished.  Throws RunError, naming the point.
std::vector<Replication> run_job(const Model& model, std::uint64_t seed, const Job& job, Engine engine,
                                 const std::atomic<bool>* cancel);

/// The jobs of a shard of a sweep that its store has not got yet.  Used by one thread at a time.
class Ledger {
 public:
  /// Adds the sweep to the store.
  Ledger(Store& store, const Sweep& sweep, const Shard& shard);

  const std::vector<Job>& jobs() const { return jobs_; }
  const Counts& counts() const { return counts_; }
  /// What came of a job, in any order of the jobs; it is put into the store a few times a second.
  void take(const Job& job, std::vector<Replication>&& replications);
  /// Puts what waits into the store if it has waited long enough.
  void commit_when_due();
  void commit();

 private:
  Store& store_;
  std::vector<std::uint64_t> numbers_;  // of the points in the store, by position
  std::vector<std::uint64_t> left_;     // replications of each point
  std::vector<Job> jobs_;
  Counts counts_;
  std::vector<std::pair<std::uint64_t, Replication>> waiting_;
  std::size_t bytes_ = 0;  // of the records that wait
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace thirdring::sweep
