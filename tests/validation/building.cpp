#include "tests/validation/building.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

namespace thirdring::validation {

Case::Case(const Json& json)
    : id(json.at("id")),
      model(json.at("model")),
      method(json.value("method", "")),
      params(json.at("params")),
      exact(json.at("exact")) {}

std::string long_run(double relaxation_minutes, double calls_per_minute) {
  const double length = std::ceil(std::max(200 * relaxation_minutes, 20'000 / calls_per_minute) / 20) * 20;
  return fmt::format(
      "time: {{start: 2026-01-05 00:00, length: {} min, period: {} min}}\nrun: {{warm_up: {} min}}\n", length,
      length / 20, length / 20);
}

double relaxation(double load, double mean_service, double agents, double scv) {
  const double rho = load / agents;
  const double of_queue = rho < 1 ? mean_service / (agents * std::pow(1 - std::sqrt(rho), 2)) : 0;
  return std::max(3 * mean_service, of_queue * (1 + scv) / 2);
}

std::optional<double> threshold_of(const std::string& metric) {
  const std::size_t at = metric.rfind('_');
  if (at == std::string::npos || metric.find_first_not_of("0123456789.", at + 1) != std::string::npos)
    return std::nullopt;
  return std::round(std::stod(metric.substr(at + 1)) * 60'000) / 60'000;
}

namespace {

void add_check(const Case& c, Oracle& oracle, Variant& variant, const std::string& metric,
               const std::function<Value(const std::string&)>& value) {
  const Json& exact = c.exact.at(metric);
  // These tell about the calculation, not about the centre.
  if (metric == "n_states" || metric == "trunc_mass") return;
  if (const Value v = value(metric); v && exact.is_number())
    variant.checks.push_back({metric, exact, 0, 0, v});
  else
    oracle.missing.push_back(metric + (exact.is_number() ? "" : " (has no value)"));
}

}  // namespace

void add_checks(const Case& c, Oracle& oracle, Variant& variant,
                const std::function<Value(const std::string&)>& value) {
  for (const auto& [metric, exact] : c.exact.items()) add_check(c, oracle, variant, metric, value);
}

std::vector<Variant> by_threshold(const Case& c, Oracle& oracle, const std::string& yaml,
                                  const std::function<Value(const std::string&)>& value) {
  std::map<double, std::vector<std::string>> metrics;  // minutes; 0: none
  for (const auto& [metric, exact] : c.exact.items())
    metrics[threshold_of(metric).value_or(0)].push_back(metric);
  std::vector<Variant> variants;
  for (const auto& [threshold, of_it] : metrics) {
    Variant variant{threshold > 0 ? fmt::format("{:.4g} s", threshold * 60) : "", yaml, {}};
    if (threshold > 0) variant.yaml += fmt::format("measures: {{acceptable_wait: {} s}}\n", threshold * 60);
    for (const std::string& metric : of_it) add_check(c, oracle, variant, metric, value);
    variants.push_back(std::move(variant));
  }
  return variants;
}

Value common(const std::string& metric, const std::string& of) {
  const auto measure = [of](const std::string& name, double factor = 1) -> Value {
    return [name, of, factor](const Values& v) { return v(name, of) * factor; };
  };
  if (metric == "p_block") return measure("blocked");
  if (metric == "p_wait") return measure("delay_probability");
  if (metric == "p_ab") return measure("abandoned");
  if (metric == "mean_wait") return measure("mean_wait", 1 / 60.0);
  if (metric == "mean_wait_served") return measure("speed_of_answer", 1 / 60.0);
  if (metric == "mean_wait_abandoned") return measure("mean_wait.abandoned", 1 / 60.0);
  if (metric == "mean_queue") return measure("mean_queue");
  if (metric == "occupancy") return [](const Values& v) { return v.open("occupancy"); };
  if (metric == "p_served") return [of](const Values& v) { return 1 - v("abandoned", of); };
  if (metric == "mean_wait_given_wait")
    return [of](const Values& v) { return v("mean_wait", of) / 60 / v("delay_probability", of); };
  if (metric == "p_ab_given_wait")
    return [of](const Values& v) { return v("abandoned", of) / v("delay_probability", of); };
  const auto starts = [&](const char* with) { return metric.starts_with(with); };
  if (starts("sl_served_over_served_") && !starts("sl_served_over_served_plus"))
    return measure("service_level.answered_only");
  if (starts("sl_excl_short_ab_")) return measure("service_level.ignore_abandoned_within");
  if (starts("sl_answered_or_ab_le_t_")) return measure("service_level.abandoned_within_positive");
  if (starts("p_ab_le_t_"))
    return [of](const Values& v) {
      return v("service_level.abandoned_within_positive", of) - v("service_level.offered", of);
    };
  if (starts("sl_")) return measure("service_level.offered");
  return nullptr;
}

std::vector<Oracle> exact_oracles(const std::string& file) {
  using Builder = Oracle (*)(const Case&);
  // By the beginning of the model's name; longer ones first.
  const std::vector<std::pair<std::string, Builder>> builders = {
      {"M/M/n+M with retrials", retrials},
      {"M/M/n+M with callback", callbacks},
      {"M/M/n+M 2-class", priorities},
      {"M/M/n 2-class", priorities},
      {"N-design", designs},
      {"X-design", designs},
      {"inbound + unlimited outbound", blend},
      {"M(t)/G/inf", infinitely_many_agents},
      {"M(t)/M/n+M", time_varying},
      {"ContactCenters", one_day},
      {"same with Exp patience", one_day},
      {"M/", one_pool},
  };
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + ": cannot be read");
  std::vector<Oracle> oracles;
  const Json all = Json::parse(in);
  for (const Json& json : all.at("cases")) {
    const Case c(json);
    const auto found = std::find_if(builders.begin(), builders.end(),
                                    [&](const auto& b) { return c.model.starts_with(b.first); });
    Oracle oracle = found == builders.end() ? Oracle{} : found->second(c);
    if (found == builders.end()) oracle.missing.push_back("the model: no builder for it");
    oracle.id = c.id;
    oracle.model = c.model;
    oracle.source = c.method;
    oracles.push_back(std::move(oracle));
  }
  return oracles;
}

}  // namespace thirdring::validation
