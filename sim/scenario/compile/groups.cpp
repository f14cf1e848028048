#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

constexpr double day_length = 86400, most_agents = 1e6, most_agent_periods = 2e8;

std::vector<std::uint32_t> staffing(Compile& c, const StaffingSpec& s) {
  const auto open = c.line->open_periods();
  std::vector<WholeNumber> expanded;
  const std::vector<WholeNumber>* all = &expanded;
  if (s.always.given())
    expanded.assign(open.size(), *s.always);
  else
    all = per_period(c, s.rows, expanded);
  std::vector<std::uint32_t> result(c.line->calendar.periods.size(), 0);
  for (std::size_t i = 0; all != nullptr && i < open.size(); ++i)
    result[open[i]] = static_cast<std::uint32_t>(std::min<std::uint64_t>((*all)[i].value, 10'000'000));
  return result;
}

// Breaks from the shift's beginning: the first time of day at or after it.
std::vector<Shift::Break> breaks(Compile& c, const ShiftSpec& s) {
  std::vector<Shift::Break> result;
  constexpr std::size_t most = 20;
  Seconds free_from = 0;
  if (s.breaks->size() > most)
    c.problem(s.breaks.at, fmt::format("at most {} breaks in a shift", most),
              fmt::format("{}", s.breaks->size()));
  for (const auto& rest : *s.breaks) {
    if (!rest.given()) continue;
    Seconds at = rest->at->clock - s.start->clock;
    if (at < 0) at += day_length;
    c.above_zero(rest->length, rest->length->seconds);
    if (at + rest->length->seconds > s.length->seconds)
      c.problem(
          rest.at,
          fmt::format("a break within the shift ({} from {})", Leaf<Duration>::write(*s.length),
                      write_clock(s.start->clock)),
          fmt::format("{} from {}", Leaf<Duration>::write(*rest->length), write_clock(rest->at->clock)));
    else if (at < free_from)
      c.problem(rest.at, "breaks one after the other",
                fmt::format("one at {} before the end of the last", write_clock(rest->at->clock)));
    free_from = at + rest->length->seconds;
    result.push_back({at, rest->length->seconds});
  }
  return result;
}

// Dates on which a shift can begin: those that are open.  Around the clock there is work before and after as
// well, so that the night shift of the eve is there when the run begins.
std::vector<std::chrono::sys_days> working_dates(const Timeline& line) {
  if (line.by_hours) return line.dates;
  std::vector<std::chrono::sys_days> result;
  const auto days = static_cast<int>((line.calendar.horizon() + line.first_clock) / day_length);
  for (int d = -1; d <= days; ++d) result.push_back(line.first_date + std::chrono::days(d));
  return result;
}

bool is_worked(const ShiftSpec& s, std::chrono::sys_days date) {
  const auto weekday = static_cast<Weekday>(std::chrono::weekday(date).iso_encoding() - 1);
  return !s.days.given() ||
         std::any_of(s.days->begin(), s.days->end(), [&](const auto& day) { return *day == weekday; });
}

// A shift of one date, cut at time 0: who has begun before is there.  Nothing when it lies outside the run.
std::optional<Shift> shift_on(const Timeline& line, const ShiftSpec& s,
                              const std::vector<Shift::Break>& breaks, std::chrono::sys_days date) {
  const Seconds begin = line.at(date, s.start->clock);
  Shift shift{std::max(0.0, begin), begin + s.length->seconds, {}};
  if (shift.end <= 0 || shift.start >= line.calendar.horizon()) return std::nullopt;
  for (const auto& [at, length] : breaks) {
    const Seconds from = std::max(0.0, begin + at), to = begin + at + length;
    if (to > 0) shift.breaks.push_back({from, to - from});
  }
  return shift;
}

std::vector<Shift> shifts(Compile& c, const List<ShiftSpec>& all, const Where& at, double& agents) {
  std::vector<Shift> result;
  for (const auto& spec : all) {
    if (!spec.given()) continue;
    const ShiftSpec& s = *spec;
    c.above_zero(s.length, s.length->seconds);
    if (s.length->seconds > day_length)
      c.problem(s.length.at, "a shift of at most 24 h", Leaf<Duration>::write(*s.length));
    if (s.agents->value == 0) continue;
    const auto rests = breaks(c, s);
    for (const auto date : working_dates(*c.line)) {
      const auto shift = shift_on(*c.line, s, rests, date);
      if (!shift || !is_worked(s, date)) continue;
      agents += static_cast<double>(s.agents->value);
      if (agents > most_agents) return result;
      result.insert(result.end(), s.agents->value, *shift);
    }
  }
  if (result.empty() && c.report.clean())
    c.problem(at, "shifts with agents within the opening hours", "none");
  return result;
}

// As many as an agent has, one after the other.
std::vector<Shift> places(std::vector<Shift> shifts, std::uint32_t at_once) {
  if (at_once == 1) return shifts;
  std::vector<Shift> result;
  for (const Shift& shift : shifts) result.insert(result.end(), at_once, shift);
  return result;
}

// Who may be absent is noted for each day, and each period goes through those who may come or go.
void check_agent_periods(Compile& c, double agents) {
  const Calendar& calendar = c.line->calendar;
  double product = agents * static_cast<double>(calendar.days.size());
  for (const AgentGroup& group : c.model.groups)
    if (!group.staffing.empty())
      product += *std::max_element(group.staffing.begin(), group.staffing.end()) *
                 static_cast<double>(calendar.periods.size());
  if (product > most_agent_periods)
    c.problem(c.spec.agent_groups.at,
              fmt::format("at most {:.0e} as the product of agents and periods", most_agent_periods),
              fmt::format("{:.0e}", product));
}

}  // namespace

void compile_groups(Compile& c) {
  if (c.spec.agent_groups.given() && c.groups().entries.empty())
    c.problem(c.spec.agent_groups.at, "at least one agent group", "none");
  double agents = 0;
  for (const auto& [name_at, name, spec] : c.groups().entries) {
    if (name.find_first_of(".[]") != std::string::npos || name == "currency")
      c.problem(name_at, "a name without dots and brackets, other than currency", in_quotes(name));
    AgentGroup group;
    group.name = name;
    group.at_once = c.whole(spec->at_once, 1, 1);
    if (group.at_once > 100)
      c.problem(spec->at_once.at, "at most 100 contacts at once", fmt::format("{}", group.at_once));
    if (c.line && spec->staffing.given()) {
      group.staffing = staffing(c, *spec->staffing);
      for (std::uint32_t& n : group.staffing) n *= std::min(group.at_once, 100U);
      agents += *std::max_element(group.staffing.begin(), group.staffing.end());
    }
    if (c.line && spec->shifts.given())
      group.shifts = places(shifts(c, *spec->shifts, spec->shifts.at, agents), std::min(group.at_once, 100U));
    group.shrinkage = spec->shrinkage->value;
    group.pick_up = c.distribution(spec->pick_up);
    group.away_after_no_answer = c.distribution(spec->away_after_no_answer);
    if (spec->team_lead.given()) group.team_lead = c.group(spec->team_lead).value_or(none);
    c.model.groups.push_back(std::move(group));
  }
  if (agents > most_agents)
    c.problem(c.spec.agent_groups.at,
              fmt::format("at most {:.0f} agents, those of all shifts and days together", most_agents),
              "more");
  if (c.line && agents <= most_agents) check_agent_periods(c, agents);
  if (agents == 0 && c.report.clean())
    c.problem(c.spec.agent_groups.at, "agents in at least one group", "none at all");
}

}  // namespace thirdring
