// The running centre.
#pragma once
#include <atomic>
#include <cstdint>

#include "sim/center/endless.hpp"
#include "sim/center/rooms.hpp"

namespace thirdring {

/// Runs one replication after another of a model.  A run is a pure function of (model, seed, replication).
class Center {
 public:
  explicit Center(const Model& model) : rooms_(model) {}

  /// False if `*stop` turned true before the end.  Throws RunError.
  bool run(std::uint64_t seed, std::uint64_t replication, Observer& observer,
           const std::atomic<bool>* stop = nullptr);
  std::uint64_t events() const { return events_; }

 private:
  void start(std::uint64_t seed, std::uint64_t replication);
  void begin_period(PeriodId period);
  void handle(const Event& event);
  /// What is to be looked at while the rooms are watched; false when the run is over.
  [[gnu::noinline]] bool goes_on_after(const Event& event);
  bool last_call_gone() const;
  void finish();

  Rooms rooms_;
  Endless endless_;
  std::uint64_t events_ = 0;
};

}  // namespace thirdring
