// A run without events.
#pragma once
#include <atomic>
#include <cstdint>
#include <vector>

#include "sim/measures/offered_wait/callers.hpp"
#include "sim/measures/offered_wait/ledger.hpp"
#include "sim/measures/offered_wait/longest_queue.hpp"
#include "sim/measures/offered_wait/pool.hpp"

namespace thirdring {

/// Where callers are served in the order in which they come, by agents who are all the same, a caller's wait
/// is known on arrival: it lasts until the agent gets free who will be free first (Kiefer and Wolfowitz 1955;
/// with patience, Baccelli and Hebuterne 1981: who would not wait so long leaves no trace).  So the calls are
/// gone through one by one, and everything that they cause is written down at once.
///
/// Each call draws the same numbers as in the event engine, and what happens at equal times is in the order
/// of EventKind; so the totals are the same, but for the order in which sums are added up.
class OfferedWait {
 public:
  /// For a model that fits_offered_wait.
  OfferedWait(const Model& model, Totals& totals);

  /// As Center::run.
  bool run(std::uint64_t seed, std::uint64_t replication, const std::atomic<bool>* stop);

 private:
  void start(std::uint64_t seed, std::uint64_t replication);
  void plan_staff(std::uint64_t seed, std::uint64_t replication);
  void reach(Seconds now);
  void next_period();
  std::uint32_t arrive(const Caller& first);
  Seconds wait(const Caller& caller);
  void leave_queue(Seconds now, Seconds gives_up);
  void count_lost(PeriodId credit, Count outcome);
  double* serve(Seconds at, const Caller& caller);
  Seconds finish();

  PeriodId period_at(PeriodId from, Seconds at) const {
    while (from + 1 < calendar_.periods.size() && at >= calendar_.end_of(from)) ++from;
    return from;
  }

  const Model& model_;
  const Calendar& calendar_;
  const Credit credit_;
  const CallLaw patience_;
  const double balk_, solved_;
  const bool wraps_up_;
  Callers callers_;
  Pool pool_;
  LongestQueue queue_;
  Ledger ledger_;

  std::vector<std::uint32_t> staff_;  // wanted, by period
  std::vector<std::uint8_t> absent_;  // agent x day
  struct Stuck {
    PeriodId period;
    Seconds since;
  };
  std::vector<Stuck> stuck_;  // who waits until the run ends
  PeriodId arriving_ = 0;     // period of the arrival that is looked at
  Seconds arriving_until_ = 0;
  double* arriving_row_ = nullptr;  // of the served who count in it
  PeriodId period_ = 0;  // as far as the agents are known; callers who wait are ahead of those who arrive
  Seconds period_until_ = 0;
  bool overtime_ = false;     // closed, and the staff stays until the last call has gone
  Seconds dropped_ = 0;       // when all who waited were disconnected, the last time
  PeriodId drop_period_ = 0;  // which began then
  Seconds last_gone_ = 0;     // when all calls so far have gone, wrapped up as well
};

}  // namespace thirdring
