// Machines that dial for agents.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

// Each day's hours: what is not said is the opening, or the close.
std::vector<Dialler::Hours> hours(Compile& c, const DiallerSpec& s) {
  std::vector<Seconds> from, until;
  for (const Calendar::Day& day : c.line->calendar.days) {
    if (!s.from.given()) from.push_back(day.opens);
    if (!s.until.given()) until.push_back(day.closes);
  }
  if (s.from.given()) from = open_moments(c, *s.from, s.from.at);
  if (s.until.given()) until = c.line->moments(*s.until);
  std::vector<Dialler::Hours> result;
  for (const Seconds begin : from) {
    const auto end = std::upper_bound(until.begin(), until.end(), begin);
    const auto close = std::upper_bound(c.line->calendar.days.begin(), c.line->calendar.days.end(), begin,
                                        [](Seconds t, const Calendar::Day& day) { return t < day.closes; });
    if (end != until.end() && close != c.line->calendar.days.end())
      result.push_back({begin, std::min(*end, close->closes)});
  }
  if (result.empty() && c.report.clean())
    c.problem(s.until.at, "a time after the dialler begins", in_quotes(Leaf<Moment>::write(*s.until)));
  return result;
}

}  // namespace

void compile_diallers(Compile& c) {
  for (TypeId t = 0; t < c.types().entries.size(); ++t) {
    const CallTypeSpec& type = *c.types().entries[t].value;
    if (!type.arrivals.given() || !type.arrivals->dialler.given()) continue;
    const DiallerSpec& s = *type.arrivals->dialler;
    if (!type.part.of.empty())
      c.problem(type.arrivals->dialler.at, "no dialler for a type that provinces share", "one");
    Dialler dialler;
    dialler.type = t;
    dialler.numbers = s.numbers->value;
    dialler.idle = c.whole(s.idle, 1, 1);
    dialler.idle_of_all = c.whole(s.idle_of_all, 0, 0);
    dialler.reached = s.reached->value;
    dialler.dial = c.distribution(s.dial);
    c.above_zero(s.numbers, dialler.numbers);
    const auto group = c.group(s.group);
    if (group && !c.unknown_skills && skill_of(c.model.groups[*group], t) == nullptr)
      c.problem(s.group.at, fmt::format("a group with the skill '{}'", c.types().entries[t].name),
                in_quotes(s.group->value));
    if (!group || !c.line) continue;
    dialler.group = *group;
    dialler.hours = hours(c, s);
    c.model.diallers.push_back(std::move(dialler));
  }
}

}  // namespace thirdring
