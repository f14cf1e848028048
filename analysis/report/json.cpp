#include "analysis/report/json.hpp"

#include <cmath>

#include "analysis/experiment/doubts.hpp"
#include "analysis/report/number_rows.hpp"

namespace thirdring {

Json json_number(double x) { return std::isfinite(x) ? Json(x) : Json(nullptr); }

void put(Json& to, const Estimate& estimate) {
  to["estimate"] = json_number(estimate.value);
  to["low"] = json_number(estimate.low);
  to["high"] = json_number(estimate.high);
  to["replications"] = estimate.n;
}

Json json_of(const Origin& origin, const Model& model) {
  return {{"file", origin.scenario},
          {"name", model.name},
          {"why", model.why},
          {"hash", origin.hash},
          {"overrides", origin.overrides},
          {"warnings", texts_of(origin.warnings)}};
}

Json json_of(const RunOptions& options, std::uint64_t replications, bool interrupted) {
  return {{"seed", options.seed},
          {"first_replication", options.first},
          {"replications", replications},
          {"status", interrupted ? "interrupted" : "complete"},
          {"confidence", usual_confidence}};
}

std::string json_text(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string json_report(const Experiment& experiment, const Origin& origin) {
  const Results& results = experiment.results;
  const Model& model = results.model();
  Json report = {
      {"schema_version", json_schema_version}, {"program", "thirdring"}, {"version", origin.version}};
  report["scenario"] = json_of(origin, model);
  report["run"] = json_of(experiment.options, results.replications(), experiment.interrupted);
  report["run"]["engine"] = name_of(experiment.engine);
  report["run"]["calls"] = results.calls();
  report["run"]["events"] = results.events();
  Json& controls = report["run"]["controls"] = Json::array();
  if (results.controlled())
    for (const Controls::Kind kind : results.slots().controls().kinds()) controls.push_back(name_of(kind));
  if (model.run.warm_up > 0) report["run"]["warm_up"] = json_number(model.run.warm_up);
  if (model.calendar.stretches > 1) report["run"]["batches"] = model.calendar.stretches;
  report["run"]["doubts"] = texts_of(doubts(experiment));
  if (const auto& precision = experiment.options.precision) {
    Json& told = report["run"]["precision"] = {{"reached", experiment.precise()}, {"goals", Json::array()}};
    for (const RunPlan::Precision::Goal& goal : precision->goals)
      told["goals"].push_back({{"measure", goal.measure},
                               {"half_width", json_number(goal.half_width)},
                               {"reached", experiment.reached(goal)}});
  }
  report["currency"] = model.currency;

  Json& agreements = report["agreements"] = Json::array();
  for (std::size_t a = 0; a < model.agreements.size(); ++a) {
    const AgreementResult result = results.agreement(a);
    Json& item = agreements.emplace_back();
    item["name"] = model.agreements[a].name;
    item[model.agreements[a].at_least ? "at_least" : "at_most"] = json_number(model.agreements[a].limit);
    item["unit"] = name_of(unit_of(model.agreements[a]));
    item["breached"] = result.breached;
    put(item["achieved"], result.achieved);
    put(item["breach"], result.breach);
    put(item["shortfall"], result.shortfall);
    put(item["penalty"], result.penalty);
  }

  report["nearest_formula"] = nearest_json(results);

  Json& numbers = report["measures"] = Json::array();
  for_each_number(results, [&](const NumberRow& row) {
    if (row.measure.starts_with("agreement.")) return;
    Json& item = numbers.emplace_back();
    item["measure"] = row.measure;
    if (!row.type.empty()) item["call_type"] = row.type;
    if (!row.group.empty()) item["group"] = row.group;
    if (!row.period.empty()) item["period"] = row.period;
    item["unit"] = row.unit;
    put(item, row.estimate);
    if (results.controlled() && row.period.empty()) item["gain"] = json_number(row.gain);
  });
  return json_text(report);
}

}  // namespace thirdring
