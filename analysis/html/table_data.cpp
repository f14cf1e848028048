#include <algorithm>

#include "analysis/experiment/case_measures.hpp"
#include "analysis/html/pieces.hpp"

namespace thirdring {
namespace {

using Names = std::vector<std::string_view>;
using Kind = CallType::Kind;

constexpr std::size_t most_scopes = 12;

/// Measures down, scopes across.  Rows without any number, or with nothing but zeros, are left out.
Json table(const Results& results, const Names& names, std::vector<Scope> scopes) {
  const std::size_t left_out = scopes.size() > most_scopes ? scopes.size() - most_scopes : 0;
  scopes.resize(scopes.size() - left_out);
  Json heads = Json::array(), rows = Json::array();
  for (const Scope& scope : scopes) heads.push_back(scope_name(results.model(), scope));
  for (const std::string_view name : names) {
    const Measure& measure = *find_measure(name);
    Json cells = Json::array();
    bool tells = false;
    for (const Scope& scope : scopes) {
      const Estimate estimate = results.estimate(measure, scope);
      tells = tells || estimate.value > 0;
      cells.push_back(short_estimate(estimate));
    }
    if (tells) rows.push_back({{"measure", name}, {"unit", name_of(measure.unit)}, {"cells", cells}});
  }
  return {{"scopes", heads}, {"rows", rows}, {"left_out", left_out}};
}

std::vector<Scope> types_where(const Model& model, const std::function<bool(const CallType&)>& wanted,
                               bool all) {
  std::vector<Scope> scopes;
  for (TypeId t = 0; t < model.call_types.size(); ++t)
    if (wanted(model.call_types[t])) scopes.push_back({Scope::Kind::type, t});
  if (all && scopes.size() != 1) scopes.insert(scopes.begin(), Scope{});
  return scopes;
}

Json cases(const Results& results) {
  const Model& model = results.model();
  Json heads = Json::array(), rows = Json::array();
  const std::size_t kinds = std::min(most_scopes, model.cases.size());
  for (std::size_t k = 0; k < kinds; ++k) heads.push_back(model.cases[k].name);
  for (std::size_t m = 0; m < case_measures().size() && kinds > 0; ++m) {
    if (case_measures()[m].formula == nullptr && case_measures()[m].p != 0.9) continue;
    Json cells = Json::array();
    bool tells = false;
    for (std::size_t k = 0; k < kinds; ++k) {
      const Estimate estimate = results.cases(m, {Scope::Kind::type, model.cases[k].type});
      tells = tells || estimate.value > 0;
      cells.push_back(short_estimate(estimate));
    }
    if (tells)
      rows.push_back({{"measure", case_measures()[m].name},
                      {"unit", name_of(case_measures()[m].unit)},
                      {"cells", cells}});
  }
  return {{"scopes", heads}, {"rows", rows}, {"left_out", model.cases.size() - kinds}};
}

Json outages(const Results& results) {
  const Model& model = results.model();
  Json heads = Json::array(), times = Json::array(), down = Json::array(), rows = Json::array();
  for (OutageId o = 0; o < model.outages.size() + model.areas.size(); ++o) {
    const bool own = o < model.outages.size();
    heads.push_back(own ? model.outages[o].name : model.areas[o - model.outages.size()].name);
    times.push_back(short_estimate(results.outages(o)));
    down.push_back(short_estimate(results.time_down(o)));
  }
  if (!heads.empty()) {
    rows.push_back({{"measure", "outages"}, {"unit", "number"}, {"cells", times}});
    rows.push_back({{"measure", "time_down"}, {"unit", "share"}, {"cells", down}});
  }
  return {{"scopes", heads}, {"rows", rows}, {"left_out", 0}};
}

}  // namespace

Json table_data(const Results& results) {
  const Model& model = results.model();
  const Names calls = {"calls",
                       "calls_answered",
                       "service_level",
                       "answered_within_rings",
                       "abandoned",
                       "blocked",
                       "balked",
                       "turned_away",
                       "speed_of_answer",
                       "mean_wait",
                       "wait_p50",
                       "wait_p90",
                       "wait_p99",
                       "max_wait",
                       "longest_queue",
                       "talk_time",
                       "hold_time",
                       "wrap_up_time",
                       "handle_time",
                       "transferred",
                       "escalated",
                       "solved",
                       "redials_per_caller",
                       "unfinished"};
  const Names groups = {"agents",      "occupancy",  "utilisation", "calls_answered", "calls_per_agent_hour",
                        "handle_time", "paid_hours", "cost"};
  const Names callbacks = {"callback_offered", "callback_accepted", "callback_promised", "callbacks",
                           "callback_reached", "callback_in_time",  "callback_wait"};
  const Names escalations = {"calls",    "calls_answered", "speed_of_answer", "wait_p90",
                             "max_wait", "abandoned",      "handle_time"};
  std::vector<Scope> of_groups;
  for (GroupId g = 0; g < model.groups.size(); ++g) of_groups.push_back({Scope::Kind::group, g});
  const auto none_such = [](const Json& t) { return t["rows"].empty(); };

  Json tables = Json::object();
  const auto add = [&](const char* name, Json made) {
    if (!none_such(made)) tables[name] = std::move(made);
  };
  add("calls",
      table(results, calls,
            types_where(
                model, [](const CallType& t) { return t.kind == Kind::inbound || t.kind == Kind::transfer; },
                true)));
  add("groups", table(results, groups, of_groups));
  add("escalations", table(results, escalations,
                           types_where(
                               model, [](const CallType& t) { return t.kind == Kind::escalation; }, false)));
  add("to_leads", table(results, {"escalated", "escalation_wait", "withdrawn"}, {Scope{}}));
  add("callbacks", table(results, callbacks,
                         types_where(
                             model, [](const CallType& t) { return t.callback_type != none; }, false)));
  add("cases", cases(results));
  add("outages", outages(results));
  add("costs", table(results, {"cost", "penalties"}, {Scope{}}));
  return tables;
}

}  // namespace thirdring
