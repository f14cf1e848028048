// Two types of calls: with priorities in one group, or with groups that share the work.
#include <regex>

#include "tests/validation/building.hpp"

namespace thirdring::validation {
namespace {

/// mean_wait_class1, p_ab_type2, mean_queue1, sl_class1_served_over_offered_1 ...: the metric and the type.
Value of_a_type(const std::string& metric) {
  static const std::regex with_type("(.*?)_?(?:class|type)?([12])(_.*)?");
  static const std::regex group("occupancy_group([12])");
  std::smatch found;
  if (std::regex_match(metric, found, group))
    return [name = fmt::format("group{}", found[1].str())](const Values& v) {
      return v.open("occupancy", name);
    };
  static const std::regex sl("sl_(?:class|type)([12])(_.*)");
  if (std::regex_match(metric, found, sl)) {
    const std::string rest = found[2];
    // sl_class1_0.333 has no word for the formula, and nobody abandons there.
    const bool says_how = rest.find("served") != std::string::npos;
    return common(fmt::format("sl{}{}", says_how ? "" : "_served_over_offered", rest),
                  fmt::format("type{}", found[1].str()));
  }
  if (metric.find("class") != std::string::npos || metric.find("type") != std::string::npos ||
      metric.starts_with("mean_queue"))
    if (std::regex_match(metric, found, with_type))
      return common(found[1], fmt::format("type{}", found[2].str()));
  return common(metric);
}

std::string type(int number, double arrivals, double mean_talk, double theta) {
  return fmt::format("  type{}: {{arrivals: {}, talk: {}, patience: {}}}\n", number, rate(arrivals),
                     exponential(mean_talk), theta > 0 ? exponential(1 / theta) : "never");
}

}  // namespace

Oracle priorities(const Case& c) {
  Oracle oracle;
  const double lam1 = c.number("lam1"), lam2 = c.number("lam2"), n = c.number("n");
  const double theta1 = c.params.value("theta1", 0.0), theta2 = c.params.value("theta2", 0.0);
  const double mean1 = 1 / (c.has("mu1") ? c.number("mu1") : c.number("mu"));
  const double mean2 = 1 / (c.has("mu2") ? c.number("mu2") : c.number("mu"));
  const double forgets = theta2 > 0 ? 3 * std::max(mean2, 1 / theta2)
                                    : relaxation(lam1 * mean1 + lam2 * mean2, std::max(mean1, mean2), n);
  const std::string yaml =
      long_run(forgets, lam1 + lam2) + "call_types:\n" + type(1, lam1, mean1, theta1) +
      type(2, lam2, mean2, theta2) +
      fmt::format(
          "agent_groups:\n  group1: {{skills: {{type1: {{priority: 1}}, type2: {{priority: 2}}}}, "
          "staffing: {}}}\n",
          n);
  oracle.variants = by_threshold(c, oracle, yaml, of_a_type);
  return oracle;
}

Oracle designs(const Case& c) {
  Oracle oracle;
  const bool is_x = c.model.starts_with("X");
  // The mean talk of a type, and by how much a group differs from it.
  const auto mu = [&](int of_type, int group) {
    for (const std::string& name :
         {fmt::format("mu_type_{}_g_{}", of_type, group), fmt::format("mu_type{}_g{}", of_type, group),
          fmt::format("mu_{}{}", of_type, group), fmt::format("mu_g{}", group)})
      if (c.has(name)) return c.number(name);
    return c.params.value("mu", 1.0);
  };
  const auto skill = [&](int of_type, int group, int priority) {
    return fmt::format("type{}: {{priority: {}, talk_factor: {}}}", of_type, priority,
                       mu(of_type, of_type) / mu(of_type, group));
  };
  const double mean1 = 1 / mu(1, 1), mean2 = 1 / mu(2, 2);
  const double theta1 = c.params.value("theta1", 0.0), theta2 = c.params.value("theta2", 0.0);
  const double n1 = c.number("n1"), n2 = c.number("n2"), lam1 = c.number("lam1"), lam2 = c.number("lam2");
  const double forgets = theta1 > 0 && theta2 > 0
                             ? 3 * std::max({mean1, mean2, 1 / theta1, 1 / theta2})
                             : relaxation(lam1 * mean1 + lam2 * mean2, std::max(mean1, mean2), n1 + n2);
  const std::string first = skill(1, 1, 1) + (is_x ? ", " + skill(2, 1, 2) : "");
  const std::string yaml =
      long_run(forgets, lam1 + lam2) + "call_types:\n" + type(1, lam1, mean1, theta1) +
      type(2, lam2, mean2, theta2) +
      fmt::format(
          "agent_groups:\n  group1: {{skills: {{{}}}, staffing: {}}}\n"
          "  group2: {{skills: {{{}, {}}}, staffing: {}}}\n"
          "routing: {{type1: [group1, group2], type2: [{}]}}\n",
          first, n1, skill(2, 2, 1), skill(1, 2, 2), n2, is_x ? "group2, group1" : "group2");
  oracle.variants = by_threshold(c, oracle, yaml, of_a_type);
  return oracle;
}

}  // namespace thirdring::validation
