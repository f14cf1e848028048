// When the centre is open, cut into periods.
#pragma once
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

  Seconds horizon() const { return days.back().closes; }
  Seconds end_of(PeriodId p) const { return p + 1 < periods.size() ? periods[p + 1].start : never; }
};

}  // namespace thirdring
