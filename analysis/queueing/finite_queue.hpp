// M/M/n/K and M/M/n/K+M: so many lines, and whoever finds all of them taken is blocked.
//
// A birth-death process; the wait of a call that finds j others waiting passes through phases with rates
// n mu + i theta, i = j ... 0, so that exp(-theta wait) has a beta law (a gamma law the wait, if nobody gives
// up).  With as many lines as agents it is Erlang B.
#pragma once
#include <cstdint>
#include <vector>

#include "analysis/queueing/erlang.hpp"

namespace thirdring {

class FiniteQueue : public Queue {
 public:
  /// `abandonment_rate` may be 0.  `lines`: calls served and waiting at once, from 1 to 10 million; more
  /// agents than lines have nothing to do.  Anything else throws std::invalid_argument.
  FiniteQueue(const Traffic& traffic, double abandonment_rate, std::uint32_t lines);

  double blocked() const override { return blocked_; }
  double delay_probability() const override;
  double abandoned() const override;
  double mean_wait() const override;
  double mean_wait_answered() const override;
  double mean_queue() const override { return mean_queue_; }
  double occupancy() const override { return mean_busy_ / traffic_.agents; }
  double waits_at_most(double time) const override;
  double answered_within(double time) const override;

 private:
  /// Share of calls whose virtual wait, with phases that end with one of rate `last_phase`, is longer; each
  /// times the weight for its number of phases.
  template <class Weight>
  double beyond(double time, double last_phase, Weight weight) const;

  Traffic traffic_;
  double theta_, full_rate_;  // calls answered per time unit while all agents are busy
  double blocked_, mean_queue_ = 0, mean_busy_ = 0;
  std::vector<double> found_;  // share of the calls let in that find all agents busy and so many waiting
};

}  // namespace thirdring
