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

// Whether a call of the type may end there: by staying, by an escalation, or at a type that is not `endless`.
bool may_end(const CallType& type, const std::vector<bool>& endless) {
  double passed_on = 0;
  for (const Transfer& transfer : type.transfers)
    if (endless[transfer.to]) passed_on += transfer.chance;
  return passed_on < 1 - 1e-9;
}

void check_circles(Compile& c) {
  // At first all look endless; whoever can leave shows the way to others.
  std::vector<bool> endless(c.model.call_types.size(), true);
  for (bool changed = true; changed;) {
    changed = false;
    for (TypeId t = 0; t < endless.size(); ++t)
      if (endless[t] && may_end(c.model.call_types[t], endless)) {
        endless[t] = false;
        changed = true;
      }
  }
  for (TypeId t = 0; t < c.types().entries.size(); ++t)
    if (endless[t])
      c.problem(c.types().entries[t].value->transfers.at, "an end of all transfers",
                "a circle in which every call goes on for ever");
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
