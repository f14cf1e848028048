#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "analysis/report/numbers.hpp"

namespace thirdring {
namespace {

using Names = std::vector<std::string_view>;

/// "speed_of_answer" -> "speed of answer".
std::string spoken(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  std::replace(text.begin(), text.end(), '.', ' ');
  return text;
}

/// Measures down, scopes across, a few scopes at a time.  Rows without any number, or with nothing but zeros,
/// are left out.
std::string block(const Results& results, const Style& style, std::string_view title, const Names& names,
                  const std::vector<Scope>& scopes) {
  constexpr std::size_t columns = 4;
  std::string result;
  for (std::size_t from = 0; from < scopes.size(); from += columns) {
    const std::size_t to = std::min(scopes.size(), from + columns);
    std::vector<std::string> header{std::string(title)};
    for (std::size_t i = from; i < to; ++i)
      header.push_back(scopes[i].kind == Scope::Kind::all ? "all" : scope_name(results.model(), scopes[i]));
    TextTable table(header);
    for (const std::string_view name : names) {
      const Measure& measure = *find_measure(name);
      std::vector<std::string> row{spoken(name)};
      bool tells = false;
      for (std::size_t i = from; i < to; ++i) {
        const Estimate estimate = results.estimate(measure, scopes[i]);
        tells = tells || estimate.value > 0;
        row.push_back(in_words(estimate, measure.unit, results.model().currency));
      }
      if (tells) table.add(row);
    }
    if (!table.empty()) result += table.text(style) + '\n';
  }
  return result;
}

/// All, then the types of some kinds.
std::vector<Scope> types_of(const Model& model, std::initializer_list<CallType::Kind> kinds, bool all) {
  std::vector<Scope> scopes;
  for (TypeId t = 0; t < model.call_types.size(); ++t)
    if (std::find(kinds.begin(), kinds.end(), model.call_types[t].kind) != kinds.end())
      scopes.push_back({Scope::Kind::type, t});
  if (all && scopes.size() != 1) scopes.insert(scopes.begin(), Scope{});
  return scopes;
}

std::string_view per(const Agreement& agreement) {
  constexpr std::array<std::string_view, 3> names = {"per period", "per day", "per run"};
  return names[static_cast<std::size_t>(agreement.per)];
}

}  // namespace

std::string asked_for(const Agreement& agreement, const std::string& currency) {
  return fmt::format("{} {} {}", agreement.at_least ? "at least" : "at most",
                     limit_in_words(agreement.limit, unit_of(agreement), currency), per(agreement));
}

std::string agreement_section(const Results& results, const Style& style) {
  const Model& model = results.model();
  TextTable table({"Agreements", "asked", "reached", "breached", "short by", "penalty per day"});
  for (std::size_t a = 0; a < model.agreements.size(); ++a) {
    const Agreement& agreement = model.agreements[a];
    const AgreementResult result = results.agreement(a);
    const Unit unit = unit_of(agreement);
    const std::string reached = in_words(result.achieved, unit, model.currency);
    table.add({agreement.name, asked_for(agreement, model.currency),
               result.breached ? style.bad(reached) : style.good(reached),
               in_words(result.breach, Unit::share), in_words(result.shortfall, unit, model.currency),
               agreement.penalty > 0 ? in_words(result.penalty, Unit::money, model.currency) : "-"});
  }
  return table.empty() ? "" : table.text(style) + '\n';
}

std::string call_section(const Results& results, const Style& style) {
  const Names names = {"calls",
                       "calls_answered",
                       "service_level",
                       "answered_within_rings",
                       "abandoned",
                       "blocked",
                       "balked",
                       "turned_away",
                       "delay_probability",
                       "speed_of_answer",
                       "mean_wait",
                       "mean_wait.abandoned",
                       "wait_p50",
                       "wait_p90",
                       "wait_p99",
                       "max_wait",
                       "mean_queue",
                       "longest_queue",
                       "rings_heard",
                       "ring_time",
                       "talk_time",
                       "hold_time",
                       "wrap_up_time",
                       "handle_time",
                       "held",
                       "hung_up_on_hold",
                       "cut_off",
                       "interrupted",
                       "taken_back",
                       "transferred",
                       "escalated",
                       "solved",
                       "redials_per_caller",
                       "disconnected",
                       "unfinished",
                       "lines_busy",
                       "lines_used"};
  using Kind = CallType::Kind;
  return block(results, style, "Calls", names,
               types_of(results.model(), {Kind::inbound, Kind::transfer}, true));
}

std::string callback_section(const Results& results, const Style& style) {
  const Names names = {"callback_offered", "callback_accepted", "callback_promised", "callbacks",
                       "callback_reached", "callback_in_time",  "callback_wait",     "not_reached"};
  std::vector<Scope> scopes;
  for (TypeId t = 0; t < results.model().call_types.size(); ++t)
    if (results.model().call_types[t].callback_type != none) scopes.push_back({Scope::Kind::type, t});
  return scopes.empty() ? "" : block(results, style, "Callbacks", names, scopes);
}

std::string escalation_section(const Results& results, const Style& style) {
  const Names names = {"calls",    "calls_answered", "speed_of_answer", "wait_p90",
                       "max_wait", "abandoned",      "handle_time"};
  const auto scopes = types_of(results.model(), {CallType::Kind::escalation}, false);
  if (scopes.empty()) return "";
  return block(results, style, "Escalations", names, scopes) +
         block(results, style, "To team leads", {"escalated", "escalation_wait", "withdrawn"}, {Scope{}});
}

std::string group_section(const Results& results, const Style& style) {
  const Names names = {"agents",
                       "occupancy",
                       "utilisation",
                       "travelling",
                       "working_on_cases",
                       "calls_answered",
                       "calls_per_agent_hour",
                       "handle_time",
                       "paid_hours",
                       "cost"};
  std::vector<Scope> scopes;
  for (GroupId g = 0; g < results.model().groups.size(); ++g) scopes.push_back({Scope::Kind::group, g});
  std::vector<Scope> sites;
  for (std::uint32_t s = 0; s < results.model().sites.size(); ++s) sites.push_back({Scope::Kind::site, s});
  return block(results, style, "Groups", names, scopes) + block(results, style, "Sites", names, sites);
}

// Three days of half-hours.
constexpr std::ptrdiff_t most_periods_told = 150;

std::string period_section(const Results& results, const Style& style) {
  const Model& model = results.model();
  const Names names = {"calls",  "service_level", "answered_within_rings", "abandoned", "speed_of_answer",
                       "agents", "occupancy"};
  TextTable table(
      {"Periods", "calls", "in time %", "by ring %", "abandoned %", "answer s", "agents", "occupancy %"});
  const auto open = std::count_if(model.calendar.periods.begin(), model.calendar.periods.end(),
                                  [](const auto& period) { return period.open; });
  if (open > most_periods_told)
    return fmt::format("Periods: {} of them, too many to read here; see --format csv or json\n\n", open);
  for (PeriodId p = 0; p < model.calendar.periods.size(); ++p) {
    if (!model.calendar.periods[p].open) continue;
    std::vector<std::string> row{model.calendar.periods[p].label};
    for (const std::string_view name : names) {
      const Measure& measure = *find_measure(name);
      row.push_back(in_brief(results.estimate(measure, {}, p), measure.unit));
    }
    table.add(row);
  }
  return table.text(style) + '\n';
}

std::string outage_section(const Results& results, const Style& style) {
  const Model& model = results.model();
  TextTable outages({"Outages", "per day", "out of order"}), cuts({"Power cuts", "per day", "without power"});
  for (OutageId o = 0; o < model.outages.size() + model.areas.size(); ++o) {
    const bool own = o < model.outages.size();
    (own ? outages : cuts)
        .add({own ? model.outages[o].name : model.areas[o - model.outages.size()].name,
              in_words(results.outages(o), Unit::calls), in_words(results.time_down(o), Unit::share)});
  }
  return (outages.empty() ? "" : outages.text(style) + '\n') + (cuts.empty() ? "" : cuts.text(style) + '\n');
}

std::string cost_section(const Results& results, const Style& style) {
  return block(results, style, "Costs per day", {"cost", "penalties"}, {Scope{}});
}

}  // namespace thirdring
