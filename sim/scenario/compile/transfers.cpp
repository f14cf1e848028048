#include <fmt/format.h>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

std::string name_at_group(const Compile& c, TypeId t, GroupId g) {
  return c.model.call_types[t].name + ".transfer." + c.model.groups[g].name;
}

// A type's calls at another group: a type of their own, which that group alone serves.
TypeId type_at_group(Compile& c, TypeId t, GroupId g) {
  const std::string name = name_at_group(c, t, g);
  if (const auto made = c.find_type(name)) return *made;
  const CallType& origin = c.model.call_types[t];
  CallType calls;
  calls.name = name;
  calls.kind = CallType::Kind::transfer;
  calls.origin = t;
  calls.talk = origin.talk;
  calls.wrap_up = origin.wrap_up;
  calls.patience = origin.patience;
  calls.solved = origin.solved;
  calls.weight = origin.weight;
  calls.escalation = origin.escalation;
  calls.opens = origin.opens;
  calls.route = {{g, 0}};
  const TypeId id = c.add_type(std::move(calls));
  AgentGroup& group = c.model.groups[g];
  const Skill* skill = skill_of(group, t);
  group.skills.push_back(skill == nullptr ? Skill{id} : Skill{id, skill->priority, skill->talk_factor});
  return id;
}

std::optional<TypeId> target(Compile& c, TypeId t, const TransferSpec& s) {
  const auto group = c.find_group(s.to->value);
  if (group && c.find_type(name_at_group(c, t, *group)))
    c.problem(s.to.at, "one transfer to each group", "another to '" + c.model.groups[*group].name + "'");
  const auto to = passed_on_as(c, t, s.to);
  if (!to || !s.talk.given()) return to;
  CallType& type = c.model.call_types[*to];
  if (type.kind == CallType::Kind::transfer)
    type.talk = c.distribution(s.talk);
  else
    c.problem(s.talk.at, "no talk time in a transfer to a call type, which has its own", "talk");
  return to;
}

}  // namespace

std::optional<TypeId> passed_on_as(Compile& c, TypeId t, const Field<Name>& to) {
  const std::string& name = to->value;
  if (const auto part = c.part_beside(t, name)) return part;
  const bool is_type = c.types().find(name) != nullptr;
  const auto group = c.find_group(name);
  if (is_type && group) {
    c.problem(to.at, "a name of either a call type or a group", "'" + name + "', which is both");
    return std::nullopt;
  }
  if (is_type) return c.find_type(name);
  if (group) return type_at_group(c, t, *group);
  if (const auto parts = c.parts(name); !parts.empty() && parts[0] < c.types().entries.size()) {
    c.problem(
        to.at,
        fmt::format("one of the provinces that share it, such as '{}'", c.types().entries[parts[0]].name),
        in_quotes(name));
    return std::nullopt;
  }
  const auto groups = c.groups().names();
  auto names = c.types().names();
  names.insert(names.end(), groups.begin(), groups.end());
  c.problem(to.at, "the name of a call type or an agent group", in_quotes(name), hint(name, names));
  return std::nullopt;
}

void derive_transfers(Compile& c) {
  for (TypeId t = 0; t < c.types().entries.size(); ++t) {
    std::vector<Transfer> transfers;
    for (const auto& s : *c.types().entries[t].value->transfers) {
      if (!s.given()) continue;
      const auto to = target(c, t, *s);
      if (to)
        transfers.push_back(
            {s->chance->value, *to, *s->mode == TransferMode::warm, c.distribution(s->hand_over)});
    }
    const TypeId callbacks = c.model.call_types[t].callback_type;
    if (callbacks != none) c.model.call_types[callbacks].transfers = transfers;
    c.model.call_types[t].transfers = std::move(transfers);
  }
}

}  // namespace thirdring
