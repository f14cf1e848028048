#include "sim/scenario/compile/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/scenario/spec/group_spec.hpp"
#include "sim/scenario/visit.hpp"

namespace thirdring {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
constexpr double day_length = 86400;
constexpr std::uint32_t most_days = 3660;

struct Opening {
  sys_days date;
  Seconds opens, closes;  // time of day; closes may be after 24:00
};

using Week = std::array<Hours, 7>;  // from Monday

std::optional<Weekday> weekday_named(std::string_view name) {
  Weekday day{};
  return read_scalar(name, day) ? std::optional(day) : std::nullopt;
}

// `mon`, or `mon-fri`, which may go round the end of the week.
bool set_days(Week& week, std::array<bool, 7>& named, std::string_view name, const Hours& hours,
              std::string& again) {
  const std::size_t dash = name.find('-');
  const auto first = weekday_named(name.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : weekday_named(name.substr(dash + 1));
  if (!first || !last) return false;
  for (auto d = static_cast<std::size_t>(*first);; d = (d + 1) % 7) {
    if (named[d]) again = words_of<Weekday>[d].word;
    named[d] = true;
    week[d] = hours;
    if (d == static_cast<std::size_t>(*last)) return true;
  }
}

std::optional<Week> week_of(const Field<HoursSpec>& hours, Report& report) {
  Week week;
  if (hours->daily.given()) {
    week.fill(*hours->daily);
    if (!hours->daily->closed) return week;
    report.problem(hours.at, "expected opening hours such as 08:00-20:00, got 'closed' on every day");
    return std::nullopt;
  }
  week.fill({0, 0, true});
  std::array<bool, 7> named{};
  bool fine = true;
  for (const auto& [name_at, name, value] : hours->by_weekday.entries) {
    std::string again;
    if (!set_days(week, named, name, *value, again)) {
      report.problem(
          name_at,
          "expected a weekday or a range of them (mon, tue, wed, thu, fri, sat, sun, mon-fri), got " +
              in_quotes(name));
      fine = false;
    } else if (!again.empty()) {
      report.problem(name_at, fmt::format("expected each weekday once, got {} again", again));
      fine = false;
    }
  }
  return fine ? std::optional(week) : std::nullopt;
}

std::size_t index_of_weekday(sys_days date) { return std::chrono::weekday(date).iso_encoding() - 1; }

std::vector<Opening> openings_by_hours(const TimeBlock& time, const Week& week) {
  std::vector<Opening> result;
  for (std::uint64_t d = 0; d < time.days->value; ++d) {
    const sys_days date = time.start->date + days(static_cast<int>(d));
    const Hours& hours = week[index_of_weekday(date)];
    if (!hours.closed)
      result.push_back({date, hours.opens, hours.closes + (hours.closes <= hours.opens ? day_length : 0)});
  }
  return result;
}

std::vector<Opening> openings_by_length(const TimeBlock& time) {
  const Seconds opens = time.start->clock.value_or(0),
                length = time.length.given() ? time.length->seconds : day_length;
  std::vector<Opening> result;
  for (std::uint64_t d = 0; d < time.days->value; ++d)
    result.push_back({time.start->date + days(static_cast<int>(d)), opens, opens + length});
  return result;
}

// What the values of the block must be among themselves.
bool check(const Field<TimeBlock>& time, Report& report) {
  const auto problem = [&](const Where& at, const std::string& message) {
    report.problem(at, message);
    return false;
  };
  const TimeBlock& t = *time;
  if (t.start.wrong() || t.length.wrong() || t.days.wrong() || t.hours.wrong() || t.period.wrong())
    return false;
  bool fine = true;
  if (!t.length.given() && !t.days.given() && !t.hours.given())
    fine = problem(time.at, "expected one of the keys length, days or hours, got none of them");
  if (t.days->value == 0 || t.days->value > most_days)
    fine = problem(t.days.at, fmt::format("expected 1 to {} days, got {}", most_days, t.days->value));
  if (t.length.given() && t.length->seconds <= 0)
    fine = problem(t.length.at, "expected a length above 0, got " + Leaf<Duration>::write(*t.length));
  if (t.length.given() && t.length->seconds > most_days * day_length)
    fine = problem(t.length.at, fmt::format("expected at most {} days, got {}", most_days,
                                            Leaf<Duration>::write(*t.length)));
  if (t.length.given() && t.days->value > 1 && t.length->seconds > day_length)
    fine = problem(t.length.at, "expected at most 24 h when there are several days, got " +
                                    Leaf<Duration>::write(*t.length));
  if (t.period->seconds <= 0)
    fine = problem(t.period.at, "expected a period above 0, got " + Leaf<Duration>::write(*t.period));
  return fine;
}

void cut(Timeline& line, const std::vector<Opening>& openings) {
  Calendar& calendar = line.calendar;
  const bool dated = openings.size() > 1 || openings[0].closes - openings[0].opens > day_length;
  const auto add = [&](Seconds start, std::size_t day, bool open) {
    const double clock = line.first_clock + start, date = std::floor(clock / day_length);
    std::string label = write_clock(clock - date * day_length);
    if (dated) label = write_date(line.first_date + days(static_cast<int>(date))) + ' ' + label;
    calendar.periods.push_back({start, static_cast<std::uint32_t>(day), open, 0, std::move(label)});
    return static_cast<PeriodId>(calendar.periods.size() - 1);
  };
  for (std::size_t d = 0; d < openings.size(); ++d) {
    const auto& [date, opens, closes] = openings[d];
    Calendar::Day day{write_date(date), line.at(date, opens), line.at(date, closes), 0, 0};
    day.first = static_cast<PeriodId>(calendar.periods.size());
    // By multiplication, so that long calendars do not drift; what is left of rounding is no period.
    for (std::size_t i = 0;; ++i) {
      const Seconds start = day.opens + static_cast<double>(i) * calendar.period_length;
      if (start >= day.closes - 1e-6) break;
      add(start, d, true);
    }
    day.closed = add(day.closes, d, false);
    calendar.days.push_back(std::move(day));
    line.dates.push_back(date);
  }
}

}  // namespace

std::optional<Timeline> make_timeline(const Field<TimeBlock>& time, Report& report) {
  if (time.state == Field<TimeBlock>::State::missing) return std::nullopt;
  if (!check(time, report)) return std::nullopt;
  const auto refuse = [&](const Where& at, const std::string& message) -> std::optional<Timeline> {
    report.problem(at, message);
    return std::nullopt;
  };
  std::vector<Opening> openings;
  if (time->hours.given()) {
    const auto week = week_of(time->hours, report);
    if (!week) return std::nullopt;
    openings = openings_by_hours(*time, *week);
    if (openings.empty() || openings[0].date != time->start->date)
      return refuse(time->start.at,
                    "expected a start on a day that is open, got " + write_date(time->start->date));
    if (time->start.given() && time->start->clock && *time->start->clock != openings[0].opens)
      return refuse(time->start.at,
                    fmt::format("expected the start at the opening, {}, or the date alone, got {}",
                                write_clock(openings[0].opens), write_clock(*time->start->clock)));
  } else {
    openings = openings_by_length(*time);
  }

  Timeline line;
  line.first_date = openings[0].date;
  line.first_clock = openings[0].opens;
  line.by_hours = time->hours.given();
  line.calendar.start = write_date(line.first_date) + ' ' + write_clock(line.first_clock);
  line.calendar.clock = line.first_clock;
  line.calendar.period_length = time->period->seconds;
  line.calendar.after_close = *time->after_close;
  double periods = 0;
  for (std::size_t d = 0; d < openings.size(); ++d) {
    periods += std::ceil((openings[d].closes - openings[d].opens) / time->period->seconds) + 1;
    if (d > 0 &&
        line.at(openings[d].date, openings[d].opens) < line.at(openings[d - 1].date, openings[d - 1].closes))
      return refuse(time->hours.at,
                    "expected each day to close before the next opens, got hours that overlap");
  }
  if (periods > static_cast<double>(most_periods))
    return refuse(time->period.at,
                  fmt::format("expected at most {} periods, got {:.0f}", most_periods, periods));
  cut(line, openings);
  return line;
}

std::vector<Seconds> Timeline::moments(const Moment& moment) const {
  if (moment.date) return {at(*moment.date, moment.clock)};
  std::vector<Seconds> result;
  for (std::size_t d = 0; d < dates.size(); ++d) {
    const auto& day = calendar.days[d];
    Seconds t = at(dates[d], moment.clock);
    const bool beyond_midnight = day.closes > at(dates[d], day_length);
    if (t < day.opens && beyond_midnight) t += day_length;
    do result.push_back(t);
    while ((t += day_length) < day.closes);
  }
  return result;
}

bool Timeline::is_open(Seconds moment) const {
  const auto after = std::upper_bound(calendar.days.begin(), calendar.days.end(), moment,
                                      [](Seconds t, const Calendar::Day& day) { return t < day.opens; });
  return after != calendar.days.begin() && moment < std::prev(after)->closes;
}

std::vector<PeriodId> Timeline::open_periods() const {
  std::vector<PeriodId> result;
  for (PeriodId p = 0; p < calendar.periods.size(); ++p)
    if (calendar.periods[p].open) result.push_back(p);
  return result;
}

std::optional<std::size_t> Timeline::periods_per_day() const {
  const auto of = [](const Calendar::Day& day) { return std::size_t{day.closed} - day.first; };
  for (const auto& day : calendar.days)
    if (of(day) != of(calendar.days[0])) return std::nullopt;
  return of(calendar.days[0]);
}

}  // namespace thirdring
