#include <fmt/format.h>

#include <map>

#include "sim/scenario/compile/compile.hpp"
#include "sim/scenario/compile/derive.hpp"

namespace thirdring {
namespace {

TypeId inbound_origin(const Compile& c, TypeId t) {
  while (c.model.call_types[t].origin != none) t = c.model.call_types[t].origin;
  return t;
}

/// Groups of leads, and whether they call back.
using Leads = std::map<GroupId, bool>;

// The leads of the groups that may have taken a call.
void add_team_leads(Compile& c, TypeId t, const Where& at, bool call_back, Leads& leads) {
  const CallType& type = c.model.call_types[t];
  for (const auto& [group, after] : type.route) {
    const AgentGroup& serving = c.model.groups[group];
    if (serving.team_lead == none && !c.groups().entries[group].value->team_lead.given())
      c.problem(at,
                fmt::format("a team_lead of group '{}', which serves '{}', or a key 'to' here", serving.name,
                            type.name),
                "neither");
    if (serving.team_lead != none) leads[serving.team_lead] |= call_back;
  }
}

bool can_call_back(const Escalation& e) {
  return e.mode == Escalation::Mode::call_back || e.otherwise == Escalation::Otherwise::callback;
}

// All groups of leads that a call may be passed to by the type's own block: the one it names, or the usual
// ones.
void add_leads(Compile& c, TypeId t, Leads& leads) {
  CallType& type = c.model.call_types[t];
  const EscalationSpec& s = *c.types().entries[inbound_origin(c, t)].value->escalation;
  if (s.to.given()) {
    const auto to = c.group(s.to);
    if (!to) return;
    type.escalation->to = *to;
    leads[*to] |= can_call_back(*type.escalation);
  } else {
    add_team_leads(c, t, s.chance.at, can_call_back(*type.escalation), leads);
  }
}

// Those that its conversation names.
void add_leads_of_conversation(Compile& c, TypeId t, Leads& leads) {
  const CallType& type = c.model.call_types[t];
  const Where& at = c.types().entries[t].value->escalation.at;
  for (const Program::Step& step : type.conversation->steps) {
    if (step.op == Program::Op::escalate && step.to != none)
      leads[step.to] |= can_call_back(*type.escalation);
    if (step.op != Program::Op::promise) continue;
    const Program::Promise& promise = type.conversation->promises[step.to];
    if (promise.by_leads && promise.leads != none) leads[promise.leads] = true;
    if (promise.by_leads && promise.leads == none) add_team_leads(c, t, at, true, leads);
  }
}

// The type in which escalations wait for a group of leads, and that of the leads' callbacks.
void derive(Compile& c, GroupId g, std::string name, bool calls_back) {
  const auto id = static_cast<TypeId>(c.model.call_types.size());
  AgentGroup& group = c.model.groups[g];
  CallType type;
  type.name = std::move(name);
  type.kind = CallType::Kind::escalation;
  type.route = {{g, 0}};
  const bool by_full_name = give_named_skill(c, "escalation." + group.name, id, g);
  if (!give_named_skill(c, "escalation", id, g) && !by_full_name)
    c.problem(c.groups().entries[g].value->skills.at,
              fmt::format("the skill 'escalation', because '{}' takes escalations", group.name), "none such");
  if (calls_back) {
    type.callback = Callback{};
    type.callback->dial = Distribution::constant(10);
    type.callback->attempts = 1;
    type.callback_type = id + 1;
  }
  group.escalation_type = id;
  c.add_type(type);
  if (!calls_back) return;

  CallType calls = type;
  calls.name += ".callback";
  calls.kind = CallType::Kind::callback;
  calls.origin = id;
  calls.callback_type = none;
  const Skill* skill = skill_of(group, id);
  group.skills.push_back(skill == nullptr ? Skill{id + 1}
                                          : Skill{id + 1, skill->priority, skill->talk_factor});
  c.add_type(std::move(calls));
}

}  // namespace

void derive_escalations(Compile& c) {
  Leads leads;
  for (TypeId t = 0; t < c.model.call_types.size(); ++t) {
    if (!c.model.call_types[t].escalation) continue;
    add_leads(c, t, leads);
    if (c.model.call_types[t].conversation) add_leads_of_conversation(c, t, leads);
  }
  for (const auto& [g, calls_back] : leads)
    derive(c, g, leads.size() == 1 ? "escalation" : "escalation." + c.model.groups[g].name, calls_back);
}

}  // namespace thirdring
