// What becomes of the calls, added up by period.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/measures/totals.hpp"

namespace thirdring {

/// Keeps the totals of a run of one call type and one group: the same numbers as a Collector's.
class Ledger {
 public:
  Ledger(const Model& model, Totals& totals);
  void start();

  /// The rows of the calls that count in a period, the served and the others.
  double* served(PeriodId credit) { return rows_ + credit * stride_ + lost_to_served_; }
  double* lost(PeriodId credit) { return rows_ + credit * stride_; }
  static double& of(double* row, Count count) { return row[static_cast<std::size_t>(count)]; }

  // What is the same for all that are answered at once is added up at the end, from their number; until then
  // `answered` counts only them.
  static void count_answered_at_once(double* row) { ++of(row, Count::answered); }
  void count_answered(double* row, Seconds wait) {
    ++of(row, Count::waited);
    of(row, Count::wait_answered) += wait;
    of(row, Count::rings) += rings(wait);
    count_within(row, Within::answered, wait);
    waits_.add(wait);
    note(wait);
  }
  void count_abandoned(double* row, Seconds wait) {
    ++of(row, Count::waited);
    ++of(row, Count::abandoned);
    of(row, Count::wait_abandoned) += wait;
    count_within(row, Within::abandoned, wait);
    note(wait);
  }

  // Time that passes; `from` lies in period `p`.
  void talking(PeriodId p, Seconds from, Seconds to) { add(&Time::talking, p, from, to); }
  void wrapping_up(PeriodId p, Seconds from, Seconds to) { add(&Time::wrapping_up, p, from, to); }
  void waiting(PeriodId p, Seconds from, Seconds to) { add(&Time::waiting, p, from, to); }
  void on_duty(PeriodId p, double agent_seconds) { time_[p].on_duty += agent_seconds; }

  /// The run ends, in its last period.
  void complete(Seconds end, std::uint32_t longest_queue);

 private:
  struct Time {
    Seconds ends = never;  // the period
    double on_duty = 0, talking = 0, wrapping_up = 0, waiting = 0;
  };

  void add(double Time::*sum, PeriodId p, Seconds from, Seconds to) {
    Time* time = &time_[p];
    while (to > time->ends) [[unlikely]] {
        time->*sum += time->ends - from;
        from = time++->ends;
      }
    time->*sum += to - from;
  }
  /// At the smallest threshold that is long enough; Totals::complete adds up.
  void count_within(double* row, Within w, Seconds wait) {
    std::size_t k = 0;
    for (const Seconds threshold : thresholds_) k += wait > threshold;
    if (k < thresholds_.size()) ++row[counts + static_cast<std::size_t>(w) * thresholds_.size() + k];
  }
  /// Rings heard: the first begins at once.
  double rings(Seconds wait) const {
    const double cycles = wait / cycle_;
    if (cycles <= 1) return 1;
    if (cycles > 0x1p52) return cycles;  // which is a whole number
    const auto whole = static_cast<double>(static_cast<std::int64_t>(cycles));
    return whole + (whole < cycles);
  }
  void note(Seconds wait) { longest_wait_ = wait > longest_wait_ ? wait : longest_wait_; }

  const Calendar& calendar_;
  const std::vector<Seconds>& thresholds_;
  const Seconds cycle_;
  Totals& totals_;
  Histogram& waits_;
  double* const rows_;  // those of the others, in the first period
  const std::size_t stride_, lost_to_served_;
  std::vector<Time> time_;
  Seconds longest_wait_ = 0;
};

}  // namespace thirdring
