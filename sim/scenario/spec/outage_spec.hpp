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
  Field<List<Name>> call_types, groups, sites;
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
  v.required("lasts", s.lasts, "how long it lasts");
  v.optional("call_types", s.call_types,
             "whose callers hear that it does not work; absent: all, unless groups or sites are named");
  v.optional("groups", s.groups,
             "groups that take no calls in that time; what waits for them goes on to the next groups of its "
             "route at once");
  v.optional("sites", s.sites, "the same with all groups of these sites");
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
  v.alternatives({"at", "every"}, true);
}

struct SiteSpec {
  static constexpr std::string_view word = "site",
                                    title = "a map such as {groups: [north_desk], provinces: {liaoning: 3}}";
  Field<List<Name>> groups;
  Field<Named<Number>> provinces;
  Field<Duration> overflow_after = Duration{0};
};
template <class V>
void describe(V& v, SiteSpec& s) {
  v.required("groups", s.groups, "the groups that are there; a group of no site takes calls of all");
  v.optional("provinces", s.provinces,
             "whose calls come here first, by name, each with its weight in the calls of all provinces");
  v.optional("overflow_after", s.overflow_after,
             "calls that come here first go to other sites once they have waited so long");
}

struct PowerCutSpec {
  static constexpr std::string_view word = "power cut",
                                    title = "a power cut such as {at: 2026-03-09 09:00, lasts: 4 h}";
  Field<Moment> at;
  Field<TimeSpec> lasts;
  Field<Duration> announced;
};
template <class V>
void describe(V& v, PowerCutSpec& s) {
  v.required("at", s.at, "when it begins: a time of day (on every day), or of one date");
  v.required("lasts", s.lasts, "how long it lasts");
  v.optional("announced", s.announced,
             "so long before it customers are told, who then enquire; absent: it comes unannounced");
}

struct AreaCallsSpec {
  static constexpr std::string_view
      word = "block",
      title =
          "a map such as {call_type: fault, share: 4 %, delay: {distribution: exponential, "
          "mean: 20 min}}";
  Field<Name> call_type;
  Field<Share> share;
  Field<TimeSpec> delay;
};
template <class V>
void describe(V& v, AreaCallsSpec& s) {
  v.required("call_type", s.call_type, "as which call type they call; they redial as it says");
  v.required("share", s.share, "of the customers, how many call, in the mean");
  v.required("delay", s.delay, "time until they do; who would call after the end of the power cut does not");
}

struct AreaSpec {
  static constexpr std::string_view word = "area",
                                    title =
                                        "a map such as {customers: 40000, reliability: 99.9 %, repair: 2 h, "
                                        "fault_calls: {call_type: fault, share: 4 %, delay: 10 min}}";
  Field<WholeNumber> customers;
  Field<Share> reliability;
  Field<TimeSpec> repair;
  Field<List<PowerCutSpec>> power_cuts;
  Field<AreaCallsSpec> fault_calls, enquiries;
  Field<Name> province;
};
template <class V>
void describe(V& v, AreaSpec& s) {
  v.required("customers", s.customers, "whom a power cut hits");
  v.optional(
      "reliability", s.reliability,
      "share of the time with power: there are random power cuts, (1 - reliability) x 8760 h / mean repair "
      "of them in a year");
  v.optional("repair", s.repair, "how long a random power cut lasts");
  v.optional("power_cuts", s.power_cuts, "power cuts at fixed times");
  v.optional("fault_calls", s.fault_calls,
             "calls that an unannounced power cut brings, from its beginning on");
  v.optional("province", s.province, "where it is, when call types are shared among sites by provinces");
  v.optional("enquiries", s.enquiries, "calls that an announced one brings, from the announcement on");
}

}  // namespace thirdring
