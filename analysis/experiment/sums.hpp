// What the measures are formulas over: the counts, sums and times of one subject over a stretch of time.
#pragma once
#include <cstddef>

#include "sim/measures/totals.hpp"

namespace thirdring {

/// Beside the counts and the agents' times.
enum class Extra : std::uint8_t {
  open_time,        ///< seconds of open periods
  open_queue_time,  ///< call seconds of waiting in open periods
  open_lines_time,  ///< line seconds in use in open periods
  all_lines_busy,   ///< seconds of open periods without a free line
  open_agent_time,  ///< agent seconds signed on in open periods
  handled,          ///< legs of all types answered by the groups
  staff_cost,       ///< money for paid time
};
inline constexpr std::size_t extras = 7;

/// A view of numbers that all add up over time, types and groups.  Lives as long as the sheet behind it.
class Sums {
 public:
  Sums(const double* own, const double* callbacks, const double* escalations, double days,
       std::size_t thresholds)
      : own_(own), callbacks_(callbacks), escalations_(escalations), days_(days), thresholds_(thresholds) {}

  double operator[](Count c) const { return own_[static_cast<std::size_t>(c)]; }
  double within(Within w, std::size_t threshold) const {
    return own_[counts + static_cast<std::size_t>(w) * thresholds_ + threshold];
  }
  double agents(AgentState s) const { return own_[counts + 4 * thresholds_ + static_cast<std::size_t>(s)]; }
  double operator[](Extra e) const {
    return own_[counts + 4 * thresholds_ + agent_states + static_cast<std::size_t>(e)];
  }
  /// Days that the stretch covers; a part of a day counts as one.
  double days() const { return days_; }

  /// The subject's callbacks: those of its call types.
  Sums callbacks() const { return {callbacks_, callbacks_, callbacks_, days_, thresholds_}; }
  /// Its escalations: all of the centre for the subject `all`, nothing for others.
  Sums escalations() const { return {escalations_, escalations_, escalations_, days_, thresholds_}; }

 private:
  const double *own_, *callbacks_, *escalations_;
  double days_;
  std::size_t thresholds_;
};

/// Over and under the line of a fraction; what a replication tells of a measure.
struct Pair {
  double over = 0, under = 0;
  bool known() const { return under != 0; }
  double value() const { return over / under; }
};

}  // namespace thirdring
