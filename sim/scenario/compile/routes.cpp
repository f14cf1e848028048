#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

constexpr double most_factor = 1000;

// Names of skills beside the inbound types; the types are made later.
std::vector<std::string> derived_names(const Compile& c) {
  std::vector<std::string> result{"escalation"};
  for (const auto& list : c.spec.outbound->entries) result.push_back("outbound." + list.name);
  for (const auto& group : c.groups().entries) result.push_back("escalation." + group.name);
  for (const auto& type : c.types().entries)
    if (type.value->callback.given() || type.value->callback.wrong())
      result.push_back(type.name + ".callback");
  for (const auto& type : c.types().entries)
    for (const auto& follow_up : type.value->follow_ups->entries)
      result.push_back(type.name + '.' + follow_up.name);
  for (const auto& kind : c.spec.cases->entries) {
    result.push_back(kind.name);
    if (kind.value->contact.given()) result.push_back(kind.name + ".contact");
  }
  return result;
}

void skill(Compile& c, GroupId g, const std::string& name, const Where& at, std::uint32_t priority,
           double factor, bool ranked) {
  if (const auto t = c.find_type(name)) {
    if (skill_of(c.model.groups[g], *t) != nullptr)
      c.problem(at, "each skill once", in_quotes(name) + " again");
    c.model.groups[g].skills.push_back({*t, priority, factor});
    return;
  }
  const auto derived = derived_names(c);
  if (std::find(derived.begin(), derived.end(), name) != derived.end()) {
    c.derived_skills.push_back({g, name, at, priority, factor, ranked});
    return;
  }
  c.unknown_skills = true;
  if (c.types().entries.empty()) return;
  auto names = c.types().names();
  names.insert(names.end(), derived.begin(), derived.end());
  c.problem(at, "the name of a call type", in_quotes(name), hint(name, names));
}

void route(Compile& c, TypeId t, const List<StepSpec>& steps, const Where& at) {
  CallType& type = c.model.call_types[t];
  Seconds last = 0;
  if (steps.empty()) c.problem(at, "at least one group", "none");
  for (const auto& step : steps) {
    if (!step.given()) continue;
    const Field<Name>& name = step->name.given() ? step->name : step->group;
    const auto g = c.group(name);
    if (!g) continue;
    const Seconds after = step->after->seconds;
    if (skill_of(c.model.groups[*g], t) == nullptr)
      c.problem(name.at, fmt::format("a group with the skill '{}'", type.name),
                fmt::format("'{}', which has not", name->value));
    if (after < last)
      c.problem(step->after.at, "times that do not fall from group to group",
                fmt::format("{} after {}", Leaf<Duration>::write({after}), Leaf<Duration>::write({last})));
    if (std::any_of(type.route.begin(), type.route.end(), [&](const RouteStep& r) { return r.group == *g; }))
      c.problem(name.at, "each group once", in_quotes(name->value) + " again");
    last = after;
    type.route.push_back({*g, after});
  }
}

}  // namespace

Skill* skill_of(AgentGroup& group, TypeId type) {
  const auto found =
      std::find_if(group.skills.begin(), group.skills.end(), [&](const Skill& s) { return s.type == type; });
  return found == group.skills.end() ? nullptr : &*found;
}

void compile_skills(Compile& c) {
  for (GroupId g = 0; g < c.groups().entries.size(); ++g) {
    const auto& skills = c.groups().entries[g].value->skills;
    if (skills.given() && skills->listed->empty() && skills->described.entries.empty())
      c.problem(skills.at, "at least one skill", "none");
    for (const auto& name : *skills->listed) skill(c, g, name->value, name.at, 1, 1, false);
    for (const auto& [name_at, name, s] : skills->described.entries) {
      c.above_zero(s->talk_factor, s->talk_factor->value);
      if (s->talk_factor->value > most_factor)
        c.problem(s->talk_factor.at, fmt::format("a factor of at most {}", most_factor),
                  Leaf<Number>::write(*s->talk_factor));
      skill(c, g, name, name_at, c.whole(s->priority, 1, 1), s->talk_factor->value, s->priority.given());
    }
  }
}

void compile_routes(Compile& c) {
  for (const auto& [name_at, name, steps] : c.spec.routing->routes.entries) {
    const auto t = c.type(name, name_at);
    if (t && steps.given()) route(c, *t, *steps, steps.at);
  }
  for (TypeId t = 0; t < c.model.call_types.size(); ++t) {
    if (c.spec.routing->routes.find(c.model.call_types[t].name) != nullptr) continue;
    for (GroupId g = 0; g < c.model.groups.size(); ++g)
      if (skill_of(c.model.groups[g], t) != nullptr) c.model.call_types[t].route.push_back({g, 0});
    if (c.model.call_types[t].route.empty() && !c.unknown_skills && !c.groups().entries.empty())
      c.problem(c.types().entries[t].name_at, "an agent group with this skill",
                "none: nobody can serve these calls");
  }
}

}  // namespace thirdring
