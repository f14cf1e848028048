#include "sim/scenario/units.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "sim/scenario/amounts.hpp"
#include "sim/scenario/quotient.hpp"

namespace thirdring {

std::optional<double> read_decimal(std::string_view text) {
  Scan scan(text);
  double value = 0;
  return scan.decimal(value) && scan.done() ? std::optional(value) : std::nullopt;
}

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

const std::string_view Leaf<WarmUp>::word = "duration or auto";
const std::string_view Leaf<WarmUp>::expected =
    "a duration with a unit (s, min, h or days), such as 2 h, or auto";
const std::string_view Leaf<WarmUp>::pattern = "^(auto|" THIRDRING_DURATION ")$";
bool Leaf<WarmUp>::read(std::string_view text, WarmUp& value) {
  value.automatic = text == "auto";
  Scan scan(text);
  return value.automatic || scan_duration(scan, value.seconds);
}
std::string Leaf<WarmUp>::write(const WarmUp& value) {
  return value.automatic ? "auto" : write_duration(value.seconds);
}

const std::string_view Leaf<Rate>::word = "rate";
const std::string_view Leaf<Rate>::expected =
    "a rate with a unit of time (/s, /min, /h or /day), such as 240/h";
const std::string_view Leaf<Rate>::pattern = "^" THIRDRING_DECIMAL " */ *(s|min|h|days?)$";
bool Leaf<Rate>::read(std::string_view text, Rate& value) { return read_per(text, 1, value.per_second); }
std::string Leaf<Rate>::write(const Rate& value) {
  for (const auto& [unit, length] : {std::pair{"/h", hour}, {"/min", minute}, {"/day", day}})
    if (const auto amount = write_quotient(value.per_second, length)) return *amount + unit;
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

}  // namespace thirdring
