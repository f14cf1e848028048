// The calendar of a scenario, and what its dates and times of day mean in seconds from time 0.
#pragma once
#include <chrono>
#include <optional>
#include <vector>

#include "sim/model/calendar.hpp"
#include "sim/scenario/report.hpp"
#include "sim/scenario/spec/time_spec.hpp"

namespace thirdring {

struct Timeline {
  Calendar calendar;
  std::chrono::sys_days first_date;          ///< of time 0
  Seconds first_clock = 0;                   ///< time of day at time 0
  std::vector<std::chrono::sys_days> dates;  ///< of the days of the calendar
  bool by_hours = false;                     ///< opening hours are given, so that whole dates may be closed

  Seconds at(std::chrono::sys_days date, Seconds clock) const {
    return static_cast<double>((date - first_date).count()) * 86400 + clock - first_clock;
  }
  /// All moments meant: one for a date; without a date one on each day of the calendar (more if it is longer
  /// than 24 h), after midnight if the day goes on there and has not begun so early.
  std::vector<Seconds> moments(const Moment& moment) const;
  bool is_open(Seconds moment) const;

  std::vector<PeriodId> open_periods() const;
  /// How many open periods each day has, if all days have as many.
  std::optional<std::size_t> periods_per_day() const;
};

inline constexpr std::size_t most_periods = 100'000;

/// Nothing when the block is wrong; that is reported (the block's own values may have been before).
std::optional<Timeline> make_timeline(const Field<TimeBlock>& time, Report& report);

}  // namespace thirdring
