// One replication, from the model to its totals.
#pragma once
#include <atomic>
#include <memory>

#include "sim/center/observer.hpp"
#include "sim/center/run_error.hpp"
#include "sim/measures/totals.hpp"

namespace thirdring {

/// Runs replications of one model, one after another, and keeps its memory between them.  One per thread; the
/// model outlives it and is not changed.
class Simulator {
 public:
  explicit Simulator(const Model& model);
  ~Simulator();
  Simulator(const Simulator&) = delete;
  Simulator& operator=(const Simulator&) = delete;

  /// Runs replication `replication` (from 0): a pure function of (model, seed, replication).  The result
  /// stays valid until the next run.  `also` watches too.  Throws RunError; when `*stop` turns true, returns
  /// null soon.
  const Totals* run(std::uint64_t seed, std::uint64_t replication, Observer* also = nullptr,
                    const std::atomic<bool>* stop = nullptr);
  /// Events handled by the last run.
  std::uint64_t events() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace thirdring
