// Cases: what calls leave behind, who works it, and until when.
#pragma once
#include "sim/scenario/spec/group_spec.hpp"

namespace thirdring {

struct WorkersSpec {
  static constexpr std::string_view
      word = "group, or list of groups",
      title = "the name of a group, or a list such as [back_office, {group: leads, after: 1 h}]";
  Field<Name> one;
  Field<List<StepSpec>> several;
};
template <class V>
void describe(V& v, WorkersSpec& s) {
  v.instead(s.one, "a group");
  v.instead(s.several, "groups, in order of preference");
}

struct CaseEscalationSpec {
  static constexpr std::string_view word = "block", title = "a map such as {to: leads, before: 30 min}";
  Field<Name> to;
  Field<Duration> before, after;
  Field<WholeNumber> priority;
};
template <class V>
void describe(V& v, CaseEscalationSpec& s) {
  v.optional("to", s.to, "a group that may take it then, beside those that may anyway");
  v.optional("before", s.before, "so long before the deadline of what it waits for");
  v.optional("after", s.after, "so long after it; 0 s: at the deadline");
  v.alternatives({"before", "after"}, true);
  v.optional("priority", s.priority,
             "its priority from then on, in all its groups; absent: 1 without `to`, unchanged with it");
}

struct CaseSpec {
  static constexpr std::string_view
      word = "case",
      title = "a map such as {worked_by: back_office, work: 20 min, answer_within: 2 h}";
  Field<WorkersSpec> worked_by, contacted_by;
  Field<WholeNumber> priority;
  Field<TimeSpec> contact, travel, work, wrap_up = TimeSpec{Duration{0}};
  Field<Due> contact_within, on_site_within, answer_within, close_within;
  Field<CaseEscalationSpec> escalate;
};
template <class V>
void describe(V& v, CaseSpec& s) {
  v.optional("worked_by", s.worked_by,
             "the group that works it, or several; absent: the groups that list it as a skill");
  v.optional("priority", s.priority,
             "among what its groups do, 1 is first; absent: behind all calls that the group takes");
  v.optional("contact", s.contact,
             "work of the first contact with the customer, after which the case waits for the rest; absent: "
             "the first contact is when the work begins");
  v.optional("contacted_by", s.contacted_by, "who makes the first contact; absent: who works it");
  v.optional("contact_within", s.contact_within, "deadline of the first contact, from the opening");
  v.optional("travel", s.travel, "the crew's way to the site, before the work there");
  v.optional("on_site_within", s.on_site_within, "deadline of the arrival there, from the opening");
  v.required("work", s.work, "the work, at the end of which the customer has an answer");
  v.optional("answer_within", s.answer_within, "deadline of the answer, from the opening");
  v.optional("wrap_up", s.wrap_up, "the agent's paperwork after the answer; then the case is closed");
  v.optional("close_within", s.close_within, "deadline of the closing, from the opening");
  v.optional("escalate", s.escalate, "what happens to a case that still waits when its deadline is near");
}

struct WorkingDaysBlock {
  static constexpr std::string_view word = "block",
                                    title = "a map such as {days: mon-fri, hours: 08:30-17:30}";
  Field<Weekdays> days = Weekdays::mon_to_fri();
  Field<Hours> hours = Hours{8.5 * 3600, 17.5 * 3600};
  Field<List<Dates>> holidays, make_up_days;
};
template <class V>
void describe(V& v, WorkingDaysBlock& s) {
  v.optional("days", s.days, "the working days of a week");
  v.optional("hours", s.hours,
             "working hours of such a day: a deadline in working days falls to their end, and what is opened "
             "outside them counts as opened when they next begin");
  v.optional("holidays", s.holidays, "dates that are no working days");
  v.optional("make_up_days", s.make_up_days, "dates that are working days all the same");
}

}  // namespace thirdring
