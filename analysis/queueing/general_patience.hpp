// M/M/n+G: callers' patience has any law.
//
// By the integrals of Zeltyn & Mandelbaum (2005), "Call centers with impatient customers: many-server
// asymptotics of the M/M/n+G queue".  The virtual wait has the density lambda exp(lambda H(t) - n mu t) /
// norm for t > 0, with H the mean of min(patience, t); the logarithm is concave, and everything is integrated
// outwards from its peak.
#pragma once
#include "analysis/queueing/erlang.hpp"
#include "analysis/queueing/patience.hpp"

namespace thirdring {

class GeneralPatienceQueue : public Queue {
 public:
  /// Callers give up in the end: their patience has a finite mean.
  GeneralPatienceQueue(const Traffic& traffic, Patience patience);

  double delay_probability() const override { return wait_; }
  double abandoned() const override { return abandoned_; }
  double mean_wait() const override { return mean_wait_; }
  double mean_wait_answered() const override { return mean_wait_answered_; }
  double mean_queue() const override { return traffic_.arrival_rate * mean_wait_; }
  double occupancy() const override;
  double waits_at_most(double time) const override;
  double answered_within(double time) const override;

 private:
  /// Share of calls with a virtual wait beyond `from`, each times `value` of it.
  template <class Value>
  double beyond(double from, Value value) const;
  double log_density(double time) const;

  Traffic traffic_;
  Patience patience_;
  double answering_;  // calls per time unit while all agents are busy
  double peak_ = 0, log_peak_ = 0, norm_ = 1;
  double wait_, abandoned_, mean_wait_, mean_wait_answered_;
};

}  // namespace thirdring
