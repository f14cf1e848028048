// Scenarios that are right, and yet hardly what was meant.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/compile/compile.hpp"
#include "sim/scenario/compile/workload.hpp"

namespace thirdring {
namespace {

constexpr double many_calls = 5e7;

Where place(const Compile& c, TypeId t) { return c.types().entries[t].name_at; }

void warn_of_size(Compile& c, double calls) {
  if (calls > many_calls)
    c.report.warning(c.spec.call_types.at,
                     Sentence("expected at most {:.0e} calls in a run, got {:.3g}: absurdly large work",
                              many_calls, calls));
}

void warn_of_absence(Compile& c, TypeId t, const std::vector<double>& calls,
                     const std::vector<std::vector<std::int64_t>>& present) {
  std::size_t alone = 0;
  const std::string* first = nullptr;
  for (PeriodId p = 0; p < calls.size(); ++p) {
    const auto& route = c.model.call_types[t].route;
    const bool somebody = std::any_of(route.begin(), route.end(),
                                      [&](const RouteStep& step) { return present[step.group][p] > 0; });
    if (calls[p] <= 0 || somebody) continue;
    if (alone++ == 0) first = &c.model.calendar.periods[p].label;
  }
  if (alone > 0)
    c.report.warning(place(c, t), Sentence("expected somebody on duty who can serve these calls whenever "
                                           "they come, got nobody in {} of the periods, first at {}",
                                           alone, *first));
}

bool can_grow(const Model& model, const CallType& type) {
  return type.patience.is_never() && type.queue_capacity == 0xffffffffU && model.lines == 0xffffffffU;
}

std::set<GroupId> groups_of(const CallType& type) {
  std::set<GroupId> result;
  for (const RouteStep& step : type.route) result.insert(step.group);
  return result;
}

// Calls of patient callers, and all agents whom they can reach: if even these together cannot do the work,
// the queue grows.
void warn_of_growth(Compile& c, const std::vector<double>& calls) {
  std::set<std::set<GroupId>> warned;
  for (TypeId t = 0; t < calls.size(); ++t) {
    if (!can_grow(c.model, c.model.call_types[t]) || calls[t] <= 0) continue;
    const std::set<GroupId> reach = groups_of(c.model.call_types[t]);
    double work = 0, capacity = 0;
    for (TypeId other = 0; other < calls.size(); ++other) {
      const std::set<GroupId> theirs = groups_of(c.model.call_types[other]);
      if (can_grow(c.model, c.model.call_types[other]) &&
          std::includes(reach.begin(), reach.end(), theirs.begin(), theirs.end()))
        work += work_of(c.model, other, calls[other]);
    }
    for (const GroupId g : reach) capacity += agent_seconds(c.model, c.model.groups[g]);
    if (work >= capacity && warned.insert(reach).second)
      c.report.warning(place(c, t),
                       Sentence("expected less work than its agents have time for ({:.4g} h), got {:.4g} "
                                "h from callers who never hang up: the queue grows without bound",
                                capacity / 3600, work / 3600));
  }
}

void warn_of_idle_groups(Compile& c) {
  std::set<GroupId> used;
  for (const CallType& type : c.model.call_types)
    for (const RouteStep& step : type.route) used.insert(step.group);
  for (GroupId g = 0; g < c.model.groups.size(); ++g)
    if (!used.contains(g) && agent_seconds(c.model, c.model.groups[g]) > 0)
      c.report.warning(
          c.groups().entries[g].name_at,
          Sentence("expected a route that leads to these agents, got none: they will be idle all day"));
}

void warn_of_haste(Compile& c) {
  for (TypeId t = 0; t < c.types().entries.size(); ++t)
    for (const RouteStep& step : c.model.call_types[t].route) {
      const AgentGroup& group = c.model.groups[step.group];
      const double patience = c.model.call_types[t].patience.mean(), pick_up = group.pick_up.mean();
      if (patience < pick_up)
        c.report.warning(place(c, t), Sentence("expected callers more patient than '{}' takes to pick up "
                                               "({:.3g} s in the mean), got {:.3g} s",
                                               group.name, pick_up, patience));
    }
}

const Program& said(const CallType& type) {
  static const Program nothing;
  return type.conversation ? *type.conversation : nothing;
}

// Whether each caller whom an agent of the group has to hand over meets a group that never gets stuck.
bool passes_on(const Model& model, const AgentGroup& group, const std::vector<bool>& stuck) {
  const auto goes_on = [&](const CallType& to) {
    return std::any_of(to.route.begin(), to.route.end(), [&](const RouteStep& r) { return !stuck[r.group]; });
  };
  for (const Skill& skill : group.skills) {
    const CallType& type = model.call_types[skill.type];
    for (const Transfer& way : type.transfers)
      if (way.warm && way.chance > 0 && !goes_on(model.call_types[way.to])) return false;
    for (const Program::PassOn& way : said(type).transfers)
      if (way.warm && !goes_on(model.call_types[way.to])) return false;
    const auto& up = type.escalation;
    if (!up || up->mode != Escalation::Mode::warm) continue;
    if (up->otherwise != Escalation::Otherwise::wait && up->within < never) continue;  // they give up
    const GroupId usual = up->to != none ? up->to : group.team_lead;
    if (up->chance > 0 && stuck[usual]) return false;
    for (const Program::Step& step : said(type).steps)
      if (step.op == Program::Op::escalate && stuck[step.to != none ? step.to : usual]) return false;
  }
  return true;
}

// Warm transfers in a circle of groups: when all their agents wait for one another, nobody gets free any
// more.
void warn_of_deadlock(Compile& c) {
  std::vector<bool> stuck(c.model.groups.size(), true);
  for (bool changed = true; changed;) {
    changed = false;
    for (GroupId g = 0; g < stuck.size(); ++g)
      if (stuck[g] && passes_on(c.model, c.model.groups[g], stuck)) {
        stuck[g] = false;
        changed = true;
      }
  }
  for (GroupId g = 0; g < stuck.size(); ++g)
    if (stuck[g])
      c.report.warning(
          c.groups().entries[g].name_at,
          Sentence(
              "expected warm transfers to agents who need not wait for others in turn, got a circle: when "
              "all of them wait for one another, nobody gets free any more"));
}

}  // namespace

void warn(Compile& c) {
  std::vector<std::vector<std::int64_t>> present;
  for (const AgentGroup& group : c.model.groups) present.push_back(present_by_period(c.model, group));
  std::vector<double> calls;
  double all = 0;
  for (TypeId t = 0; t < c.types().entries.size(); ++t) {
    const std::vector<double> by_period = calls_by_period(c.model, c.model.call_types[t]);
    calls.push_back(0);
    for (const double n : by_period) calls.back() += n;
    all += calls.back();
    warn_of_absence(c, t, by_period, present);
  }
  warn_of_size(c, all);
  warn_of_growth(c, calls);
  warn_of_idle_groups(c);
  warn_of_haste(c);
  warn_of_deadlock(c);
  warn_of_plan(c);
}

}  // namespace thirdring
