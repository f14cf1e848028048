// What becomes of the calls, added up by period.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/measures/totals.hpp"

namespace thirdring {

/// Keeps the counts and sums of a run of one call type and one group, and writes them into totals at its end:
/// the same numbers as a Collector's.  `credit` is the period in which a call counts.
class Ledger {
 public:
  Ledger(const Model& model, Totals& totals);
  void start();

  /// What calls that count in one period leave behind.
  struct Calls {
    double at_once = 0, late = 0;  // answered
    double abandoned = 0, balked = 0, disconnected = 0, unfinished = 0, unsolved = 0;
    double wait_answered = 0, wait_abandoned = 0, wait_disconnected = 0;
    double rings = 0;  // heard by the late
    double talk = 0, wrap_up = 0;
  };
  Calls& calls(PeriodId credit) { return calls_[credit]; }

  void answered_after(PeriodId credit, Seconds wait) {
    Calls& calls = calls_[credit];
    ++calls.late;
    calls.wait_answered += wait;
    calls.rings += rings(wait);
    ++answered_[credit * steps_ + step(wait)];
    waits_.add(wait);
    note(wait);
  }
  void abandoned_after(PeriodId credit, Seconds wait) {
    Calls& calls = calls_[credit];
    ++calls.abandoned;
    calls.wait_abandoned += wait;
    ++abandoned_[credit * steps_ + step(wait)];
    note(wait);
  }

  // Time that passes in the periods; `from` lies in period `p`.
  void talking(PeriodId p, Seconds from, Seconds to) { spread(&Time::talking, p, from, to); }
  void wrapping_up(PeriodId p, Seconds from, Seconds to) { spread(&Time::wrapping_up, p, from, to); }
  void waiting(PeriodId p, Seconds from, Seconds to) { spread(&Time::waiting, p, from, to); }
  void on_duty(PeriodId p, double agent_seconds) { time_[p].on_duty += agent_seconds; }

  /// The run ends in its last period.
  void write(Seconds end, std::uint32_t longest_queue);

 private:
  struct Time {
    Seconds ends = never;
    double on_duty = 0, talking = 0, wrapping_up = 0, waiting = 0;
  };

  void spread(double Time::*sum, PeriodId p, Seconds from, Seconds to) {
    for (; to > time_[p].ends; from = time_[p++].ends) time_[p].*sum += time_[p].ends - from;
    time_[p].*sum += to - from;
  }
  /// Of the steps between the thresholds.
  std::size_t step(Seconds wait) const {
    std::size_t k = 0;
    for (const Seconds threshold : thresholds_) k += wait > threshold;
    return k;
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
  void write_unanswered(PeriodId p);
  void write_answered(PeriodId p);
  void write_time(PeriodId p, Seconds end);

  const Model& model_;
  Totals& totals_;
  const std::vector<Seconds>& thresholds_;
  const std::size_t steps_;
  const Seconds cycle_;
  std::vector<Calls> calls_;
  std::vector<Time> time_;
  std::vector<double> answered_, abandoned_;  // period x step, after a wait
  Histogram waits_;
  Seconds longest_wait_ = 0;
};

}  // namespace thirdring
