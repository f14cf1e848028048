// Dates, times of day and plain words.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/scenario/scan.hpp"
#include "sim/scenario/units.hpp"

namespace thirdring {
namespace {

using std::chrono::sys_days;

bool scan_date(Scan& scan, sys_days& date) {
  int year = 0, month = 0, day = 0;
  if (!scan.digits(4, year) || !scan.take('-') || !scan.digits(2, month) || !scan.take('-') ||
      !scan.digits(2, day))
    return false;
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return false;
  date = ymd;
  return true;
}

// 08:30, 8:30, 08:30:15, 08:30:15.5, and 24:00 as the end of a day.
bool scan_clock(Scan& scan, Seconds& clock) {
  int hours = 0, minutes = 0;
  double seconds = 0;
  Scan one_digit = scan;
  if (!scan.digits(2, hours)) {
    scan = one_digit;
    if (!scan.digits(1, hours)) return false;
  }
  if (!scan.take(':') || !scan.digits(2, minutes)) return false;
  if (scan.take(':') && !scan.decimal(seconds)) return false;
  clock = hours * 3600.0 + minutes * 60.0 + seconds;
  return minutes < 60 && seconds < 60 && clock <= 86400;
}

constexpr std::array<std::string_view, 7> weekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

}  // namespace

std::string write_date(sys_days date) {
  const std::chrono::year_month_day ymd(date);
  return fmt::format("{:04}-{:02}-{:02}", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
}

std::string write_clock(Seconds clock) {
  const auto whole = static_cast<long>(std::floor(clock));
  std::string result = fmt::format("{:02}:{:02}", whole / 3600, whole / 60 % 60);
  const double seconds = clock - static_cast<double>(whole / 60 * 60);
  if (seconds > 0) result += seconds < 10 ? fmt::format(":0{}", seconds) : fmt::format(":{}", seconds);
  return result;
}

#define THIRDRING_CLOCK R"([0-9]?[0-9]:[0-9][0-9](:[0-9][0-9](\.[0-9]+)?)?)"
#define THIRDRING_DATE "[0-9]{4}-[0-9]{2}-[0-9]{2}"

const std::string_view Leaf<ClockTime>::word = "time of day";
const std::string_view Leaf<ClockTime>::expected = "a time of day, such as 08:30";
const std::string_view Leaf<ClockTime>::pattern = "^" THIRDRING_CLOCK "$";
bool Leaf<ClockTime>::read(std::string_view text, ClockTime& value) {
  Scan scan(text);
  return scan_clock(scan, value.clock) && scan.done();
}
std::string Leaf<ClockTime>::write(const ClockTime& value) { return write_clock(value.clock); }

const std::string_view Leaf<Moment>::word = "time of day, perhaps of one date";
const std::string_view Leaf<Moment>::expected =
    "a time of day such as 08:30, or of one date such as 2026-03-02 08:30";
const std::string_view Leaf<Moment>::pattern = "^(" THIRDRING_DATE " )?" THIRDRING_CLOCK "$";
bool Leaf<Moment>::read(std::string_view text, Moment& value) {
  Scan scan(text);
  sys_days date;
  Scan dated = scan;
  if (scan_date(dated, date)) {
    if (!dated.spaces()) return false;
    value.date = date;
    scan = dated;
  }
  return scan_clock(scan, value.clock) && scan.done();
}
std::string Leaf<Moment>::write(const Moment& value) {
  return (value.date ? write_date(*value.date) + ' ' : "") + write_clock(value.clock);
}

const std::string_view Leaf<Start>::word = "date and time of day";
const std::string_view Leaf<Start>::expected =
    "a date with or without a time of day, such as 2026-03-02 08:00";
const std::string_view Leaf<Start>::pattern = "^" THIRDRING_DATE "( " THIRDRING_CLOCK ")?$";
bool Leaf<Start>::read(std::string_view text, Start& value) {
  Scan scan(text);
  if (!scan_date(scan, value.date)) return false;
  if (scan.done()) return true;
  value.clock = 0;
  return scan.spaces() && scan_clock(scan, *value.clock) && scan.done() && *value.clock < 86400;
}
std::string Leaf<Start>::write(const Start& value) {
  return write_date(value.date) + (value.clock ? ' ' + write_clock(*value.clock) : "");
}

const std::string_view Leaf<Hours>::word = "opening hours";
const std::string_view Leaf<Hours>::expected = "opening hours such as 08:00-20:00, or closed";
const std::string_view Leaf<Hours>::pattern = "^(closed|" THIRDRING_CLOCK " ?- ?" THIRDRING_CLOCK ")$";
bool Leaf<Hours>::read(std::string_view text, Hours& value) {
  value.closed = text == "closed";
  if (value.closed) return true;
  Scan scan(text);
  if (!scan_clock(scan, value.opens)) return false;
  scan.spaces();
  if (!scan.take('-')) return false;
  scan.spaces();
  return scan_clock(scan, value.closes) && scan.done() && value.opens < 86400;
}
std::string Leaf<Hours>::write(const Hours& value) {
  return value.closed ? "closed" : write_clock(value.opens) + '-' + write_clock(value.closes);
}

const std::string_view Leaf<Dates>::word = "date";
const std::string_view Leaf<Dates>::expected =
    "a date or a range of them, such as 2026-10-01 or 2026-10-01 to 2026-10-07";
const std::string_view Leaf<Dates>::pattern = "^" THIRDRING_DATE "( +to +" THIRDRING_DATE ")?$";
bool Leaf<Dates>::read(std::string_view text, Dates& value) {
  Scan scan(text);
  if (!scan_date(scan, value.first)) return false;
  value.last = value.first;
  if (scan.done()) return true;
  constexpr std::chrono::days most{3660};
  return scan.spaces() && scan.letters() == "to" && scan.spaces() && scan_date(scan, value.last) &&
         scan.done() && value.first <= value.last && value.last - value.first <= most;
}
std::string Leaf<Dates>::write(const Dates& value) {
  return write_date(value.first) + (value.last == value.first ? "" : " to " + write_date(value.last));
}

#define THIRDRING_WEEKDAY "(mon|tue|wed|thu|fri|sat|sun)"
#define THIRDRING_WEEKDAYS THIRDRING_WEEKDAY "(-" THIRDRING_WEEKDAY ")?"
const std::string_view Leaf<Weekdays>::word = "weekdays";
const std::string_view Leaf<Weekdays>::expected = "weekdays such as mon-fri, or mon, wed, fri";
const std::string_view Leaf<Weekdays>::pattern = "^" THIRDRING_WEEKDAYS "( *, *" THIRDRING_WEEKDAYS ")*$";
bool Leaf<Weekdays>::read(std::string_view text, Weekdays& value) {
  value = Weekdays{};
  Scan scan(text);
  const auto day = [&](std::size_t& d) {
    const auto found = std::find(weekdays.begin(), weekdays.end(), scan.letters());
    d = static_cast<std::size_t>(found - weekdays.begin());
    return found != weekdays.end();
  };
  do {
    scan.spaces();
    std::size_t first = 0;
    if (!day(first)) return false;
    std::size_t last = first;
    if (scan.take('-') && !day(last)) return false;
    for (std::size_t d = first;; d = (d + 1) % 7) {
      value.on[d] = true;
      if (d == last) break;
    }
    scan.spaces();
  } while (scan.take(','));
  return scan.done();
}
std::string Leaf<Weekdays>::write(const Weekdays& value) {
  if (value.on == Weekdays::mon_to_fri().on) return "mon-fri";
  std::string result;
  for (std::size_t d = 0; d < weekdays.size(); ++d)
    if (value.on[d]) result.append(result.empty() ? "" : ", ").append(weekdays[d]);
  return result;
}

const std::string_view Leaf<WhenText>::word = "condition";
const std::string_view Leaf<WhenText>::expected = "a condition such as rings > 3 and attempt = 1";
const std::string_view Leaf<WhenText>::pattern =
    "^ *(rings|waited|attempt|hour|held|call_type|earlier_outcome|proficiency) *(=|!=|<=?|>=?) *[^ =].*$";
bool Leaf<WhenText>::read(std::string_view text, WhenText& value) {
  value.value = text;
  return !text.empty();
}
std::string Leaf<WhenText>::write(const WhenText& value) { return value.value; }

const std::string_view Leaf<YesNo>::word = "yes or no";
const std::string_view Leaf<YesNo>::expected = "yes or no";
const std::string_view Leaf<YesNo>::pattern = "^(yes|no|true|false)$";
bool Leaf<YesNo>::read(std::string_view text, YesNo& value) {
  value.value = text == "yes" || text == "true";
  return value.value || text == "no" || text == "false";
}
std::string Leaf<YesNo>::write(const YesNo& value) { return value.value ? "yes" : "no"; }

const std::string_view Leaf<Text>::word = "text";
const std::string_view Leaf<Text>::expected = "a text";
const std::string_view Leaf<Text>::pattern = "";
bool Leaf<Text>::read(std::string_view text, Text& value) {
  value.value = text;
  return true;
}
std::string Leaf<Text>::write(const Text& value) { return value.value; }

const std::string_view Leaf<Name>::word = "name";
const std::string_view Leaf<Name>::expected = "a name";
const std::string_view Leaf<Name>::pattern = ".";
bool Leaf<Name>::read(std::string_view text, Name& value) {
  value.value = text;
  return !text.empty();
}
std::string Leaf<Name>::write(const Name& value) { return value.value; }

const std::string_view Leaf<FileName>::word = "file name";
const std::string_view Leaf<FileName>::expected = "the name of a file";
const std::string_view Leaf<FileName>::pattern = ".";
bool Leaf<FileName>::read(std::string_view text, FileName& value) {
  value.value = text;
  return !text.empty();
}
std::string Leaf<FileName>::write(const FileName& value) { return value.value; }

}  // namespace thirdring
