#include "analysis/sensitivity/staffing.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace thirdring {
namespace {

/// Of so many agents, how many come or go.
std::uint32_t changed(double agents, double share) {
  // Twelve digits, so that 10 % of 25 is the half that it is.
  return static_cast<std::uint32_t>(std::floor(agents * std::abs(share) + 0.5 + 1e-12 * agents));
}

/// By as many as the share comes to, and at least so many, in each open period that has agents.
std::vector<std::uint32_t> changed_periods(const Calendar& calendar, const AgentGroup& group, double share,
                                           std::uint32_t least) {
  std::vector<std::uint32_t> staffing = group.staffing;
  for (PeriodId p = 0; p < staffing.size(); ++p) {
    const std::uint32_t agents = staffing[p] / group.at_once;
    if (!calendar.periods[p].open || agents == 0) continue;
    std::uint32_t by = std::max(least, changed(agents, share));
    if (share < 0) by = std::min(by, agents - 1);
    staffing[p] = (share < 0 ? agents - by : agents + by) * group.at_once;
  }
  return staffing;
}

double places(const std::vector<std::uint32_t>& staffing) {
  return std::accumulate(staffing.begin(), staffing.end(), 0.0);
}

void change_periods(const Calendar& calendar, AgentGroup& group, double share) {
  const double before = places(group.staffing);
  auto staffing = changed_periods(calendar, group, share, 0);
  if (std::abs(places(staffing) - before) < 0.5 * std::abs(share) * before)
    staffing = changed_periods(calendar, group, share, 1);
  group.staffing = std::move(staffing);
}

/// For each of a day's agents, in the order of their start, how many agents there are then: 0 to 2, or more
/// where their number more than doubles.
std::vector<std::uint32_t> spread(std::size_t agents, std::uint32_t by, bool fewer) {
  std::vector<std::uint32_t> copies(agents);
  const auto up_to = [&](std::size_t i) { return (2 * i * by + agents) / (2 * agents); };
  for (std::size_t i = 0; i < agents; ++i) {
    const auto here = static_cast<std::uint32_t>(up_to(i + 1) - up_to(i));
    copies[i] = fewer ? 1 - here : 1 + here;
  }
  return copies;
}

void change_shifts(const Calendar& calendar, AgentGroup& group, double share) {
  // An agent's places follow each other.
  const std::size_t agents = group.shifts.size() / group.at_once;
  const auto shift = [&](std::size_t agent) -> const Shift& { return group.shifts[agent * group.at_once]; };
  std::map<PeriodId, std::vector<std::size_t>> days;  // by its first period
  for (std::size_t agent = 0; agent < agents; ++agent)
    days[calendar.day_of(shift(agent).start).first].push_back(agent);
  std::vector<std::uint32_t> copies(agents, 1);
  for (auto& [day, on_it] : days) {
    std::stable_sort(on_it.begin(), on_it.end(),
                     [&](std::size_t a, std::size_t b) { return shift(a).start < shift(b).start; });
    const auto there = static_cast<std::uint32_t>(on_it.size());
    std::uint32_t by = std::max(1U, changed(there, share));
    if (share < 0) by = std::min(by, there - 1);
    const auto of_day = spread(there, by, share < 0);
    for (std::size_t i = 0; i < there; ++i) copies[on_it[i]] = of_day[i];
  }
  std::vector<Shift> shifts;
  for (std::size_t agent = 0; agent < agents; ++agent)
    shifts.insert(shifts.end(), copies[agent] * group.at_once, shift(agent));
  group.shifts = std::move(shifts);
}

}  // namespace

void change_staffing(const Calendar& calendar, AgentGroup& group, double share) {
  if (group.by_shifts())
    change_shifts(calendar, group, share);
  else
    change_periods(calendar, group, share);
}

double mean_agents(const Calendar& calendar, const AgentGroup& group) {
  double open = 0, there = 0;
  for (PeriodId p = 0; p < calendar.periods.size(); ++p) {
    if (!calendar.periods[p].open) continue;
    const Seconds from = calendar.periods[p].start, to = calendar.end_of(p);
    open += to - from;
    if (p < group.staffing.size()) there += group.staffing[p] * (to - from);
    for (const Shift& shift : group.shifts)
      there += std::max(0.0, std::min(shift.end, to) - std::max(shift.start, from));
  }
  return there / (open * group.at_once);
}

}  // namespace thirdring
