#include "sim/scenario/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/scenario/quotient.hpp"
#include "sim/scenario/scan.hpp"

namespace thirdring {

std::optional<double> read_decimal(std::string_view text) {
  Scan scan(text);
  double value = 0;
  return scan.decimal(value) && scan.done() ? std::optional(value) : std::nullopt;
}

namespace {

struct Unit {
  std::string_view name;
  double seconds;
};
constexpr double minute = 60, hour = 3600, day = 86400;
constexpr Unit units[] = {{"s", 1}, {"min", minute}, {"h", hour}, {"day", day}, {"days", day}};

bool scan_unit(Scan& scan, double& seconds) {
  const std::string_view name = scan.letters();
  for (const Unit& unit : units)
    if (unit.name == name) {
      seconds = unit.seconds;
      return true;
    }
  return false;
}

// One or more amounts with units: 1 h 30 min.
bool scan_duration(Scan& scan, double& seconds) {
  seconds = 0;
  do {
    double amount = 0, unit = 0;
    if (!scan.decimal(amount)) return false;
    scan.spaces();
    if (!scan_unit(scan, unit)) return false;
    seconds += amount * unit;
    scan.spaces();
  } while (!scan.done());
  return std::isfinite(seconds);
}

bool scan_wait(Scan& scan, Wait& wait) {
  Scan rings = scan;
  if (rings.decimal(wait.amount)) {
    rings.spaces();
    const std::string_view word = rings.letters();
    wait.in_rings = word == "ring" || word == "rings";
    if (wait.in_rings) return rings.done();
  }
  return scan_duration(scan, wait.amount);
}

bool read_per(std::string_view text, double seconds, double& value) {
  Scan scan(text);
  double amount = 0, unit = 0;
  if (!scan.decimal(amount)) return false;
  scan.spaces();
  if (!scan.take('/')) return false;
  scan.spaces();
  if (!scan_unit(scan, unit) || !scan.done()) return false;
  value = amount / (unit / seconds);
  return true;
}

std::string plain(double value) { return fmt::format("{}", value); }

std::string write_duration(double seconds) {
  if (seconds == never) return "never";
  for (const auto& [unit, length] : {Unit{"h", hour}, Unit{"min", minute}})
    if (seconds > 0 && std::fmod(seconds, length) == 0 && seconds / length * length == seconds)
      return plain(seconds / length) + ' ' + std::string(unit);
  return plain(seconds) + " s";
}

// `3 working days`; leaves the scan where it was if it is something else.
bool scan_working_days(Scan& scan, std::uint32_t& days) {
  Scan after = scan;
  double number = 0;
  if (!after.decimal(number) || number < 1 || number > 1000 || number != std::floor(number)) return false;
  after.spaces();
  if (after.letters() != "working" || !after.spaces()) return false;
  const std::string_view unit = after.letters();
  if ((unit != "day" && unit != "days") || !after.done()) return false;
  days = static_cast<std::uint32_t>(number);
  return true;
}

// In the order of Promise::Of.
constexpr std::array<std::string_view, 5> promised = {"answered_within", "called_back_within",
                                                      "contacted_within", "on_site_within", "closed_within"};

}  // namespace

// Pieces of the patterns.
#define THIRDRING_DECIMAL R"([0-9]+\.?[0-9]*([eE][-+]?[0-9]+)?)"
#define THIRDRING_AMOUNT THIRDRING_DECIMAL " *(s|min|h|days?)"
#define THIRDRING_DURATION THIRDRING_AMOUNT "( *" THIRDRING_AMOUNT ")* *"
#define THIRDRING_RINGS THIRDRING_DECIMAL " *rings?"
#define THIRDRING_WORKING_DAYS "[0-9]+ *working +days?"

const std::string_view Leaf<Share>::word = "share";
const std::string_view Leaf<Share>::expected = "a share from 0 % to 100 %, such as 5 %";
const std::string_view Leaf<Share>::pattern = "^" THIRDRING_DECIMAL " *%$";
bool Leaf<Share>::read(std::string_view text, Share& value) {
  Scan scan(text);
  double percent = 0;
  if (!scan.decimal(percent) || percent > 100) return false;
  scan.spaces();
  value.value = percent / 100;
  return scan.take('%') && scan.done();
}
std::string Leaf<Share>::write(const Share& value) {
  return write_quotient(value.value, 100).value_or(plain(value.value * 100)) + " %";
}

const std::string_view Leaf<Duration>::word = "duration";
const std::string_view Leaf<Duration>::expected = "a duration with a unit (s, min, h or days), such as 20 s";
const std::string_view Leaf<Duration>::pattern = "^" THIRDRING_DURATION "$";
bool Leaf<Duration>::read(std::string_view text, Duration& value) {
  Scan scan(text);
  return scan_duration(scan, value.seconds);
}
std::string Leaf<Duration>::write(const Duration& value) { return write_duration(value.seconds); }

const std::string_view Leaf<DurationOrNever>::word = "duration or never";
const std::string_view Leaf<DurationOrNever>::expected =
    "a duration with a unit (s, min, h or days), such as 20 s, or never";
const std::string_view Leaf<DurationOrNever>::pattern = "^(never|infinite|" THIRDRING_DURATION ")$";
bool Leaf<DurationOrNever>::read(std::string_view text, DurationOrNever& value) {
  value.seconds = never;
  Scan scan(text);
  return text == "never" || text == "infinite" || scan_duration(scan, value.seconds);
}
std::string Leaf<DurationOrNever>::write(const DurationOrNever& value) {
  return write_duration(value.seconds);
}

const std::string_view Leaf<Wait>::word = "duration or rings";
const std::string_view Leaf<Wait>::expected =
    "a duration with a unit (s, min, h, days or rings), such as 20 s or 3 rings";
const std::string_view Leaf<Wait>::pattern = "^(" THIRDRING_RINGS "|" THIRDRING_DURATION ")$";
bool Leaf<Wait>::read(std::string_view text, Wait& value) {
  Scan scan(text);
  return scan_wait(scan, value);
}
std::string Leaf<Wait>::write(const Wait& value) {
  return value.in_rings ? plain(value.amount) + " rings" : write_duration(value.amount);
}

const std::string_view Leaf<WaitOrNever>::word = "duration or rings, or never";
const std::string_view Leaf<WaitOrNever>::expected =
    "a duration with a unit (s, min, h, days or rings), such as 4 rings, or never";
const std::string_view Leaf<WaitOrNever>::pattern = "^(never|" THIRDRING_RINGS "|" THIRDRING_DURATION ")$";
bool Leaf<WaitOrNever>::read(std::string_view text, WaitOrNever& value) {
  value.is_never = text == "never";
  return value.is_never || Leaf<Wait>::read(text, value.wait);
}
std::string Leaf<WaitOrNever>::write(const WaitOrNever& value) {
  return value.is_never ? "never" : Leaf<Wait>::write(value.wait);
}

const std::string_view Leaf<Rate>::word = "rate";
const std::string_view Leaf<Rate>::expected =
    "a rate with a unit of time (/s, /min, /h or /day), such as 240/h";
const std::string_view Leaf<Rate>::pattern = "^" THIRDRING_DECIMAL " */ *(s|min|h|days?)$";
bool Leaf<Rate>::read(std::string_view text, Rate& value) { return read_per(text, 1, value.per_second); }
std::string Leaf<Rate>::write(const Rate& value) {
  for (const auto& [unit, length] : {Unit{"/h", hour}, Unit{"/min", minute}, Unit{"/day", day}})
    if (const auto amount = write_quotient(value.per_second, length)) return *amount + std::string(unit);
  return plain(value.per_second) + "/s";
}

const std::string_view Leaf<MoneyRate>::word = "money per time";
const std::string_view Leaf<MoneyRate>::expected = "money per time (/s, /min, /h or /day), such as 25/h";
const std::string_view Leaf<MoneyRate>::pattern = Leaf<Rate>::pattern;
bool Leaf<MoneyRate>::read(std::string_view text, MoneyRate& value) {
  return read_per(text, hour, value.per_hour);
}
std::string Leaf<MoneyRate>::write(const MoneyRate& value) { return plain(value.per_hour) + "/h"; }

const std::string_view Leaf<Number>::word = "number";
const std::string_view Leaf<Number>::expected = "a number that is not negative, such as 12.5";
const std::string_view Leaf<Number>::pattern = "^" THIRDRING_DECIMAL "$";
bool Leaf<Number>::read(std::string_view text, Number& value) {
  const auto read = read_decimal(text);
  value.value = read.value_or(0);
  return read.has_value();
}
std::string Leaf<Number>::write(const Number& value) { return plain(value.value); }

const std::string_view Leaf<WholeNumber>::word = "whole number";
const std::string_view Leaf<WholeNumber>::expected = "a whole number that is not negative, such as 12";
const std::string_view Leaf<WholeNumber>::pattern = "^[0-9]+$";
bool Leaf<WholeNumber>::read(std::string_view text, WholeNumber& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value.value);
  return error == std::errc() && end == text.data() + text.size();
}
std::string Leaf<WholeNumber>::write(const WholeNumber& value) { return fmt::format("{}", value.value); }

const std::string_view Leaf<Quantity>::word = "share, duration or number";
const std::string_view Leaf<Quantity>::expected = "a share such as 5 %, a duration such as 20 s, or a number";
const std::string_view Leaf<Quantity>::pattern = "^(" THIRDRING_DECIMAL " *%?|" THIRDRING_DURATION ")$";
bool Leaf<Quantity>::read(std::string_view text, Quantity& value) {
  Share share;
  Duration duration;
  Number number;
  if (Leaf<Share>::read(text, share))
    value = {Quantity::Unit::share, share.value};
  else if (Leaf<Duration>::read(text, duration))
    value = {Quantity::Unit::time, duration.seconds};
  else if (Leaf<Number>::read(text, number))
    value = {Quantity::Unit::number, number.value};
  else
    return false;
  return true;
}
std::string Leaf<Quantity>::write(const Quantity& value) {
  if (value.unit == Quantity::Unit::share) return Leaf<Share>::write({value.value});
  return value.unit == Quantity::Unit::time ? write_duration(value.value) : plain(value.value);
}

const std::string_view Leaf<Promise>::word = "promise";
const std::string_view Leaf<Promise>::expected =
    "answered_within, called_back_within or, of cases, contacted_within, on_site_within or closed_within, "
    "and a "
    "time, such as answered_within 3 rings";
const std::string_view Leaf<Promise>::pattern =
    "^(answered_within|called_back_within|contacted_within|on_site_within|closed_within) +(" THIRDRING_RINGS
    "|" THIRDRING_WORKING_DAYS "|" THIRDRING_DURATION ")$";
bool Leaf<Promise>::read(std::string_view text, Promise& value) {
  Scan scan(text);
  const std::string_view said = scan.letters();
  const auto found = std::find(promised.begin(), promised.end(), said);
  if (found == promised.end() || !scan.spaces()) return false;
  value.of = static_cast<Promise::Of>(found - promised.begin());
  return scan_working_days(scan, value.working_days) || scan_wait(scan, value.within);
}
std::string Leaf<Promise>::write(const Promise& value) {
  return std::string(promised[static_cast<std::size_t>(value.of)]) + ' ' +
         (value.working_days > 0 ? Leaf<Due>::write({never, value.working_days})
                                 : Leaf<Wait>::write(value.within));
}

const std::string_view Leaf<Due>::word = "duration or working days";
const std::string_view Leaf<Due>::expected =
    "a duration with a unit (s, min, h or days) or working days, such as 2 h or 3 working days";
const std::string_view Leaf<Due>::pattern = "^(" THIRDRING_WORKING_DAYS "|" THIRDRING_DURATION ")$";
bool Leaf<Due>::read(std::string_view text, Due& value) {
  value = Due{};
  Scan scan(text);
  return scan_working_days(scan, value.working_days) || scan_duration(scan, value.within);
}
std::string Leaf<Due>::write(const Due& value) {
  if (value.working_days == 0) return write_duration(value.within);
  return fmt::format("{} working day{}", value.working_days, value.working_days == 1 ? "" : "s");
}

const std::string_view Leaf<Condition>::word = "condition";
const std::string_view Leaf<Condition>::expected =
    "always, expected_wait > a duration, or queue >= a number, such as expected_wait > 2 min";
const std::string_view Leaf<Condition>::pattern =
    "^(always|expected_wait *> *" THIRDRING_DURATION "|queue *>=? *[0-9]+)$";
bool Leaf<Condition>::read(std::string_view text, Condition& value) {
  Scan scan(text);
  const std::string_view said = scan.letters();
  scan.spaces();
  if (said == "always") return scan.done();
  if (!scan.take('>')) return false;
  if (said == "expected_wait") {
    value.kind = Condition::Kind::expected_wait;
    scan.spaces();
    return scan_duration(scan, value.wait);
  }
  value.kind = Condition::Kind::queue;
  const bool or_equal = scan.take('=');
  scan.spaces();
  WholeNumber count;
  if (said != "queue" || !Leaf<WholeNumber>::read(scan.rest(), count) || count.value > 1'000'000'000)
    return false;
  value.queue = static_cast<std::uint32_t>(count.value) + (or_equal ? 0 : 1);
  return true;
}
std::string Leaf<Condition>::write(const Condition& value) {
  if (value.kind == Condition::Kind::always) return "always";
  return value.kind == Condition::Kind::queue ? fmt::format("queue >= {}", value.queue)
                                              : "expected_wait > " + write_duration(value.wait);
}

}  // namespace thirdring
