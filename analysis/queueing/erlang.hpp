// Exact answers for one group of equal agents: the Erlang models.
//
// Calls come in a Poisson stream, talk times are exponential (for Erlang B any law gives the same), first
// come first served, in the long run.  Rates and times are in one unit of time, whichever.  Arguments that
// make no sense (rates that are not positive and finite) throw std::invalid_argument.  Good for tens of
// thousands of agents.
#pragma once
#include <cstdint>

namespace thirdring {

struct Traffic {
  double arrival_rate = 0;  ///< calls per time unit
  double service_rate = 0;  ///< 1 / mean handle time
  std::uint32_t agents = 0;

  double offered_load() const { return arrival_rate / service_rate; }  ///< erlangs
};

/// M/G/n/n: share of calls that find all agents (lines) busy and go away.
double erlang_b(double offered_load, std::uint32_t agents);

/// M/M/n: everybody waits as long as it takes.  With no spare agent (load >= agents) the queue grows without
/// bound: everybody waits, infinitely long.
class ErlangC {
 public:
  explicit ErlangC(const Traffic& traffic);

  double delay_probability() const { return wait_; }
  double mean_wait() const;  ///< of all calls
  double mean_queue() const;
  double occupancy() const;
  double answered_within(double time) const;  ///< share of all calls

 private:
  Traffic traffic_;
  double wait_;
};

/// M/M/n+M, Erlang A (Palm 1957): callers hang up after an exponential patience with rate `abandonment_rate`.
/// Computed by the integrals of Zeltyn & Mandelbaum (2005), which for exponential patience are incomplete
/// gamma functions; waits are times in queue of all callers, whether answered or not.
class ErlangA {
 public:
  ErlangA(const Traffic& traffic, double abandonment_rate);

  double delay_probability() const { return wait_; }
  double abandoned() const { return abandoned_; }  ///< share of all calls
  double mean_wait() const { return abandoned_ / theta_; }
  double mean_queue() const { return traffic_.arrival_rate * mean_wait(); }
  double occupancy() const;
  double waits_at_most(double time) const;    ///< share answered or gone within the time
  double answered_within(double time) const;  ///< share of all calls
  double abandoned_within(double time) const { return waits_at_most(time) - answered_within(time); }

 private:
  /// Weight of the offered waits beyond `time`; with `patient` 1, of those callers who are patient enough for
  /// them. Times a constant, `norm_`, that keeps it within the range of a double.
  double later(int patient, double time) const;

  Traffic traffic_;
  double theta_;
  double shape_, start_;  // of the incomplete gamma functions: n mu / theta, lambda / theta
  bool light_;            // more agents than load
  double norm_, wait_, abandoned_;
};

}  // namespace thirdring
