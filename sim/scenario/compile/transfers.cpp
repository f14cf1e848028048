#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

// A type's calls at another group: a type of their own, which that group alone serves.
TypeId type_at_group(Compile& c, TypeId t, GroupId g, const TransferSpec& s) {
  const std::string name = c.model.call_types[t].name + ".transfer." + c.model.groups[g].name;
  if (const auto made = c.find_type(name)) {
    c.problem(s.to.at, "one transfer to each group", "another to '" + c.model.groups[g].name + "'");
    return *made;
  }
  const CallType& origin = c.model.call_types[t];
  CallType calls;
  calls.name = name;
  calls.kind = CallType::Kind::transfer;
  calls.origin = t;
  calls.talk = s.talk.given() ? c.distribution(s.talk) : origin.talk;
  calls.wrap_up = origin.wrap_up;
  calls.patience = origin.patience;
  calls.solved = origin.solved;
  calls.weight = origin.weight;
  calls.escalation = origin.escalation;
  calls.route = {{g, 0}};
  const TypeId id = c.add_type(std::move(calls));
  AgentGroup& group = c.model.groups[g];
  const Skill* skill = skill_of(group, t);
  group.skills.push_back(skill == nullptr ? Skill{id} : Skill{id, skill->priority, skill->talk_factor});
  return id;
}

std::optional<TypeId> target(Compile& c, TypeId t, const TransferSpec& s) {
  const std::string& name = s.to->value;
  const bool is_type = c.types().find(name) != nullptr;
  const auto group = c.find_group(name);
  if (is_type && group) {
    c.problem(s.to.at, "a name of either a call type or a group", "'" + name + "', which is both");
    return std::nullopt;
  }
  if (is_type) {
    if (s.talk.given())
      c.problem(s.talk.at, "no talk time in a transfer to a call type, which has its own", "talk");
    return c.find_type(name);
  }
  if (group) return type_at_group(c, t, *group, s);
  const auto groups = c.groups().names();
  auto names = c.types().names();
  names.insert(names.end(), groups.begin(), groups.end());
  c.problem(s.to.at, "the name of a call type or an agent group", in_quotes(name), hint(name, names));
  return std::nullopt;
}

// Where a call of the type always goes, if it does.
TypeId certain_next(const CallType& type) {
  for (const Transfer& transfer : type.transfers)
    if (transfer.chance >= 1) return transfer.to;
  return none;
}

void check_circles(Compile& c) {
  for (TypeId t = 0; t < c.types().entries.size(); ++t) {
    TypeId at = t;
    for (std::size_t steps = 0; steps <= c.model.call_types.size() && at != none; ++steps) {
      at = certain_next(c.model.call_types[at]);
      if (at != t) continue;
      c.problem(c.types().entries[t].value->transfers.at, "an end of all transfers",
                "a circle in which every call goes on for ever");
      break;
    }
  }
}

}  // namespace

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
  check_circles(c);
}

}  // namespace thirdring
