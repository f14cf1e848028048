// When the centre is open, how often to run, how calls ring and count.
#pragma once
#include "sim/model/model.hpp"
#include "sim/scenario/spec/distribution_spec.hpp"

namespace thirdring {

template <>
inline constexpr auto words_of<Calendar::AfterClose> = std::to_array<Word<Calendar::AfterClose>>(
    {{"finish_calls", Calendar::AfterClose::finish_calls}, {"drop", Calendar::AfterClose::drop}});
template <>
inline constexpr auto words_of<Credit> = std::to_array<Word<Credit>>({{"arrival", Credit::arrival},
                                                                      {"answer", Credit::answer},
                                                                      {"end", Credit::end}});
template <>
inline constexpr auto words_of<ServiceLevelFormula> = std::to_array<Word<ServiceLevelFormula>>(
    {{"answered_only", ServiceLevelFormula::answered_only},
     {"offered", ServiceLevelFormula::offered},
     {"ignore_abandoned_within", ServiceLevelFormula::ignore_abandoned_within},
     {"abandoned_within_positive", ServiceLevelFormula::abandoned_within_positive},
     {"exclude_short", ServiceLevelFormula::exclude_short},
     {"short_positive", ServiceLevelFormula::short_positive},
     {"removed_within", ServiceLevelFormula::removed_within},
     {"with_blocked", ServiceLevelFormula::with_blocked}});

struct HoursSpec {
  static constexpr std::string_view
      word = "opening hours",
      title =
          "opening hours such as 08:00-20:00, or a map of them by weekday, such as {mon-fri: 08:00-20:00}";
  Field<Hours> daily;
  Named<Hours> by_weekday;
};
template <class V>
void describe(V& v, HoursSpec& s) {
  v.instead(s.daily, "the same hours on every day");
  v.rest(s.by_weekday,
         "hours of a weekday or a range of them (mon, tue, wed, thu, fri, sat, sun; mon-fri), or closed; "
         "a weekday that is not named is closed");
}

struct TimeBlock {
  static constexpr std::string_view word = "block",
                                    title = "a map such as {start: 2026-03-02 08:00, length: 12 h}";
  Field<Start> start = Start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 5}, 8 * 3600.0};
  Field<Duration> length;
  Field<WholeNumber> days = WholeNumber{1};
  Field<HoursSpec> hours;
  Field<Duration> period = Duration{1800};
  Field<Calendar::AfterClose> after_close = Calendar::AfterClose::finish_calls;
};
template <class V>
void describe(V& v, TimeBlock& s) {
  v.optional("start", s.start,
             "date and time at which the first day opens, in local time; with hours, the date is enough");
  v.optional(
      "length", s.length,
      "how long each day is open, from the time of day of the start; more than 24 h is one long opening");
  v.optional("days", s.days,
             "number of days in the calendar; without length and hours they are open around the clock");
  v.optional("hours", s.hours, "opening hours");
  v.optional("period", s.period, "what volumes, staffing and statistics are cut into");
  v.optional(
      "after_close", s.after_close,
      "callers still waiting at close: finish_calls serves them to the last one, drop disconnects them");
  v.alternatives({"length", "hours"}, false);
}

struct GoalSpec {
  static constexpr std::string_view word = "goal",
                                    title = "a map such as {measure: abandoned, half_width: 0.2 %}";
  Field<Name> measure;
  Field<Quantity> half_width;
};
template <class V>
void describe(V& v, GoalSpec& s) {
  v.required("measure", s.measure, "name of another measure to know precisely");
  v.required("half_width", s.half_width, "half the width of its interval, in its unit");
}

struct PrecisionSpec {
  static constexpr std::string_view word = "block",
                                    title = "a map such as {measure: service_level, half_width: 0.5 %}";
  Field<Name> measure;
  Field<Quantity> half_width;
  Field<WholeNumber> at_most = WholeNumber{10000};
  Field<List<GoalSpec>> also;
};
template <class V>
void describe(V& v, PrecisionSpec& s) {
  v.required("measure", s.measure, "name of the measure to know precisely");
  v.required("half_width", s.half_width,
             "stop when half the width of its 95 % interval is no more than this, in the measure's unit");
  v.optional("at_most", s.at_most, "replications to stop at in any case");
  v.optional("also", s.also, "other measures: it goes on until all of them are known so precisely");
}

struct RunBlock {
  static constexpr std::string_view word = "block", title = "a map such as {replications: 200, seed: 1}";
  Field<WholeNumber> replications = WholeNumber{100};
  Field<WholeNumber> seed = WholeNumber{1};
  Field<PrecisionSpec> precision;
  Field<WarmUp> warm_up;
  Field<WholeNumber> batches;
};
template <class V>
void describe(V& v, RunBlock& s) {
  v.optional("replications", s.replications, "how many independent days (or weeks) to simulate");
  v.optional("seed", s.seed, "start of all random numbers: the same seed gives the same results");
  v.optional("precision", s.precision, "go on until a measure is known precisely enough");
  v.optional(
      "warm_up", s.warm_up,
      "periods that begin so soon after time 0 are not told of; auto: as the run shows (MSER-5), for centres "
      "whose load does not change");
  v.optional(
      "batches", s.batches,
      "one long run, told of in so many parts, each an observation of its own; replications is 1 then unless "
      "given");
}

struct RingingBlock {
  static constexpr std::string_view word = "block",
                                    title = "a map such as {cycle: 5 s, take_back_after: 4 rings}";
  Field<Duration> cycle = Duration{5};
  Field<WaitOrNever> take_back_after = WaitOrNever{};
};
template <class V>
void describe(V& v, RingingBlock& s) {
  v.optional("cycle", s.cycle, "from one ring to the next, tone and pause together");
  v.optional("take_back_after", s.take_back_after,
             "a call that rings an agent so long goes back to the head of the queue");
}

struct MeasuresBlock {
  static constexpr std::string_view word = "block", title = "a map such as {acceptable_wait: 20 s}";
  Field<Credit> credit = Credit::arrival;
  Field<ServiceLevelFormula> service_level = ServiceLevelFormula::offered;
  Field<Duration> acceptable_wait = Duration{20};
  Field<Duration> short_abandon = Duration{5};
  Field<WholeNumber> rings = WholeNumber{3};
};
template <class V>
void describe(V& v, MeasuresBlock& s) {
  v.optional("credit", s.credit, "the period in which a call counts: that of its arrival, answer or end");
  v.optional("service_level", s.service_level, "how the service level treats callers who were not answered");
  v.optional("acceptable_wait", s.acceptable_wait, "the wait within which an answer is in time");
  v.optional("short_abandon", s.short_abandon, "who hangs up within this time is a short abandon");
  v.optional("rings", s.rings, "the ring by which a call should be answered");
}

}  // namespace thirdring
