#include "analysis/html/columns.hpp"

namespace thirdring {

std::vector<Column> columns_of(const Calendar& calendar) {
  std::vector<PeriodId> open;
  for (PeriodId p = 0; p < calendar.periods.size(); ++p)
    if (calendar.periods[p].open && calendar.periods[p].stretch < calendar.stretches) open.push_back(p);
  const bool by_period = open.size() <= most_columns;
  const std::size_t days_in_one = (calendar.days.size() + most_columns - 1) / most_columns;

  std::vector<Column> columns;
  std::size_t last = 0;
  for (const PeriodId p : open) {
    const Calendar::Period& period = calendar.periods[p];
    const std::size_t group = period.day / days_in_one;
    if (by_period || columns.empty() || group != last)
      columns.push_back({by_period ? period.label : calendar.days[period.day].date, {}, period.start, 0, 0});
    last = group;
    Column& column = columns.back();
    column.periods.push_back(p);
    column.end = calendar.end_of(p);
    column.open += calendar.end_of(p) - period.start;
  }
  return columns;
}

}  // namespace thirdring
