// One replication, from the model to its totals.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <string_view>

#include "sim/center/observer.hpp"
#include "sim/center/run_error.hpp"
#include "sim/measures/totals.hpp"

namespace thirdring {

/// How a replication is run.  All ways give the same totals: counts to the last call, sums up to rounding.
enum class Engine : std::uint8_t {
  automatic,    ///< the fastest that the model allows
  events,       ///< event by event; every model, and whenever somebody else watches
  offered_wait  ///< call by call without events (see OfferedWait)
};

/// Runs replications of one model, one after another, and keeps its memory between them.  One per thread; the
/// model outlives it and is not changed.
class Simulator {
 public:
  /// Throws std::invalid_argument when the offered wait is asked for and does not fit the model.
  explicit Simulator(const Model& model, Engine engine = Engine::automatic);
  ~Simulator();
  Simulator(const Simulator&) = delete;
  Simulator& operator=(const Simulator&) = delete;

  /// The engine that runs when nobody else watches; not `automatic`.
  Engine engine() const;
  /// Runs replication `replication` (from 0): a pure function of (model, seed, replication).  The result
  /// stays valid until the next run.  `also` watches too.  Throws RunError; when `*stop` turns true, returns
  /// null soon.
  const Totals* run(std::uint64_t seed, std::uint64_t replication, Observer* also = nullptr,
                    const std::atomic<bool>* stop = nullptr);
  /// Events handled by the last run; 0 when it needed none.
  std::uint64_t events() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

std::string_view name_of(Engine engine);
/// The engine for a model when so much is asked for; `watched`: by an observer besides the totals.
Engine engine_for(const Model& model, Engine asked, bool watched);

}  // namespace thirdring
