// When the centre is open, cut into periods.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "sim/model/units.hpp"

namespace thirdring {

/// The run's time line.  Time 0 is the opening of the first day.  Each day's open hours are cut into periods
/// of `period_length` (the last may be shorter); the time from a day's close to the next day's opening is one
/// more period, which is not open.  The last period is the time after the last close and has no end.
struct Calendar {
  struct Day {
    std::string date;  ///< ISO, e.g. 2026-03-02
    Seconds opens = 0, closes = 0;
    PeriodId first = 0;   ///< its first period; its closed period is that of the next day's first, minus 1
    PeriodId closed = 0;  ///< the period from its close to the next opening
  };
  struct Period {
    Seconds start = 0;  ///< ends where the next one starts
    std::uint32_t day = 0;
    bool open = true;
    std::uint32_t stretch = 0;  ///< in which its numbers are told; Calendar::stretches: in none
    std::string label;  ///< local time of the start, "08:30"; with the date when there are several days
  };
  enum class AfterClose : std::uint8_t { finish_calls, drop };

  std::string start;  ///< local date and time of time 0, "2026-03-02 08:00"
  Seconds clock = 0;  ///< local time of day at time 0
  Seconds period_length = 0;
  std::vector<Day> days;
  std::vector<Period> periods;
  /// Callers still waiting at close: served to the last one, or disconnected.  Who comes later finds it
  /// closed.
  AfterClose after_close = AfterClose::finish_calls;
  /// Results are told of stretches of time: one, or the batches of a long run.
  std::uint32_t stretches = 1;

  Seconds horizon() const { return days.back().closes; }
  /// The last day that opens no later, or the first one.
  const Day& day_of(Seconds moment) const {
    const auto after = std::upper_bound(days.begin() + 1, days.end(), moment,
                                        [](Seconds t, const Day& day) { return t < day.opens; });
    return *(after - 1);
  }
  /// How many of them begin no earlier.
  std::size_t open_periods_from(Seconds moment) const;
  /// Some periods are of no stretch.
  bool has_warm_up() const { return periods.front().stretch == stretches; }
  /// Cuts the run into stretches: `batches` of as many open periods each, as far as it comes out
  /// even, after the periods that begin before `warm_up`.  False, and unchanged, when there are
  /// fewer open periods than batches.
  bool cut(Seconds warm_up, std::uint32_t batches);
  /// Of the open time of a day, how much lies from one of its periods to the end of another.
  double share_of_day(PeriodId first, PeriodId last) const {
    const Day& day = days[periods[first].day];
    return (std::min(end_of(last), day.closes) - periods[first].start) / (day.closes - day.opens);
  }
  Seconds end_of(PeriodId p) const { return p + 1 < periods.size() ? periods[p + 1].start : never; }
};

}  // namespace thirdring
