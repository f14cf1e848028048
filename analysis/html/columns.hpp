// The stretches of time by which pictures are drawn.
#pragma once
#include <string>
#include <vector>

#include "sim/model/calendar.hpp"

namespace thirdring {

/// One or more open periods that follow each other: single periods while they are few, whole days or several
/// of them in long runs.
struct Column {
  std::string label;  ///< local time, or date, of its start
  std::vector<PeriodId> periods;
  Seconds start = 0, end = 0;  ///< from time 0
  Seconds open = 0;            ///< open time in it
};

/// More columns than this are no picture.
inline constexpr std::size_t most_columns = 120;

std::vector<Column> columns_of(const Calendar& calendar);

}  // namespace thirdring
