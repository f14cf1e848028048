// Calls to customers that nobody asked for: those that follow served calls, and lists of contacts.
#include <fmt/format.h>

#include "sim/scenario/compile/compile.hpp"
#include "sim/scenario/compile/derive.hpp"

namespace thirdring {
namespace {

CallType calls(Compile& c, TypeId t, const std::string& name, const FollowUpSpec& s) {
  const CallType& origin = c.model.call_types[t];
  CallType type;
  type.name = origin.name + '.' + name;
  type.kind = CallType::Kind::callback;
  type.origin = t;
  type.callback_type = static_cast<TypeId>(c.model.call_types.size());
  type.talk = c.distribution(s.talk);
  type.wrap_up = c.distribution(s.wrap_up);
  type.weight = origin.weight;
  Callback& law = type.callback.emplace();
  law.keeps_place = false;
  law.due = s.due.given() ? s.due->seconds : never;
  law.reserve = c.whole(s.keep, 0, 0);
  law.same_agent_for = s.same_agent_for->seconds;
  law.dial = c.distribution(s.dial);
  law.reached = s.reached->value;
  law.attempts = c.whole(s.attempts, 1, 3);
  law.retry_after = c.distribution(s.retry_after);
  return type;
}

void give_skills(Compile& c, TypeId origin, TypeId id) {
  CallType& type = c.model.call_types[id];
  if (give_outbound_skill(c, type.name, id)) {
    for (GroupId g = 0; g < c.model.groups.size(); ++g)
      if (skill_of(c.model.groups[g], id) != nullptr) type.route.push_back({g, 0});
    return;
  }
  for (AgentGroup& group : c.model.groups)
    if (const Skill* skill = skill_of(group, origin); skill != nullptr)
      group.skills.push_back({id, behind_all(group), skill->talk_factor});
  type.route = c.model.call_types[origin].route;
}

}  // namespace

void derive_follow_ups(Compile& c) {
  for (TypeId t = 0; t < c.types().entries.size(); ++t) {
    double sum = 0;
    const auto& entry = c.types().entries[t];
    for (const auto& [name_at, name, s] : entry.value->follow_ups->entries) {
      if (name.find_first_of(".[]") != std::string::npos || name == "callback" || name == "transfer")
        c.problem(name_at, "a name without dots and brackets, other than callback and transfer",
                  in_quotes(name));
      if (!s.given()) continue;
      sum += s->chance->value;
      if (sum > 1 + 1e-9 && s->chance->value > 0)
        c.problem(s->chance.at, "follow-ups of at most 100 % together", fmt::format("{:.6g} %", sum * 100));
      const TypeId id = c.add_type(calls(c, t, name, *s));
      give_skills(c, t, id);
      c.model.call_types[t].follow_ups.push_back(
          {s->chance->value, id, c.distribution(s->after), c.model.call_types[id].callback->due});
    }
  }
}

void derive_outbound(Compile& c) {
  constexpr std::uint32_t most_contacts = 1'000'000;
  for (const auto& [name_at, name, s] : c.spec.outbound->entries) {
    if (name.find_first_of(".[]") != std::string::npos)
      c.problem(name_at, "a name without dots and brackets", in_quotes(name));
    if (!s.given()) continue;
    CallType type;
    type.name = "outbound." + name;
    type.kind = CallType::Kind::callback;
    type.origin = type.callback_type = static_cast<TypeId>(c.model.call_types.size());
    type.talk = c.distribution(s->talk);
    type.wrap_up = c.distribution(s->wrap_up);
    Callback& law = type.callback.emplace();
    law.keeps_place = false;
    law.due = s->due.given() ? s->due->seconds : never;
    law.reserve = c.whole(s->keep, 0, 0);
    law.dial = c.distribution(s->dial);
    law.reached = s->reached->value;
    law.attempts = c.whole(s->attempts, 1, 3);
    law.retry_after = c.distribution(s->retry_after);
    const std::uint32_t contacts = c.whole(s->contacts, 1, 1);
    if (contacts > most_contacts)
      c.problem(s->contacts.at, fmt::format("at most {} contacts a day", most_contacts),
                fmt::format("{}", contacts));
    const TypeId id = c.add_type(std::move(type));
    if (!give_outbound_skill(c, "outbound." + name, id) && !c.unknown_skills)
      c.problem(name_at, fmt::format("an agent group with the skill 'outbound.{}'", name),
                "none: nobody calls them");
    for (GroupId g = 0; g < c.model.groups.size(); ++g)
      if (skill_of(c.model.groups[g], id) != nullptr) c.model.call_types[id].route.push_back({g, 0});
    c.model.outbound.push_back({id, contacts});
  }
}

}  // namespace thirdring
