// Who answers.
#pragma once
#include "sim/model/model.hpp"
#include "sim/scenario/spec/distribution_spec.hpp"

namespace thirdring {

enum class Weekday : std::uint8_t { mon, tue, wed, thu, fri, sat, sun };
template <>
inline constexpr auto words_of<Weekday> = std::to_array<Word<Weekday>>({{"mon", Weekday::mon},
                                                                        {"tue", Weekday::tue},
                                                                        {"wed", Weekday::wed},
                                                                        {"thu", Weekday::thu},
                                                                        {"fri", Weekday::fri},
                                                                        {"sat", Weekday::sat},
                                                                        {"sun", Weekday::sun}});
template <>
inline constexpr auto words_of<AgentChoice> =
    std::to_array<Word<AgentChoice>>({{"longest_idle", AgentChoice::longest_idle},
                                      {"least_occupied", AgentChoice::least_occupied},
                                      {"fixed_order", AgentChoice::fixed_order}});
template <>
inline constexpr auto words_of<QueueChoice> = std::to_array<Word<QueueChoice>>(
    {{"priority_then_longest_wait", QueueChoice::priority_then_longest_wait},
     {"weighted_wait", QueueChoice::weighted_wait},
     {"longest_queue", QueueChoice::longest_queue},
     {"priority_then_earliest_deadline", QueueChoice::priority_then_earliest_deadline}});

struct SkillSpec {
  static constexpr std::string_view word = "skill", title = "a map such as {priority: 1, talk_factor: 1.2}";
  Field<WholeNumber> priority = WholeNumber{1};
  Field<Number> talk_factor = Number{1};
};
template <class V>
void describe(V& v, SkillSpec& s) {
  v.optional("priority", s.priority, "1 is served first");
  v.optional("talk_factor", s.talk_factor, "factor on the talk time in this group");
}

struct SkillsSpec {
  static constexpr std::string_view
      word = "skills",
      title = "a list of call types such as [enquiry], or a map such as {enquiry: {priority: 1}}";
  Field<List<Name>> listed;
  Named<SkillSpec> described;
};
template <class V>
void describe(V& v, SkillsSpec& s) {
  v.instead(s.listed, "names of call types, all of priority 1");
  v.rest(s.described, "a call type; also escalation, or a type's callbacks such as enquiry.callback");
}

struct StaffingSpec {
  static constexpr std::string_view
      word = "staffing",
      title = "a whole number of agents, or a list of them, one for each open period";
  Field<WholeNumber> always;
  Field<std::vector<WholeNumber>> rows;
};
template <class V>
void describe(V& v, StaffingSpec& s) {
  v.instead(s.always, "the same number in all open periods");
  v.instead(s.rows, "agents in each open period, of one day (the same on all) or of the whole run");
}

struct BreakSpec {
  static constexpr std::string_view word = "break", title = "a break such as {at: 12:00, length: 45 min}";
  Field<ClockTime> at;
  Field<Duration> length;
};
template <class V>
void describe(V& v, BreakSpec& s) {
  v.required("at", s.at, "time of day at which it begins");
  v.required("length", s.length, "how long it lasts");
}

struct ShiftSpec {
  static constexpr std::string_view word = "shift",
                                    title = "a shift such as {agents: 3, start: 08:00, length: 8 h}";
  Field<WholeNumber> agents;
  Field<ClockTime> start;
  Field<Duration> length;
  Field<List<BreakSpec>> breaks;
  Field<List<Weekday>> days;
};
template <class V>
void describe(V& v, ShiftSpec& s) {
  v.required("agents", s.agents, "how many agents work it");
  v.required("start", s.start, "time of day at which it begins");
  v.required("length", s.length, "from its begin to its end, breaks included");
  v.optional("breaks", s.breaks, "breaks, in the order of time");
  v.optional("days", s.days, "weekdays on which it is worked; absent: every day that is open");
}

struct LearningSpec {
  static constexpr std::string_view word = "block",
                                    title = "a map such as {from: 1.5, to: 1, half_life: 28 days}";
  Field<Number> from, to = Number{1};
  Field<Duration> half_life, service = Duration{0};
};
template <class V>
void describe(V& v, LearningSpec& s) {
  v.required("from", s.from, "factor on the talk time at the beginning of their service");
  v.optional("to", s.to, "factor that it falls towards");
  v.required("half_life", s.half_life, "time in which half of the difference goes");
  v.optional("service", s.service, "how long they have served when the run begins");
}

struct ProficiencySpec {
  static constexpr std::string_view word = "proficiency",
                                    title = "a map such as {share: 30 %, talk_factor: 1.3, solved: 80 %}";
  Field<Share> share;
  Field<Number> talk_factor = Number{1};
  Field<LearningSpec> learning;
  Field<Share> solved = Share{1};
  Field<Number> escalation = Number{1};
};
template <class V>
void describe(V& v, ProficiencySpec& s) {
  v.required("share", s.share, "of the group's agents; always the same ones");
  v.optional("talk_factor", s.talk_factor, "factor on their talk time");
  v.optional("learning", s.learning, "instead: a factor that falls from day to day");
  v.alternatives({"talk_factor", "learning"}, false);
  v.optional("solved", s.solved, "factor on the chance that their calls need no repeat call");
  v.optional("escalation", s.escalation, "factor on the chance that their calls go to the team lead");
}

struct GroupSpec {
  static constexpr std::string_view word = "agent group",
                                    title = "a map such as {skills: [enquiry], staffing: 12}";
  Field<SkillsSpec> skills;
  Field<StaffingSpec> staffing;
  Field<WholeNumber> at_once = WholeNumber{1};
  Field<List<ShiftSpec>> shifts;
  Field<Share> shrinkage = Share{0};
  Field<TimeSpec> pick_up = TimeSpec{Duration{0}};
  Field<TimeSpec> away_after_no_answer = TimeSpec{Duration{60}};
  Field<Name> team_lead;
  Field<Named<WholeNumber>> reserve;
  Field<Named<ProficiencySpec>> proficiency;
};
template <class V>
void describe(V& v, GroupSpec& s) {
  v.optional("skills", s.skills, "the calls its agents can take; may be absent in a group that works cases");
  v.optional("staffing", s.staffing, "how many agents are there, in each period");
  v.optional("shifts", s.shifts, "how many agents are there, by shifts with breaks");
  v.alternatives({"staffing", "shifts"}, true);
  v.optional(
      "at_once", s.at_once,
      "contacts that an agent has at once, for chats; reserves and what is kept idle count such places");
  v.optional("shrinkage", s.shrinkage, "chance that an agent is absent, drawn for each agent and day");
  v.optional("pick_up", s.pick_up, "ring time until the agent answers");
  v.optional("away_after_no_answer", s.away_after_no_answer,
             "an agent who let a call ring too long is marked away for so long");
  v.optional("team_lead", s.team_lead, "the group that takes its escalations");
  v.optional("reserve", s.reserve,
             "by call type: other calls get an agent only while more than so many are idle");
  v.optional("proficiency", s.proficiency,
             "agents who differ from the others, by the name of their level, such as new");
}

struct StepSpec {
  static constexpr std::string_view word = "group",
                                    title = "a group, or a map such as {group: tier2, after: 30 s}";
  Field<Name> name;
  Field<Name> group;
  Field<Duration> after = Duration{0};
};
template <class V>
void describe(V& v, StepSpec& s) {
  v.instead(s.name, "a group that may take the call at once");
  v.required("group", s.group, "a group");
  v.optional("after", s.after, "it may take the call once it has waited so long");
}

struct RoutingBlock {
  static constexpr std::string_view
      word = "block",
      title =
          "a map from call types to lists of groups, such as {enquiry: [tier1, {group: tier2, after: 30 s}]}";
  Field<AgentChoice> agent_choice = AgentChoice::longest_idle;
  Field<QueueChoice> queue_choice = QueueChoice::priority_then_longest_wait;
  Named<List<StepSpec>> routes;
};
template <class V>
void describe(V& v, RoutingBlock& s) {
  v.optional("agent_choice", s.agent_choice, "which idle agent of a group gets a call");
  v.optional("queue_choice", s.queue_choice, "which waiting call a free agent takes");
  v.rest(s.routes,
         "groups for a call type, in order of preference; absent: all groups with the skill, in the order of "
         "the scenario");
}

}  // namespace thirdring
