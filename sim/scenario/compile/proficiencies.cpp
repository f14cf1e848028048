// Agents of a group who differ from the others.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

constexpr double most_factor = 1000;

void check_factor(Compile& c, const Field<Number>& factor) {
  if (factor->value > most_factor)
    c.problem(factor.at, fmt::format("a factor of at most {}", most_factor), Leaf<Number>::write(*factor));
}

std::optional<Learning> learning(Compile& c, const Field<LearningSpec>& s) {
  if (!s.given()) return std::nullopt;
  for (const Field<Number>* factor : {&s->from, &s->to}) {
    c.above_zero(*factor, (*factor)->value);
    check_factor(c, *factor);
  }
  c.above_zero(s->half_life, s->half_life->seconds);
  return Learning{s->from->value, s->to->value, s->half_life->seconds, s->service->seconds};
}

std::uint32_t level_of(Compile& c, const std::string& name, const Where& at) {
  constexpr std::size_t most_levels = 50;
  auto& names = c.model.proficiencies;
  const auto found = std::find(names.begin(), names.end(), name);
  const auto level = static_cast<std::uint32_t>(found - names.begin());
  if (found != names.end()) return level;
  if (name.find_first_of(".[]") != std::string::npos)
    c.problem(at, "a name without dots and brackets", in_quotes(name));
  if (names.size() == most_levels)
    c.problem(at, fmt::format("at most {} levels of proficiency", most_levels), "more");
  names.push_back(name);
  return level;
}

// Escalations and transfers of one call are parts of one whole, whoever the agent is.
void check_escalations(Compile& c, GroupId g, const Named<ProficiencySpec>& levels) {
  for (const Skill& skill : c.model.groups[g].skills) {
    const CallType& type = c.model.call_types[skill.type];
    if (!type.escalation) continue;
    double transfers = 0;
    for (const Transfer& transfer : type.transfers) transfers += transfer.chance;
    for (const auto& level : levels.entries) {
      const double sum = transfers + type.escalation->chance * level.value->escalation->value;
      if (sum > 1 + 1e-9)
        c.problem(level.value->escalation.at,
                  fmt::format("transfers and escalation of '{}' of at most 100 % together", type.name),
                  fmt::format("{:.6g} %", sum * 100));
    }
  }
}

}  // namespace

void compile_proficiencies(Compile& c) {
  for (GroupId g = 0; g < c.model.groups.size(); ++g) {
    double sum = 0;
    for (const auto& [name_at, name, s] : c.groups().entries[g].value->proficiency->entries) {
      sum += s->share->value;
      if (sum > 1 + 1e-9 && s->share.given())
        c.problem(s->share.at, "shares of at most 100 % together", fmt::format("{:.6g} %", sum * 100));
      c.above_zero(s->talk_factor, s->talk_factor->value);
      check_factor(c, s->talk_factor);
      check_factor(c, s->escalation);
      c.model.groups[g].proficiencies.push_back({level_of(c, name, name_at), s->share->value,
                                                 s->talk_factor->value, s->solved->value,
                                                 s->escalation->value, learning(c, s->learning)});
      Proficiency& level = c.model.groups[g].proficiencies.back();
      if (level.learning) level.talk_factor = level.learning->talk_factor(0);
    }
  }
}

void check_proficiencies(Compile& c) {
  for (GroupId g = 0; g < c.model.groups.size(); ++g)
    check_escalations(c, g, *c.groups().entries[g].value->proficiency);
}

}  // namespace thirdring
