#include "sim/scenario/compile/workload.hpp"

#include <algorithm>

namespace thirdring {
namespace {

// The period that a moment lies in.
PeriodId period_of(const Calendar& calendar, Seconds t) {
  const auto after =
      std::upper_bound(calendar.periods.begin(), calendar.periods.end(), t,
                       [](Seconds moment, const Calendar::Period& p) { return moment < p.start; });
  return after == calendar.periods.begin() ? 0 : static_cast<PeriodId>(after - calendar.periods.begin() - 1);
}

void add_line(const Calendar& calendar, const Arrivals::Knot& from, const Arrivals::Knot& to,
              std::vector<double>& calls) {
  for (PeriodId p = period_of(calendar, from.at); p < calls.size() && calendar.periods[p].start < to.at;
       ++p) {
    const Seconds a = std::max(from.at, calendar.periods[p].start), b = std::min(to.at, calendar.end_of(p));
    if (!calendar.periods[p].open || a >= b) continue;
    calls[p] += (b - a) * (from.rate + (to.rate - from.rate) * ((a + b) / 2 - from.at) / (to.at - from.at));
  }
}

// Seconds of open hours within an interval.
double open_within(const Calendar& calendar, Seconds from, Seconds to) {
  double sum = 0;
  for (const Calendar::Day& day : calendar.days)
    sum += std::max(0.0, std::min(to, day.closes) - std::max(from, day.opens));
  return sum;
}

}  // namespace

std::vector<double> calls_by_period(const Model& model, const CallType& type) {
  const Calendar& calendar = model.calendar;
  const Arrivals& arrivals = type.arrivals;
  std::vector<double> calls(calendar.periods.size(), 0);
  for (PeriodId p = 0; p < calls.size(); ++p)
    if (arrivals.kind == Arrivals::Kind::constant && arrivals.rate[p] > 0)
      calls[p] = arrivals.rate[p] * (calendar.end_of(p) - calendar.periods[p].start);
  for (std::size_t k = 1; k < arrivals.knots.size(); ++k)
    add_line(calendar, arrivals.knots[k - 1], arrivals.knots[k], calls);
  if (arrivals.batch)
    for (double& n : calls) n *= arrivals.batch->mean();
  for (const Seconds t : arrivals.times) calls[period_of(calendar, t)] += 1;
  for (const Surge& surge : arrivals.surges) calls[period_of(calendar, surge.start)] += surge.calls;
  return calls;
}

std::vector<std::int64_t> present_by_period(const Model& model, const AgentGroup& group) {
  const Calendar& calendar = model.calendar;
  if (!group.by_shifts()) return {group.staffing.begin(), group.staffing.end()};
  std::vector<std::int64_t> present(calendar.periods.size() + 1, 0);
  for (const Shift& shift : group.shifts) {
    ++present[period_of(calendar, shift.start)];
    --present[period_of(calendar, shift.end) +
              (calendar.periods[period_of(calendar, shift.end)].start < shift.end ? 1 : 0)];
  }
  for (std::size_t p = 1; p < present.size(); ++p) present[p] += present[p - 1];
  present.pop_back();
  return present;
}

double agent_seconds(const Model& model, const AgentGroup& group) {
  const Calendar& calendar = model.calendar;
  double sum = 0;
  for (PeriodId p = 0; p < group.staffing.size(); ++p)
    if (calendar.periods[p].open) sum += group.staffing[p] * (calendar.end_of(p) - calendar.periods[p].start);
  for (const Shift& shift : group.shifts) {
    sum += open_within(calendar, shift.start, shift.end);
    for (const auto& [at, length] : shift.breaks) sum -= open_within(calendar, at, at + length);
  }
  return sum * (1 - group.shrinkage);
}

double work_of(const Model& model, TypeId t, double calls) {
  const CallType& type = model.call_types[t];
  double talk_factor = never, pick_up = never;
  for (const RouteStep& step : type.route) {
    const AgentGroup& group = model.groups[step.group];
    double fastest = 1;
    for (const Proficiency& level : group.proficiencies) fastest = std::min(fastest, level.talk_factor);
    for (const Skill& skill : group.skills)
      if (skill.type == t) talk_factor = std::min(talk_factor, skill.talk_factor * fastest);
    pick_up = std::min(pick_up, group.pick_up.mean());
  }
  return calls * (1 - type.balk) * (pick_up + talk_factor * type.talk.mean() + type.wrap_up.mean());
}

}  // namespace thirdring
