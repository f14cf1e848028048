// Exact answers for one group of equal agents: the Erlang models.
//
// Calls come in a Poisson stream, talk times are exponential (for Erlang B any law gives the same), first
// come first served, in the long run.  Rates and times are in one unit of time, whichever.  Arguments that
// make no sense (rates that are not positive and finite) throw std::invalid_argument.  Good for tens of
// thousands of agents.
#pragma once
#include <cstdint>

#include "analysis/queueing/queue.hpp"

namespace thirdring {

struct Traffic {
  double arrival_rate = 0;  ///< calls per time unit
  double service_rate = 0;  ///< 1 / mean handle time
  std::uint32_t agents = 0;

  double offered_load() const { return arrival_rate / service_rate; }  ///< erlangs
};

/// 1 / erlang_b(), which may be too small for a double: infinite then.
double inverse_erlang_b(double offered_load, std::uint32_t agents);

/// M/G/n/n: share of calls that find all agents (lines) busy and go away.
double erlang_b(double offered_load, std::uint32_t agents);

/// M/M/n: everybody waits as long as it takes.  With no spare agent (load >= agents) the queue grows without
/// bound: everybody waits, infinitely long.
class ErlangC : public Queue {
 public:
  explicit ErlangC(const Traffic& traffic);

  double delay_probability() const override { return wait_; }
  double abandoned() const override { return 0; }
  double mean_wait() const override;
  double mean_wait_answered() const override { return mean_wait(); }
  double mean_queue() const override;
  double occupancy() const override;
  double waits_at_most(double time) const override { return answered_within(time); }
  double answered_within(double time) const override;

 private:
  Traffic traffic_;
  double wait_;
};

/// M/M/n+M, Erlang A (Palm 1957): callers hang up after an exponential patience with rate `abandonment_rate`.
/// Computed by the integrals of Zeltyn & Mandelbaum (2005), which for exponential patience are incomplete
/// gamma functions.
class ErlangA : public Queue {
 public:
  ErlangA(const Traffic& traffic, double abandonment_rate);

  double delay_probability() const override { return wait_; }
  double abandoned() const override { return abandoned_; }
  double mean_wait() const override { return abandoned_ / theta_; }
  double mean_wait_answered() const override;
  double mean_queue() const override { return traffic_.arrival_rate * mean_wait(); }
  double occupancy() const override;
  double waits_at_most(double time) const override;
  double answered_within(double time) const override;

 private:
  /// Weight of the offered waits beyond `time`; with `patient` 1, of those callers who are patient enough for
  /// them. Times a constant, `norm_`, that keeps it within the range of a double.  0 where it makes no
  /// difference.
  double later(int patient, double time) const;

  Traffic traffic_;
  double theta_;
  double shape_, start_;  // of the incomplete gamma functions: n mu / theta, lambda / theta
  bool light_;            // more agents than load
  double norm_, wait_, abandoned_;
};

}  // namespace thirdring
