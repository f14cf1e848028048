// How calls of a type come.
#pragma once
#include "sim/model/arrivals.hpp"
#include "sim/scenario/spec/distribution_spec.hpp"

namespace thirdring {

enum class Nobody : std::uint8_t { nobody };
template <>
inline constexpr auto words_of<Nobody> = std::to_array<Word<Nobody>>({{"none", Nobody::nobody}});
template <>
inline constexpr auto words_of<Surge::Shape> = std::to_array<Word<Surge::Shape>>(
    {{"block", Surge::Shape::block}, {"triangle", Surge::Shape::triangle}, {"decay", Surge::Shape::decay}});

struct KnotSpec {
  static constexpr std::string_view word = "point", title = "a point such as {at: 08:00, rate: 100/h}";
  Field<Moment> at;
  Field<Rate> rate;
};
template <class V>
void describe(V& v, KnotSpec& s) {
  v.required("at", s.at, "time of day (on every day), or of one date");
  v.required("rate", s.rate, "calls per time at this moment");
}

struct SurgeSpec {
  static constexpr std::string_view word = "surge",
                                    title = "a surge such as {start: 10:00, length: 30 min, calls: 120}";
  Field<Moment> start;
  Field<Duration> length;
  Field<Surge::Shape> shape = Surge::Shape::block;
  Field<Number> calls;
};
template <class V>
void describe(V& v, SurgeSpec& s) {
  v.required("start", s.start, "when it begins: a time of day (on every day), or of one date");
  v.required("length", s.length, "how long it lasts");
  v.optional("shape", s.shape,
             "block: even; triangle: rises to the middle, then falls; decay: at once, then fades");
  v.required("calls", s.calls, "expected number of extra calls");
}

struct DiallerSpec {
  static constexpr std::string_view word = "dialler",
                                    title = "a map such as {group: sales, numbers: 2, reached: 30 %}";
  Field<Name> group;
  Field<Number> numbers = Number{1};
  Field<WholeNumber> idle = WholeNumber{1}, idle_of_all = WholeNumber{0};
  Field<Share> reached;
  Field<TimeSpec> dial = TimeSpec{Duration{0}};
  Field<Moment> from, until;
};
template <class V>
void describe(V& v, DiallerSpec& s) {
  v.required("group", s.group, "the agents for whom it dials, whenever one of any group gets free");
  v.optional(
      "numbers", s.numbers,
      "numbers dialled for each idle agent of the group, less those that still ring; the sum is rounded");
  v.optional("idle", s.idle, "it dials while at least this many agents of the group are idle");
  v.optional("idle_of_all", s.idle_of_all, "and at least this many of all groups together");
  v.required("reached", s.reached, "chance that the customer answers");
  v.optional("dial", s.dial, "time from dialling to the answer, or to giving up");
  v.optional("from", s.from, "when it begins, each day or on one date; absent: at the opening");
  v.optional("until", s.until, "when it stops; absent: at the close");
}

struct ArrivalsSpec {
  static constexpr std::string_view word = "arrivals", title = "arrivals such as {rate: 240/h}, or none";
  Field<Nobody> nobody;
  Field<Rate> rate;
  Field<std::vector<Number>> volumes;
  Field<List<KnotSpec>> linear;
  Field<FileName> file;
  Field<List<Moment>> times;
  Field<FileName> times_file;
  Field<DiallerSpec> dialler;
  Field<FactorSpec> busyness;
  Field<FactorSpec> batch;
  Field<List<SurgeSpec>> surges;
};
template <class V>
void describe(V& v, ArrivalsSpec& s) {
  v.instead(s.nobody, "nobody calls by itself: the type is reached by transfer only");
  v.optional("rate", s.rate, "the same rate in all open hours");
  v.optional("volumes", s.volumes,
             "expected calls per open period, of one day (the same on all) or of the whole run");
  v.optional("linear", s.linear, "rate at some moments, linear in between and 0 outside");
  v.optional("file", s.file,
             "CSV file with the columns time and calls: start of each open period (08:30, or 2026-03-02 "
             "08:30) and expected calls in it");
  v.optional("times", s.times,
             "the very moments at which calls come: times of day (on every day), or of one date");
  v.optional("times_file", s.times_file,
             "CSV file with the column time: the very moments at which calls come");
  v.optional(
      "dialler", s.dialler,
      "they are called by a machine while agents are idle, and wait on the telephone if none is free by "
      "then");
  v.optional("busyness", s.busyness,
             "factor on the type's arrivals, drawn once a day; its mean is usually 1");
  v.optional("batch", s.batch,
             "callers who arrive together, rounded, at least 1; rates and volumes count batches then");
  v.optional("surges", s.surges, "bursts of extra calls");
  v.alternatives({"rate", "volumes", "linear", "file", "times", "times_file", "dialler"}, true);
}

}  // namespace thirdring
