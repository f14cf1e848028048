// The whole scenario.
#pragma once
#include "sim/model/agreements.hpp"
#include "sim/scenario/spec/case_spec.hpp"
#include "sim/scenario/spec/conversation_spec.hpp"
#include "sim/scenario/spec/group_spec.hpp"
#include "sim/scenario/spec/outage_spec.hpp"
#include "sim/scenario/spec/sweep_spec.hpp"
#include "sim/scenario/spec/time_spec.hpp"

namespace thirdring {

template <>
inline constexpr auto words_of<Agreement::Per> = std::to_array<Word<Agreement::Per>>(
    {{"period", Agreement::Per::period}, {"day", Agreement::Per::day}, {"run", Agreement::Per::whole_run}});

enum class TimeStatistic : std::uint8_t { mean, maximum };
template <>
inline constexpr auto words_of<TimeStatistic> =
    std::to_array<Word<TimeStatistic>>({{"mean", TimeStatistic::mean}, {"maximum", TimeStatistic::maximum}});

struct AgreementSpec {
  static constexpr std::string_view word = "agreement",
                                    title = "a map such as {share: answered_within 3 rings, at_least: 85 %}";
  Field<Promise> share;
  Field<Name> measure;
  Field<TimeStatistic> statistic;
  Field<Share> percentile;
  Field<List<Name>> of;
  Field<Quantity> at_least, at_most;
  Field<Agreement::Per> per = Agreement::Per::day;
  Field<Number> penalty = Number{0};
};
template <class V>
void describe(V& v, AgreementSpec& s) {
  v.optional("share", s.share,
             "share of calls answered, of callbacks made, or of cases answered (contacted, on site, closed) "
             "within a time");
  v.optional("measure", s.measure, "any measure by its name");
  v.alternatives({"share", "measure"}, true);
  v.optional(
      "statistic", s.statistic,
      "of `measure: wait`, or of cases `contact`, `on_site`, `answer` or `close`: the mean or the maximum of "
      "these times");
  v.optional("percentile", s.percentile, "likewise: the time within which this share of them is");
  v.alternatives({"share", "statistic", "percentile"}, false);
  v.optional("of", s.of, "call types, or cases; absent: all inbound types, or all cases");
  v.optional("at_least", s.at_least, "the limit, in the measure's unit");
  v.optional("at_most", s.at_most, "the limit, in the measure's unit");
  v.alternatives({"at_least", "at_most"}, true);
  v.optional("per", s.per, "what it is evaluated for: each period, each day or the whole run");
  v.optional("penalty", s.penalty, "money for each breach");
}

struct CostsBlock {
  static constexpr std::string_view word = "block", title = "a map such as {tier1: 25/h, currency: EUR}";
  Field<Text> currency;
  Named<MoneyRate> of_groups;
};
template <class V>
void describe(V& v, CostsBlock& s) {
  v.optional("currency", s.currency, "name of the currency in reports");
  v.rest(s.of_groups, "cost of an agent of the group while signed on");
}

struct ScenarioSpec {
  static constexpr std::string_view word = "scenario",
                                    title =
                                        "a scenario: a map with the keys time, call_types and agent_groups";
  Field<FileName> based_on;  ///< already followed when a scenario is read
  Field<Text> why, name;
  Field<TimeBlock> time;
  Field<RunBlock> run;
  Field<WholeNumber> lines;
  Field<RingingBlock> ringing;
  Field<FactorSpec> busyness;
  Field<Named<CallTypeSpec>> call_types;
  Field<Named<ConversationSpec>> conversations;
  Field<Named<CaseSpec>> cases;
  Field<WorkingDaysBlock> working_days;
  Field<Named<GroupSpec>> agent_groups;
  Field<RoutingBlock> routing;
  Field<Named<OutboundSpec>> outbound;
  Field<Named<SiteSpec>> sites;
  Field<Named<OutageSpec>> outages;
  Field<Named<AreaSpec>> served_areas;
  Field<MeasuresBlock> measures;
  Field<Named<AgreementSpec>> agreements;
  Field<CostsBlock> costs;
  Field<SweepBlock> sweep;
};
template <class V>
void describe(V& v, ScenarioSpec& s) {
  v.optional("based_on", s.based_on,
             "another scenario (relative to this one), of which this one says only what differs: maps are "
             "merged, lists and values replaced, and null takes a key away");
  v.optional("why", s.why, "the question the scenario answers");
  v.optional("name", s.name, "title in reports");
  v.required("time", s.time, "when the centre is open");
  v.optional("run", s.run, "how often to simulate, unless the command line says otherwise");
  v.optional("lines", s.lines,
             "trunk lines; a caller who finds none free hears the busy tone; absent: no limit");
  v.optional("ringing", s.ringing, "how calls ring");
  v.optional("busyness", s.busyness,
             "factor on the arrivals of all types, drawn once a day; its mean is usually 1");
  v.required("call_types", s.call_types, "the types of calls, by name");
  v.optional("conversations", s.conversations,
             "what agents and callers say to each other, by name; call types say which is theirs");
  v.optional("cases", s.cases,
             "what calls leave behind to be worked later, by name; calls say when they open one");
  v.optional("working_days", s.working_days, "the calendar by which deadlines in working days are counted");
  v.required("agent_groups", s.agent_groups, "the groups of agents, by name");
  v.optional("routing", s.routing, "which groups take which calls, and how agents and calls are chosen");
  v.optional("outbound", s.outbound,
             "lists of contacts that the centre calls, by name; groups list them as skills, such as "
             "outbound.renewals");
  v.optional(
      "sites", s.sites,
      "places under one number, by name: their groups, whose calls come there first, and when these go over "
      "to the others");
  v.optional("outages", s.outages, "equipment of the centre that fails, by name");
  v.optional("served_areas", s.served_areas,
             "areas whose customers call when they have no power, or will have none, by name");
  v.optional("measures", s.measures, "how calls are counted");
  v.optional("agreements", s.agreements,
             "what the hotline promises, by name; reports say how often each is breached");
  v.optional("costs", s.costs, "what agents cost, by group");
  v.optional(
      "sweep", s.sweep,
      "what `thirdring sweep` varies unless it is told otherwise; nothing else heeds it: see sweeps.md");
}

}  // namespace thirdring
