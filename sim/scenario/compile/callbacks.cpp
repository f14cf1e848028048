#include <algorithm>

#include "sim/scenario/compile/compile.hpp"
#include "sim/scenario/compile/derive.hpp"

namespace thirdring {

bool give_named_skill(Compile& c, const std::string& name, TypeId type, GroupId only) {
  bool any = false;
  for (auto& named : c.derived_skills) {
    if (named.type != name || (only != none && named.group != only)) continue;
    named.used = any = true;
    AgentGroup& group = c.model.groups[named.group];
    if (skill_of(group, type) == nullptr) group.skills.push_back({type, named.priority, named.talk_factor});
  }
  return any;
}

bool give_outbound_skill(Compile& c, const std::string& name, TypeId type) {
  bool any = false;
  for (auto& named : c.derived_skills) {
    if (named.type != name) continue;
    named.used = any = true;
    AgentGroup& group = c.model.groups[named.group];
    if (skill_of(group, type) == nullptr)
      group.skills.push_back({type, named.ranked ? named.priority : behind_all(group), named.talk_factor});
  }
  return any;
}

std::uint32_t behind_all(const AgentGroup& group) {
  std::uint32_t last = 0;
  for (const Skill& skill : group.skills) last = std::max(last, skill.priority);
  return last + 1;
}

namespace {

CallType callbacks_of(Compile& c, TypeId t) {
  const CallType& origin = c.model.call_types[t];
  const CallbackSpec& s = *c.types().entries[t].value->callback;
  CallType calls;
  calls.name = origin.name + ".callback";
  calls.kind = CallType::Kind::callback;
  calls.origin = t;
  calls.talk = s.talk.given() ? c.distribution(s.talk) : origin.talk;
  calls.wrap_up = origin.wrap_up;
  calls.solved = origin.solved;
  calls.weight = origin.weight;
  calls.hold = origin.hold;
  if (calls.hold) calls.hold->callback_if_refused = false;
  calls.escalation = origin.escalation;
  calls.callback = origin.callback;
  calls.callback->offer = Callback::Offer::never_offered;
  calls.callback->promised = 0;
  return calls;
}

// Whoever can serve the type makes its callbacks: at its priority, or behind everything else the group does.
void share_skills(Compile& c, TypeId origin, TypeId calls) {
  for (AgentGroup& group : c.model.groups) {
    const Skill* skill = skill_of(group, origin);
    if (skill == nullptr) continue;
    const bool keeps_place = c.model.call_types[origin].callback->keeps_place;
    group.skills.push_back({calls, keeps_place ? skill->priority : behind_all(group), skill->talk_factor});
  }
}

}  // namespace

void derive_callbacks(Compile& c) {
  const auto inbound = static_cast<TypeId>(c.types().entries.size());
  for (TypeId t = 0; t < inbound; ++t) {
    if (!c.model.call_types[t].callback) continue;
    const TypeId calls = c.add_type(callbacks_of(c, t));
    c.model.call_types[t].callback_type = calls;
    CallType& type = c.model.call_types[calls];
    if (give_named_skill(c, type.name, calls)) {
      for (GroupId g = 0; g < c.model.groups.size(); ++g)
        if (skill_of(c.model.groups[g], calls) != nullptr) type.route.push_back({g, 0});
    } else {
      share_skills(c, t, calls);
      type.route = c.model.call_types[t].route;
    }
  }
}

void check_skills_used(Compile& c) {
  if (!c.report.clean()) return;  // the call may be among what is wrong
  for (const auto& named : c.derived_skills)
    if (!named.used)
      c.problem(named.at, "a skill that some call needs",
                "'" + named.type + "', to which no call of this scenario comes");
}

}  // namespace thirdring
