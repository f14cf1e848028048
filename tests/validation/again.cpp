// Callers who come again, or are called: retrials, callbacks, outbound work between inbound calls.
#include "tests/validation/building.hpp"

namespace thirdring::validation {

Oracle retrials(const Case& c) {
  Oracle oracle;
  const double lam = c.number("lam"), delta = c.number("delta_retry_rate"), n = c.number("n"),
               mu = c.number("mu");
  // A caller with nothing to say finds the centre as a fresh one does.
  const std::string chance = fmt::format("{} %", 100 * c.number("p_retry"));
  const std::string yaml =
      long_run(3 * std::max({1 / mu, 1 / c.number("theta"), 1 / delta}), lam) +
      fmt::format(
          "call_types:\n  calls: {{arrivals: {}, talk: {}, patience: {}, redial: {{after_abandoning: {}, "
          "after_busy: {}, delay: {}}}}}\n"
          "  probe: {{arrivals: {}, talk: 0 s}}\n"
          "agent_groups:\n  agents: {{skills: [calls, probe], staffing: {}}}\n{}",
          rate(lam), exponential(1 / mu), exponential(1 / c.number("theta")), chance, chance,
          exponential(1 / delta), rate(lam / 5), n,
          c.has("K") ? fmt::format("lines: {}\n", c.number("K")) : "");
  const auto attempts = [](const Values& v) { return 1 + v("redials_per_caller", "calls"); };
  Variant variant{"", yaml, {}};
  add_checks(c, oracle, variant, [&](const std::string& metric) -> Value {
    if (metric == "mean_orbit")
      return [=](const Values& v) { return v("redials_per_caller", "calls") * lam / delta; };
    if (metric == "attempt_rate") return [=](const Values& v) { return attempts(v) * lam; };
    if (metric == "attempts_per_fresh_call") return attempts;
    if (metric == "served_fraction_of_fresh_calls")
      return
          [=](const Values& v) { return v("calls_answered", "calls") / v("calls", "calls") * attempts(v); };
    if (metric == "p_ab_per_attempt") return common("p_ab", "calls");
    if (metric == "mean_wait_per_attempt") return common("mean_wait", "calls");
    if (metric == "p_wait_fresh") return common("p_wait", "probe");
    return common(metric, metric == "occupancy" ? "" : "calls");
  });
  oracle.variants.push_back(std::move(variant));
  return oracle;
}

Oracle callbacks(const Case& c) {
  Oracle oracle;
  const double lam = c.number("lam"), n = c.number("n"), mean = 1 / c.number("mu");
  const std::string yaml =
      // With callers who do not hang up the load is nearly that of Erlang C.
      long_run(std::max(3 / c.number("theta"), relaxation(0.95 * n * mean, mean, n)), lam) +
      fmt::format(
          "call_types:\n  calls: {{arrivals: {}, talk: {}, patience: {}, callback: {{offer: queue >= {}, "
          "accepted: {} %, keeps_place: no, dial: 0 s, reserve: {}}}}}\n"
          "agent_groups:\n  agents: {{skills: [calls], staffing: {}}}\n",
          rate(lam), exponential(mean), exponential(1 / c.number("theta")), c.number("L"),
          100 * c.number("p_accept"), c.params.value("reserve", 0), n);
  const auto taken = [](const Values& v) {
    return v("callback_offered", "calls") * v("callback_accepted", "calls");
  };
  Variant variant{"", yaml, {}};
  add_checks(c, oracle, variant, [&](const std::string& metric) -> Value {
    if (metric == "p_offered_callback") return [](const Values& v) { return v("callback_offered", "calls"); };
    if (metric == "callback_rate") return [=](const Values& v) { return taken(v) * lam; };
    if (metric == "mean_callback_delay")
      return [](const Values& v) { return v("callback_wait", "calls") / 60; };
    if (metric == "mean_callbacks_pending")
      return [](const Values& v) { return v("mean_queue", "calls.callback"); };
    if (metric == "mean_queue_inbound") return common("mean_queue", "calls");
    if (metric == "p_ab_of_inbound_stayers") return common("p_ab", "calls");
    if (metric == "mean_wait_inbound_stayers")
      return [=](const Values& v) { return v("mean_wait", "calls") / 60 / (1 - taken(v)); };
    return common(metric, metric == "occupancy" ? "" : "calls");
  });
  oracle.variants.push_back(std::move(variant));
  return oracle;
}

Oracle blend(const Case& c) {
  Oracle oracle;
  const double lam = c.number("lam"), n = c.number("n"), mean_out = 1 / c.number("mu_out");
  const double length = 2000, period = 100;  // minutes
  const std::string yaml = fmt::format(
      "time: {{start: 2026-01-05 00:00, length: {} min, period: {} min}}\n"
      "run: {{warm_up: {} min}}\nmeasures: {{credit: answer}}\n"
      "call_types:\n  calls: {{arrivals: {}, talk: {}{}}}\n"
      // More of them than there is time for.
      "outbound: {{list: {{contacts: {:.0f}, talk: {}, dial: 0 s, keep: {}}}}}\n"
      "agent_groups:\n  agents: {{skills: [calls, outbound.list], staffing: {}}}\n",
      length, period, period, rate(lam), exponential(1 / c.number("mu_in")),
      c.params.value("theta", 0.0) > 0 ? ", patience: " + exponential(1 / c.number("theta")) : "",
      2 * n * length / mean_out, exponential(mean_out), c.number("reserve"), n);
  Variant variant{"", yaml, {}};
  const auto outbound = [=](const Values& v) { return v("calls_answered", "outbound.list") / length; };
  add_checks(c, oracle, variant, [&](const std::string& metric) -> Value {
    if (metric == "outbound_rate") return outbound;
    if (metric == "mean_outbound_busy")
      return [=](const Values& v) { return outbound(v) * v("talk_time", "outbound.list") / 60; };
    return common(metric, metric == "occupancy" ? "" : "calls");
  });
  oracle.variants.push_back(std::move(variant));
  return oracle;
}

}  // namespace thirdring::validation
