// What somebody who has planned many days would ask about a plan.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/compile.hpp"
#include "sim/scenario/compile/workload.hpp"

namespace thirdring {
namespace {

constexpr Seconds long_talk = 2 * 3600;
constexpr double much = 1.1;  // a little too much is somebody's plan

using ByPeriod = std::vector<std::vector<double>>;

Where place(const Compile& c, TypeId t) { return c.types().entries[t].name_at; }

// Some callers are lost whatever anybody does.  Those who never hang up wait for a better time instead.
void warn_of_overload(Compile& c, const ByPeriod& calls,
                      const std::vector<std::vector<std::int64_t>>& present) {
  const Calendar& calendar = c.model.calendar;
  std::size_t overloaded = 0, first = 0;
  double worst = 0;
  for (PeriodId p = 0; p < calendar.periods.size(); ++p) {
    if (!calendar.periods[p].open) continue;
    double work = 0, agents = 0;
    for (TypeId t = 0; t < calls.size(); ++t)
      if (!c.model.call_types[t].patience.is_never()) work += work_of(c.model, t, calls[t][p]);
    for (GroupId g = 0; g < present.size(); ++g)
      agents +=
          static_cast<double>(present[g][p] * c.model.groups[g].at_once) * (1 - c.model.groups[g].shrinkage);
    const double load = work / (agents * (calendar.end_of(p) - calendar.periods[p].start));
    if (agents == 0 || load <= much) continue;
    if (overloaded++ == 0) first = p;
    worst = std::max(worst, load);
  }
  if (overloaded > 0)
    c.report.warning(
        c.spec.agent_groups.at,
        Sentence("expected agents enough for the calls of every period, got much more work than all together "
                 "can do in {} of the periods, first at {} (at most {:.0f} % of their time)",
                 overloaded, calendar.periods[first].label, 100 * worst));
}

// Agents who are there when nothing comes that they can do.  What others pass on or leave behind may come at
// any time, so only groups that serve callers alone are looked at.
void warn_of_idle_periods(Compile& c, const ByPeriod& calls,
                          const std::vector<std::vector<std::int64_t>>& present) {
  const Calendar& calendar = c.model.calendar;
  for (GroupId g = 0; g < present.size(); ++g) {
    const auto& skills = c.model.groups[g].skills;
    if (skills.empty() || std::any_of(skills.begin(), skills.end(), [&](const Skill& skill) {
          return c.model.call_types[skill.type].kind != CallType::Kind::inbound ||
                 std::none_of(calls[skill.type].begin(), calls[skill.type].end(),
                              [](double n) { return n > 0; });
        }))
      continue;
    std::size_t idle = 0, first = 0;
    for (PeriodId p = 0; p < calendar.periods.size(); ++p) {
      const bool comes = std::any_of(skills.begin(), skills.end(),
                                     [&](const Skill& skill) { return calls[skill.type][p] > 0; });
      // A queue of the period before may still be there.
      const bool came = p > 0 && std::any_of(skills.begin(), skills.end(), [&](const Skill& skill) {
                          return calls[skill.type][p - 1] > 0;
                        });
      if (!calendar.periods[p].open || comes || came || present[g][p] == 0) continue;
      if (idle++ == 0) first = p;
    }
    if (idle > 0)
      c.report.warning(
          c.groups().entries[g].name_at,
          Sentence("expected calls for these agents whenever they are there, got none in {} of the "
                   "periods, first at {}",
                   idle, calendar.periods[first].label));
  }
}

void warn_of_few_lines(Compile& c, const std::vector<std::vector<std::int64_t>>& present) {
  std::int64_t most = 0;
  for (PeriodId p = 0; p < c.model.calendar.periods.size(); ++p) {
    std::int64_t agents = 0;
    for (GroupId g = 0; g < present.size(); ++g) agents += present[g][p] * c.model.groups[g].at_once;
    most = std::max(most, agents);
  }
  if (c.model.lines < most)
    c.report.warning(c.spec.lines.at,
                     Sentence("expected a line for each agent at least, got {} for {} agents: some of "
                              "them can never talk",
                              c.model.lines, most));
}

void warn_of_long_talks(Compile& c) {
  for (TypeId t = 0; t < c.types().entries.size(); ++t)
    if (const double mean = c.model.call_types[t].talk.mean(); mean > long_talk)
      c.report.warning(place(c, t),
                       Sentence("expected calls of at most {:.0f} h in the mean, got {:.3g} h: is the "
                                "unit right?",
                                long_talk / 3600, mean / 3600));
}

void warn_of_slow_telephones(Compile& c) {
  for (std::size_t a = 0; a < c.model.agreements.size(); ++a) {
    const Agreement& agreement = c.model.agreements[a];
    if (agreement.statistic != Agreement::Statistic::answered_within || !agreement.at_least) continue;
    for (TypeId t = 0; t < c.types().entries.size(); ++t) {
      if (!agreement.of.empty() &&
          std::find(agreement.of.begin(), agreement.of.end(), t) == agreement.of.end())
        continue;
      const auto& route = c.model.call_types[t].route;
      double quickest = never;
      for (const RouteStep& step : route)
        quickest = std::min(quickest, c.model.groups[step.group].pick_up.mean());
      if (quickest < never && quickest > agreement.threshold)
        c.report.warning(place(c, t),
                         Sentence("expected agents who pick up within the {:.3g} s of '{}', got {:.3g} s "
                                  "in the mean",
                                  agreement.threshold, agreement.name, quickest));
    }
  }
}

}  // namespace

void warn_of_plan(Compile& c) {
  std::vector<std::vector<std::int64_t>> present;
  for (const AgentGroup& group : c.model.groups) present.push_back(present_by_period(c.model, group));
  ByPeriod calls;
  for (TypeId t = 0; t < c.types().entries.size(); ++t)
    calls.push_back(calls_by_period(c.model, c.model.call_types[t]));
  warn_of_overload(c, calls, present);
  warn_of_idle_periods(c, calls, present);
  warn_of_few_lines(c, present);
  warn_of_long_talks(c);
  warn_of_slow_telephones(c);
}

}  // namespace thirdring
