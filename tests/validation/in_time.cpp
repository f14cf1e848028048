// What depends on the time: rates that change, days that begin empty.
#include <cmath>
#include <numbers>
#include <regex>

#include "tests/validation/building.hpp"

namespace thirdring::validation {
namespace {

/// The scenarios begin at 2026-01-05 00:00.
std::string clock(double seconds) {
  const auto s = static_cast<int>(std::lround(seconds));
  return fmt::format("'2026-01-{:02} {:02}:{:02}:{:02}'", 5 + s / 86400, s % 86400 / 3600, s % 3600 / 60,
                     s % 60);
}

/// Rates at moments `step` seconds apart, linear between them; `at` is told seconds from the start.
std::string linear(double length, double step, const std::function<double(double)>& per_hour) {
  std::string points;
  for (double t = 0; t <= length + 1e-6; t += step)
    points += fmt::format("{}{{at: {}, rate: {}/h}}", points.empty() ? "" : ", ", clock(t), per_hour(t));
  return "{linear: [" + points + "]}";
}

}  // namespace

Oracle infinitely_many_agents(const Case& c) {
  Oracle oracle;
  const double lbar = c.number("lbar"), amp = c.number("amp"), cycle = c.number("period"),
               mean = c.number("mean_service");
  const std::string service = c.params.at("service");
  // The day begins so long before that its beginning is forgotten; a minute lies around each moment asked
  // for.
  const double before = 20 * mean + 0.5, length = before + 0.75 * cycle + 1;
  const auto arrivals = linear(length * 60, 60, [&](double t) {
    return 60 * lbar * (1 + amp * std::sin(2 * std::numbers::pi * (t / 60 - before) / cycle));
  });
  const double agents = std::ceil(lbar * mean * (1 + amp) * 4 + 40);
  const std::string talk = service == "exp"   ? exponential(mean)
                           : service == "det" ? minutes(mean)
                                              : law(service, mean, c.number("scv"));
  Variant variant{"",
                  fmt::format("time: {{start: 2026-01-05 00:00, length: {} s, period: 1 min}}\n"
                              "call_types:\n  calls: {{arrivals: {}, talk: {}}}\n"
                              "agent_groups:\n  agents: {{skills: [calls], staffing: {}}}\n",
                              length * 60, arrivals, talk, agents),
                  {}};
  add_checks(c, oracle, variant, [&](const std::string& metric) -> Value {
    static const std::regex busy("mean_busy_t([0-9.]+)");
    std::smatch found;
    if (!std::regex_match(metric, found, busy)) return nullptr;
    const auto period = static_cast<PeriodId>(std::lround(before - 0.5 + std::stod(found[1])));
    return [=](const Values& v) { return agents * v.in(period, "occupancy"); };
  });
  oracle.variants.push_back(std::move(variant));
  return oracle;
}

Oracle time_varying(const Case& c) {
  Oracle oracle;
  // lam(t)=30(1+0.4 sin(2 pi t/8)), n=32
  static const std::regex said(R"(lam\(t\)=([0-9.]+)\(1\+([0-9.]+) sin\(2 pi t/([0-9.]+)\)\))");
  std::smatch found;
  if (!std::regex_search(c.model, found, said)) {
    oracle.missing.push_back("the model: its rate was not understood");
    return oracle;
  }
  const double lbar = std::stod(found[1]), amp = std::stod(found[2]), cycle = std::stod(found[3]);
  const double n = c.number("n"), length = c.number("T");
  // An hour stands for a minute.  A period is a twentieth of it; the rate changes from fiftieth to fiftieth.
  constexpr double hour = 3600, period = 180, step = 72;
  const auto day = [&](const std::string& name, double hours) {
    const std::string arrivals = linear(hours * hour, step, [&](double t) {
      return lbar * (1 + amp * std::sin(2 * std::numbers::pi * t / hour / cycle));
    });
    return Variant{
        name,
        fmt::format("time: {{start: 2026-01-05 00:00, length: {} h, period: {} s, after_close: drop}}\n"
                    "call_types:\n  calls: {{arrivals: {}, talk: {{distribution: exponential, mean: {} h}}, "
                    "patience: {{distribution: exponential, mean: {} h}}}}\n"
                    "agent_groups:\n  agents: {{skills: [calls], staffing: {}}}\n",
                    hours, period, arrivals, 1 / c.number("mu"), 1 / c.number("theta"), n),
        {}};
  };
  // At a moment, from the means of the two and of the four periods around it: their errors are those of the
  // second derivative, one four times the other.
  const auto at = [=](double t, const std::string& measure, const Values& v) {
    const auto p = static_cast<PeriodId>(std::lround(t * hour / period));
    const double near = (v.in(p - 1, measure) + v.in(p, measure)) / 2;
    const double wide = (v.in(p - 2, measure) + v.in(p + 1, measure)) / 4 + near / 2;
    return (4 * near - wide) / 3;
  };
  static const std::regex moment("(E_busy|E_queue|P_wait)_t([0-9.]+)");
  Variant moments = day("moments", length + 1), whole = day("all of it", length);
  add_checks(c, oracle, whole, [&](const std::string& metric) -> Value {
    if (metric == "expected_arrivals") return [](const Values& v) { return v("calls"); };
    if (metric == "expected_abandoned_by_T")
      return [](const Values& v) { return v("calls") - v("calls_answered") - v("disconnected"); };
    if (metric == "fraction_of_arrivals_that_wait")
      return [](const Values& v) { return v("delay_probability"); };
    if (metric == "mean_busy_time_avg") return [=](const Values& v) { return n * v.open("occupancy"); };
    if (metric == "mean_queue_time_avg") return [](const Values& v) { return v("mean_queue"); };
    return nullptr;
  });
  std::erase_if(oracle.missing, [](const std::string& metric) { return std::regex_match(metric, moment); });
  Oracle rest;
  add_checks(c, rest, moments, [&](const std::string& metric) -> Value {
    std::smatch m;
    if (!std::regex_match(metric, m, moment)) return nullptr;
    const double t = std::stod(m[2]);
    if (m[1] == "E_busy") return [=](const Values& v) { return n * at(t, "occupancy", v); };
    if (m[1] == "E_queue") return [=](const Values& v) { return at(t, "mean_queue", v); };
    return [=](const Values& v) { return at(t, "delay_probability", v); };
  });
  oracle.variants = {std::move(whole), std::move(moments)};
  return oracle;
}

Oracle one_day(const Case& c) {
  Oracle oracle;
  const double theta = c.params.value("theta", 0.0);
  Variant variant{"",
                  fmt::format("time: {{start: 2026-01-05 00:00, length: {} min, period: {} min}}\n"
                              "call_types:\n  calls: {{arrivals: {}, talk: {}, patience: {}}}\n"
                              "agent_groups:\n  agents: {{skills: [calls], staffing: {}}}\n"
                              "measures: {{acceptable_wait: {} s}}\n",
                              c.number("T"), c.number("T"), rate(c.number("lam")),
                              exponential(1 / c.number("mu")), theta > 0 ? exponential(1 / theta) : "never",
                              c.number("n"), std::round(c.number("awt") * 60'000) / 1000),
                  {}};
  add_checks(c, oracle, variant, [&](const std::string& metric) -> Value {
    const auto measure = [](const char* name) -> Value {
      return [name](const Values& v) { return v(name); };
    };
    if (metric == "expected_arrivals") return measure("calls");
    if (metric == "expected_blocked") return measure("blocked");
    if (metric == "expected_served") return measure("calls_answered");
    if (metric == "expected_abandoned")
      return [](const Values& v) { return v("calls") - v("calls_answered"); };
    if (metric == "expected_served_within_awt")
      return [](const Values& v) { return v("service_level.answered_only") * v("calls_answered"); };
    if (metric == "sl_served_over_served" || metric == "sl_incl_blocked")
      return measure("service_level.answered_only");
    if (metric == "sl_served_over_served_plus_ab_after_awt")
      return measure("service_level.ignore_abandoned_within");
    if (metric == "mean_wait_all_admitted") return common("mean_wait");
    if (metric == "occupancy_during_T") return [](const Values& v) { return v.open("occupancy"); };
    return common(metric);
  });
  oracle.variants.push_back(std::move(variant));
  return oracle;
}

}  // namespace thirdring::validation
