// Conditions that can never hold, as far as that is certain.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/scenario/compile/dialogue.hpp"

namespace thirdring {
namespace {

using Of = Program::Condition::Of;

bool any_step(const std::vector<Dialogue>& dialogues, const std::function<bool(const ScriptStep&)>& is) {
  bool found = false;
  for (const Dialogue& dialogue : dialogues)
    for (const Scene& scene : dialogue.scenes)
      for_each_step(*scene.spec->steps, [&](const ScriptStep& step) { found = found || is(step); });
  return found;
}

// Who is passed on to a type comes with another type's redials and without the usual patience.
bool is_passed_on_to(const Compile& c, TypeId t) {
  const auto& entry = c.types().entries[t];
  const std::string& name = entry.value->part.of.empty() ? entry.name : entry.value->part.of;
  bool found = false;
  for (const auto& type : c.types().entries)
    for (const auto& transfer : *type.value->transfers) found = found || transfer->to->value == name;
  for (const auto& conversation : c.spec.conversations->entries)
    for (const auto& situation : conversation.value->situations.entries)
      for_each_step(*situation.value->steps, [&](const ScriptStep& step) {
        found = found || step.transfer->alone->value == name || step.transfer->to->value == name;
      });
  return found;
}

double most_attempts(const CallType& type, bool redial_steps) {
  const Redial& r = type.redial;
  const bool redials = redial_steps || r.after_busy > 0 || r.after_abandoning > 0 || r.after_unsolved > 0 ||
                       r.after_balking > 0;
  return redials ? 1 + static_cast<double>(r.at_most) : 1;
}

std::uint64_t possible_earlier(const Compile& c, const CallType& type, const std::vector<Dialogue>& dialogues,
                               bool redial_steps) {
  const Redial& r = type.redial;
  std::uint64_t bits = bit_of(Earlier::nothing);
  if (r.after_abandoning > 0) bits |= bit_of(Earlier::abandoned) | bit_of(Earlier::hung_up);
  if (r.after_balking > 0) bits |= bit_of(Earlier::balked);
  if (r.after_busy > 0) bits |= bit_of(Earlier::busy);
  if (!c.spec.outages->entries.empty()) bits |= bit_of(Earlier::outage);
  if (r.after_unsolved > 0 || redial_steps) bits |= bit_of(Earlier::unsolved);
  for (std::size_t i = 0; redial_steps && i < c.model.ends.size(); ++i)
    if (any_step(dialogues,
                 [&](const ScriptStep& s) { return s.end.given() && s.end->value == c.model.ends[i]; }))
      bits |= bit_of(Earlier::ended, static_cast<EndId>(i));
  return bits;
}

// Bits of the levels that agents can have who take calls of the type.
std::uint64_t possible_levels(const Compile& c, const CallType& type) {
  std::uint64_t bits = 0;
  for (const RouteStep& step : type.route) {
    double sum = 0;
    for (const Proficiency& level : c.model.groups[step.group].proficiencies) {
      if (level.share > 0) bits |= std::uint64_t{2} << level.level;
      sum += level.share;
    }
    if (sum < 1 - 1e-9) bits |= 1;
  }
  return bits;
}

// Bits of the hours in which somebody may be answered: the open ones, and that of the close.
std::uint32_t open_hours(const Compile& c) {
  std::uint32_t hours = 0;
  for (const Calendar::Day& day : c.model.calendar.days)
    for (double h = std::floor((c.model.calendar.clock + day.opens) / 3600);
         h <= (c.model.calendar.clock + day.closes) / 3600; ++h)
      hours |= 1U << static_cast<unsigned>(std::fmod(h, 24));
  return hours;
}

bool any_open(const When::Range& range, std::uint32_t hours) {
  for (unsigned h = 0; h < 24; ++h)
    if (range.least <= h && h <= range.most && (hours >> h & 1U) != 0) return true;
  return false;
}

}  // namespace

void for_each_step(const Script& script, const std::function<void(const ScriptStep&)>& visit) {
  for (const auto& step : script) {
    visit(*step);
    for_each_step(*step->ask->otherwise, visit);
    for (const auto& branch : step->ask->branches.entries) for_each_step(*branch.value->steps, visit);
    for_each_step(*step->hold->otherwise, visit);
    for_each_step(*step->repeat->steps, visit);
  }
}

std::string why_never(const Compile& c, TypeId t, const When& when, const std::vector<Dialogue>& dialogues) {
  const CallType& type = c.model.call_types[t];
  if (!when.of_type(t)) return fmt::format("no other call type than '{}' has this conversation", type.name);
  if (c.line && !any_open(when[Of::hour], open_hours(c))) return "the centre is closed then";
  const bool holds = (type.hold && type.hold->chance > 0) ||
                     any_step(dialogues, [](const ScriptStep& s) { return s.hold.given(); });
  if (when[Of::held].least > 0 && !holds) return fmt::format("no call of '{}' is put on hold", type.name);
  if ((when.proficiency & possible_levels(c, type)) == 0)
    return fmt::format("no agent who serves '{}' is of that proficiency", type.name);
  if (is_passed_on_to(c, t)) return {};
  const bool redial_steps = any_step(dialogues, [](const ScriptStep& s) { return s.redial.given(); });
  if (const double most = most_attempts(type, redial_steps); when[Of::attempt].least > most)
    return fmt::format("callers of '{}' make at most {:.0f} attempt{}", type.name, most,
                       most == 1 ? "" : "s");
  if ((when.earlier & possible_earlier(c, type, dialogues, redial_steps)) == 0)
    return fmt::format("no caller of '{}' calls again after that", type.name);
  if (type.patience.is_constant() && when[Of::wait].least > type.patience.value())
    return fmt::format("callers of '{}' hang up after {}", type.name,
                       Leaf<Duration>::write({type.patience.value()}));
  return {};
}

}  // namespace thirdring
