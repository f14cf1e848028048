// Pieces that the scenarios of oracles are made of.
#pragma once
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/validation/oracle.hpp"

namespace thirdring::validation {

using Json = nlohmann::json;
using Value = std::function<double(const Values&)>;

/// Of a case of oracles.json; its times are minutes.
struct Case {
  explicit Case(const Json& json);
  double number(const std::string& name) const { return params.at(name); }
  bool has(const std::string& name) const { return params.contains(name); }

  std::string id, model, method;
  Json params, exact;
};

inline std::string rate(double per_minute) { return fmt::format("{{rate: {}/min}}", per_minute); }
inline std::string minutes(double m) { return fmt::format("{} min", m); }
inline std::string exponential(double mean_minutes) {
  return fmt::format("{{distribution: exponential, mean: {} min}}", mean_minutes);
}
inline std::string law(const std::string& name, double mean_minutes, double scv) {
  return fmt::format("{{distribution: {}, mean: {} min, cv: {}}}", name, mean_minutes, std::sqrt(scv));
}

/// A long run: a twentieth of it is warm-up, which is ten times the relaxation time; 20,000 calls at least.
std::string long_run(double relaxation_minutes, double calls_per_minute);
/// How long it takes until a queue has forgotten its beginning: of M/M/n without abandonment
/// 1 / (n mu (1 - sqrt(rho))^2) (Cohen 1982), longer in proportion to (1 + scv) / 2 of the service.
double relaxation(double load, double mean_service, double agents, double scv = 1);

/// Adds a check for every metric that `value` knows; the others are named in `missing`.
void add_checks(const Case& c, Oracle& oracle, Variant& variant,
                const std::function<Value(const std::string& metric)>& value);
/// The number behind the last underscore, in minutes: of sl_served_over_offered_0.333333 it is 1/3.
std::optional<double> threshold_of(const std::string& metric);
/// The metrics that depend on no threshold are in a variant of their own, those of each threshold in others.
std::vector<Variant> by_threshold(const Case& c, Oracle& oracle, const std::string& yaml,
                                  const std::function<Value(const std::string& metric)>& value);

/// What holds for one type of calls and one group, or for any of several: `of` is the type.
Value common(const std::string& metric, const std::string& of = "");

// The builders, each in the file of its kind.
Oracle one_pool(const Case& c);
Oracle priorities(const Case& c);
Oracle designs(const Case& c);
Oracle retrials(const Case& c);
Oracle callbacks(const Case& c);
Oracle blend(const Case& c);
Oracle infinitely_many_agents(const Case& c);
Oracle time_varying(const Case& c);
Oracle one_day(const Case& c);

}  // namespace thirdring::validation
