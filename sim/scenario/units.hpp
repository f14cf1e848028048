// The words of the language: what one scalar may say, how it is read, and how it is written.
//
// Each kind of value has a Leaf<T>: `word` names it in the reference, `expected` completes the sentence
// "expected ...", `pattern` is its regular expression for the JSON Schema, read() gives the value (false: it
// is not one), write() the text that would be read as the value.
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/model/units.hpp"

namespace thirdring {

struct Share {
  double value = 0;
};  ///< 0 to 1; written 5 %
struct Duration {
  Seconds seconds = 0;
};  ///< written 20 s, 3 min, 1 h 30 min, 2 days
struct DurationOrNever {
  Seconds seconds = never;
};
struct Wait {
  double amount = 0;
  bool in_rings = false;
};  ///< a duration, or rings: 4 rings
struct WaitOrNever {
  Wait wait;
  bool is_never = true;
};
/// `2 h`, or `auto`.
struct WarmUp {
  Seconds seconds = 0;
  bool automatic = false;
};
struct Rate {
  double per_second = 0;
};  ///< written 240/h
struct MoneyRate {
  double per_hour = 0;
};  ///< written 25/h
struct Number {
  double value = 0;
};  ///< plain, not negative
struct WholeNumber {
  std::uint64_t value = 0;
};
struct YesNo {
  bool value = false;
};
struct Text {
  std::string value;
};
struct Name {
  std::string value;
};  ///< of something else in the scenario
struct FileName {
  std::string value;
};
/// A time of day, perhaps of one date.  Without a date it comes on every day.
struct Moment {
  std::optional<std::chrono::sys_days> date;
  Seconds clock = 0;
};
struct ClockTime {
  Seconds clock = 0;
};  ///< seconds since midnight, 24:00 included
/// A date with or without a time of day.
struct Start {
  std::chrono::sys_days date;
  std::optional<Seconds> clock;
};
/// Opening hours of a day, 08:00-20:00; closing at or before the opening means the next day.
struct Hours {
  Seconds opens = 0, closes = 0;
  bool closed = false;
};
/// Any value with its unit; what it should be depends on the measure it is a limit of.
struct Quantity {
  enum class Unit : std::uint8_t { share, time, number } unit = Unit::number;
  double value = 0;
};
/// A deadline: `2 h`, or `3 working days`.
struct Due {
  Seconds within = never;
  std::uint32_t working_days = 0;  ///< 0: by the clock
};
/// `answered_within 3 rings`, `called_back_within 2 h`, `closed_within 7 working days`.
struct Promise {
  enum class Of : std::uint8_t { answered, called_back, contacted, on_site, closed } of = Of::answered;
  Wait within;
  std::uint32_t working_days = 0;  ///< 0: by the clock
};
/// `2026-10-01`, or `2026-10-01 to 2026-10-07`, both included.
struct Dates {
  std::chrono::sys_days first, last;
};
/// `mon-fri`, or `mon, wed, fri`.
struct Weekdays {
  std::array<bool, 7> on{};  ///< from Monday
  static constexpr Weekdays mon_to_fri() { return {{true, true, true, true, true, false, false}}; }
};
/// When a callback is offered: `always`, `expected_wait > 2 min`, `queue >= 5`.
struct Condition {
  enum class Kind : std::uint8_t { always, expected_wait, queue } kind = Kind::always;
  Seconds wait = 0;
  std::uint32_t queue = 0;  ///< at least so many
};
/// Comparisons joined by `and`, as they are written: what they may name, only the whole scenario knows.
struct WhenText {
  std::string value;
};

template <class T>
struct Leaf;

#define THIRDRING_LEAF(Type)                               \
  template <>                                              \
  struct Leaf<Type> {                                      \
    static const std::string_view word, expected, pattern; \
    static bool read(std::string_view text, Type& value);  \
    static std::string write(const Type& value);           \
  }
THIRDRING_LEAF(Share);
THIRDRING_LEAF(Duration);
THIRDRING_LEAF(DurationOrNever);
THIRDRING_LEAF(Wait);
THIRDRING_LEAF(WaitOrNever);
THIRDRING_LEAF(WarmUp);
THIRDRING_LEAF(Rate);
THIRDRING_LEAF(MoneyRate);
THIRDRING_LEAF(Number);
THIRDRING_LEAF(WholeNumber);
THIRDRING_LEAF(YesNo);
THIRDRING_LEAF(Text);
THIRDRING_LEAF(Name);
THIRDRING_LEAF(FileName);
THIRDRING_LEAF(Moment);
THIRDRING_LEAF(ClockTime);
THIRDRING_LEAF(Start);
THIRDRING_LEAF(Hours);
THIRDRING_LEAF(Quantity);
THIRDRING_LEAF(Due);
THIRDRING_LEAF(Promise);
THIRDRING_LEAF(Dates);
THIRDRING_LEAF(Weekdays);
THIRDRING_LEAF(Condition);
THIRDRING_LEAF(WhenText);
#undef THIRDRING_LEAF

/// `2026-03-02`, `08:30`.
std::string write_date(std::chrono::sys_days date);
std::string write_clock(Seconds clock);
/// A finite decimal number, written as planners do; nothing else (no `inf`, no hexadecimals).
std::optional<double> read_decimal(std::string_view text);

/// A word of a fixed list: words_of<E> is the list.
template <class E>
struct Word {
  std::string_view word;
  E value;
};
template <class E>
inline constexpr std::array<Word<E>, 0> words_of{};
template <class T>
concept Enumeration = std::is_enum_v<T>;

}  // namespace thirdring
