// M(t)/M/n(t)+M: one queue through a day, not in the long run.
//
// Rates and the number of agents are constant on each stretch of time.  An agent above the new number who is
// busy finishes the call, then leaves; one who joins takes the call that waits longest.  The Kolmogorov
// equations are solved by uniformisation (Jensen 1953), which only adds and multiplies numbers that are not
// negative; what becomes of a caller follows from the same equations backwards, for a call that waits
// among those ahead of it (near a change of the agents integrated by Simpson's rule).  One unit of time.
#pragma once
#include <cstdint>
#include <vector>

namespace thirdring {

struct Stretch {
  double length = 0, arrival_rate = 0;
  std::uint32_t agents = 0;  ///< there may be none
};

struct TransientRates {
  double service_rate = 0, abandonment_rate = 0;  ///< the latter may be 0
  double acceptable_wait = 0;
};

/// Expected numbers of one stretch, and what it is like at its end.
struct StretchResult {
  double arrivals = 0;
  double delayed = 0;           ///< of the arrivals
  double answered_in_time = 0;  ///< of the arrivals: within the acceptable wait
  double abandoned = 0;         ///< in the stretch, whenever they arrived
  double served = 0;            ///< calls that ended in the stretch
  double busy_time = 0;         ///< agents' time with calls
  double queue_time = 0;        ///< calls' time in queue
  double end_busy = 0, end_queue = 0, end_delay_probability = 0;
};

struct TransientResult {
  std::vector<StretchResult> stretches;
  double lost = 0;  ///< expected arrivals that the truncation of the queue turned away
};

/// Begins empty.  Agents stay as they are after the last stretch; to let the queue run empty, add one without
/// arrivals.  The length of queue considered grows until less than 1e-12 of the arrivals is lost.  Made for
/// hundreds of agents and some thousands of waiting calls; throws std::invalid_argument for stretches or
/// rates that make no sense, std::length_error when the queue would need more than 20,000 places.
TransientResult transient_queue(const std::vector<Stretch>& day, const TransientRates& rates);

}  // namespace thirdring
