// What every model of one queue in the long run can be asked.
//
// Waits are times in queue, whether they end with an answer or with giving up.  Shares and means are of the
// calls let in; only blocked() is a share of all calls that come.  Times are in the unit of the rates.
#pragma once

namespace thirdring {

/// How the calls end, as shares of those that come; the letters of docs/measures.md.
struct CallShares {
  double answered = 0, abandoned = 0, blocked = 0;
  double answered_in_time = 0, abandoned_in_time = 0;  ///< within the acceptable wait
  double short_abandons = 0;

  // The service level by each formula in use, as `thirdring explain service_level.offered` and so on tell.
  double answered_only() const { return answered_in_time / answered; }
  double offered() const { return answered_in_time / (answered + abandoned); }
  double ignore_abandoned_within() const {
    return answered_in_time / (answered + abandoned - abandoned_in_time);
  }
  double abandoned_within_positive() const {
    return (answered_in_time + abandoned_in_time) / (answered + abandoned);
  }
  double exclude_short() const { return answered_in_time / (answered + abandoned - short_abandons); }
  double short_positive() const { return (answered_in_time + short_abandons) / (answered + abandoned); }
  double with_blocked() const { return answered_in_time / (answered + abandoned + blocked); }
};

class Queue {
 public:
  virtual ~Queue() = default;

  virtual double blocked() const { return 0; }
  virtual double delay_probability() const = 0;
  virtual double abandoned() const = 0;
  virtual double mean_wait() const = 0;
  virtual double mean_wait_answered() const = 0;
  virtual double mean_queue() const = 0;
  virtual double occupancy() const = 0;
  virtual double waits_at_most(double time) const = 0;    ///< share answered or gone within the time
  virtual double answered_within(double time) const = 0;  ///< share answered so soon

  double abandoned_within(double time) const;
  double mean_wait_abandoned() const;  ///< NaN where nobody abandons
  /// The wait that this share of the calls does not exceed, 0 <= share < 1; infinite where the queue grows
  /// without bound.  Anything else throws std::invalid_argument.
  double wait_quantile(double share) const;
  /// The same of the answered.
  double answered_wait_quantile(double share) const;
  CallShares shares(double acceptable_wait, double short_abandon) const;
};

}  // namespace thirdring
