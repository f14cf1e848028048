#include <fmt/format.h>

#include <array>

#include "bench/workloads/workloads.hpp"

namespace thirdring::bench {
namespace {

/// Shares of a day's calls in its half-hours, 8:00 to 20:00, per thousand.
constexpr std::array<double, 24> profile = {22, 34, 45, 53, 57, 58, 56, 52, 49, 47, 46, 47,
                                            49, 50, 49, 47, 44, 40, 36, 32, 28, 23, 20, 16};

std::string list(const std::string& format, const std::array<double, 24>& values, double factor) {
  std::string text;
  for (const double value : values)
    text += fmt::format(fmt::runtime(text.empty() ? format : ", " + format), value * factor);
  return "[" + text + "]";
}

}  // namespace

std::string erlang_a(unsigned agents, unsigned types, double hours) {
  std::string text = fmt::format("time: {{start: 2026-03-02 00:00, length: {0} h, period: {0} h}}\n", hours);
  std::string skills;
  text += "call_types:\n";
  for (unsigned t = 0; t < types; ++t) {
    text += fmt::format(
        "  type{}:\n"
        "    arrivals: {{rate: {}/min}}\n"
        "    patience: {{distribution: exponential, mean: 30 s}}\n"
        "    talk: {{distribution: exponential, mean: 1 min}}\n",
        t, static_cast<double>(agents) / types);
    skills += fmt::format("{}type{}", t ? ", " : "", t);
  }
  return text + fmt::format("agent_groups:\n  agents: {{skills: [{}], staffing: {}}}\n", skills, agents);
}

std::string skills_centre(double load) {
  constexpr unsigned types = 20, groups = 15, agents = 700;
  constexpr double minutes = 4;
  std::array<std::string, groups> skills;
  std::string text = "time: {start: 2026-03-02 08:00, length: 8 h, period: 30 min}\ncall_types:\n", routing;
  for (unsigned t = 0; t < types; ++t) {
    text += fmt::format(
        "  type{}:\n"
        "    arrivals: {{rate: {:.4f}/min}}\n"
        "    patience: {{distribution: exponential, mean: 2 min}}\n"
        "    talk: {{distribution: lognormal, mean: {} min, cv: 0.8}}\n",
        t, load * agents / minutes / types, minutes);
    const std::array<unsigned, 3> route = {t % groups, (t + 4) % groups, (t + 9) % groups};
    for (const unsigned g : route)
      skills[g] += fmt::format("{}type{}: {{priority: {}}}", skills[g].empty() ? "" : ", ", t, 1 + t % 2);
    routing += fmt::format("  type{}: [group{}, group{}, {{group: group{}, after: 20 s}}]\n", t, route[0],
                           route[1], route[2]);
  }
  text += "agent_groups:\n";
  for (unsigned g = 0; g < groups; ++g)
    text += fmt::format("  group{}: {{skills: {{{}}}, staffing: {}}}\n", g, skills[g],
                        agents / groups + (g < agents % groups));
  return text + "routing:\n" + routing;
}

std::string national_day() {
  constexpr unsigned types = 60, groups_per_site = 20, agents_per_group = 250;
  constexpr double calls = 980'000;  // first calls: with redials and callbacks a million
  std::string text =
      "name: A national day\n"
      "time: {start: 2026-03-02 08:00, length: 12 h, period: 30 min}\n"
      "call_types:\n";
  std::array<std::string, 2 * groups_per_site> skills;
  std::string routing;
  for (unsigned t = 0; t < types; ++t) {
    text += fmt::format(
        "  type{}:\n"
        "    arrivals: {{volumes: {}}}\n"
        "    patience: {{distribution: exponential, mean: 3 min}}\n"
        "    talk: {{distribution: lognormal, mean: 4.6 min, cv: 0.8}}\n"
        "    wrap_up: {{distribution: exponential, mean: 30 s}}\n"
        "    redial: {{after_abandoning: 40 %, delay: {{distribution: exponential, mean: 10 min}}, at_most: "
        "3}}\n"
        "    callback: {{offer: expected_wait > 10 s, accepted: 40 %, due: 2 h, reached: 80 %}}\n",
        t, list("{:.2f}", profile, calls / types / 1000));
    const unsigned home = t / 2 % groups_per_site, second = (home + groups_per_site / 2) % groups_per_site;
    const unsigned site = t % 2 * groups_per_site, other = groups_per_site - site;
    for (const unsigned g : {site + home, site + second, other + home})
      skills[g] += fmt::format("{}type{}", skills[g].empty() ? "" : ", ", t);
    routing +=
        fmt::format("  type{}: [group{}, {{group: group{}, after: 10 s}}, {{group: group{}, after: 30 s}}]\n",
                    t, site + home, site + second, other + home);
  }
  text += "agent_groups:\n";
  for (unsigned g = 0; g < skills.size(); ++g)
    text += fmt::format("  group{}: {{skills: [{}], staffing: {}}}\n", g, skills[g],
                        list("{:.0f}", profile, agents_per_group / 58.0));
  return text + "routing:\n" + routing;
}

}  // namespace thirdring::bench
