#include "analysis/html/html_report.hpp"
#include "analysis/html/page.hpp"
#include "analysis/html/pieces.hpp"

namespace thirdring {
namespace {

/// The changes of each target, less and more; null where there is none.
Json effects_data(const InputEffects& row, std::size_t targets) {
  Json ways = Json::array();
  for (const Way way : both_ways) {
    Json& effects = ways.emplace_back(Json::array());
    for (std::size_t t = 0; t < targets; ++t)
      effects.push_back(row.effects[way].empty() ? Json(nullptr)
                                                 : short_estimate(row.effects[way][t].difference));
  }
  return ways;
}

}  // namespace

std::string html_report(const Sensitivity& sensitivity, const Origin& origin, PageLanguage language) {
  const Results& base = *sensitivity.base;
  const Model& model = base.model();
  Json data = {{"kind", "sensitivity"},      {"name", model.name},   {"why", model.why},
               {"currency", model.currency}, {"by", sensitivity.by}, {"agreements", agreement_data(base)}};
  data["run"] = {{"file", origin.scenario},
                 {"hash", origin.hash},
                 {"seed", sensitivity.options.seed},
                 {"replications", base.replications()},
                 {"asked_for", sensitivity.options.replications},
                 {"observations", base.observations()},
                 {"interrupted", sensitivity.interrupted},
                 {"precise", true},
                 {"overrides", origin.overrides},
                 {"version", origin.version},
                 {"warnings", warning_data(origin, language)}};
  Json& targets = data["targets"] = Json::array();
  for (const Target& target : sensitivity.targets)
    targets.push_back({{"measure", target.name},
                       {"unit", name_of(target.unit)},
                       {"base", short_estimate(estimate(base, target))}});
  Json& inputs = data["inputs"] = Json::array();
  for (const InputEffects& row : sensitivity.inputs)
    inputs.push_back({{"name", row.input->name}, {"effects", effects_data(row, sensitivity.targets.size())}});
  Json& groups = data["groups"] = Json::array();
  for (const ChangedGroup& group : sensitivity.groups)
    groups.push_back({{"name", group.name},
                      {"agents", short_number(group.agents)},
                      {"less", short_number(group.changed[less])},
                      {"more", short_number(group.changed[more])}});
  Json& left_out = data["left_out"] = Json::array();
  for (const Input* input : sensitivity.left_out) left_out.push_back(input->name);
  return page(data, language);
}

}  // namespace thirdring
