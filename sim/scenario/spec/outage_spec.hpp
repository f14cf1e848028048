// What fails.
#pragma once
#include "sim/scenario/spec/distribution_spec.hpp"

namespace thirdring {

enum class InProgress : std::uint8_t { kept, cut };
template <>
inline constexpr auto words_of<InProgress> = std::to_array<Word<InProgress>>({{"kept", InProgress::kept},
                                                                              {"cut", InProgress::cut}});

struct OutageSpec {
  static constexpr std::string_view word = "outage",
                                    title =
                                        "a map such as {at: 10:00, lasts: 30 min, call_later: 60 %, "
                                        "delay: 20 min}";
  Field<Moment> at;
  Field<TimeSpec> every, lasts;
  Field<List<Name>> call_types, groups;
  Field<InProgress> calls_in_progress = InProgress::kept;
  Field<Share> leave_number = Share{0}, call_later = Share{0};
  Field<TimeSpec> delay;
};
template <class V>
void describe(V& v, OutageSpec& s) {
  v.optional("at", s.at, "when it begins: a time of day (on every day), or of one date");
  v.optional(
      "every", s.every,
      "at random: time from the end of one to the next (and from the opening of the first day), nights "
      "included");
  v.alternatives({"at", "every"}, true);
  v.required("lasts", s.lasts, "how long it lasts");
  v.optional("call_types", s.call_types,
             "whose callers hear that it does not work; absent: all, unless groups are named");
  v.optional("groups", s.groups,
             "groups that take no calls in that time; what waits for them goes on to the next groups of its "
             "route at once");
  v.optional(
      "calls_in_progress", s.calls_in_progress,
      "calls with these groups, and those of these types, waiting or not, are cut or go on to their end");
  v.optional(
      "leave_number", s.leave_number,
      "chance that a caller of a type with callbacks leaves a number, and is called back when it works "
      "again");
  v.optional("call_later", s.call_later,
             "chance that who leaves no number, or is cut off, calls again; within the redials of the type");
  v.optional("delay", s.delay, "time until they do");
}

}  // namespace thirdring
