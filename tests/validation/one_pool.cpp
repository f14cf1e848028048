// One type of calls and one group: Erlang's models, with other laws of patience and talk, and a finite queue.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "tests/validation/building.hpp"

namespace thirdring::validation {
namespace {

struct Pool {
  double arrivals = 0, agents = 0, mean_service = 1, service_scv = 1;
  std::string talk, patience = "never";
  std::string more;  // of the scenario
  double mean_patience = 0;
  bool all_as_patient = false;
};

double forgetting(const Pool& p) {
  if (p.mean_patience == 0)
    return relaxation(p.arrivals * p.mean_service, p.mean_service, p.agents, p.service_scv);
  // Nobody gives up before all have waited as long: the queue drifts freely between 0 and lambda D, as a
  // reflected Brownian motion of variance 2 lambda, with 2 (lambda D)^2 / (pi^2 2 lambda).
  const double range = p.all_as_patient ? p.arrivals * std::pow(p.mean_patience / std::numbers::pi, 2) : 0;
  return std::max({3 * p.mean_service, 3 * p.mean_patience, range});
}

std::string yaml(const Pool& p) {
  // A caller with nothing to say and all the time in the world shows the wait that is offered, and changes
  // nothing.
  return long_run(forgetting(p), p.arrivals) + fmt::format(
                                                   "call_types:\n"
                                                   "  calls: {{arrivals: {}, talk: {}, patience: {}}}\n"
                                                   "  probe: {{arrivals: {}, talk: 0 s}}\n"
                                                   "agent_groups:\n"
                                                   "  agents: {{skills: [calls, probe], staffing: {}}}\n{}",
                                                   rate(p.arrivals), p.talk, p.patience,
                                                   rate(p.arrivals / 20), p.agents, p.more);
}

std::string without_probe(const Pool& p) {
  std::string text = yaml(p);
  const std::size_t line = text.find("  probe:");
  text.erase(line, text.find('\n', line) + 1 - line);
  text.replace(text.find("[calls, probe]"), 14, "[calls]");
  return text;
}

void set_patience(const Case& c, Pool& p) {
  if (const double theta = c.params.value("theta", 0.0); theta > 0) {
    p.mean_patience = 1 / theta;
    p.patience = exponential(p.mean_patience);
  }
  if (!c.has("patience")) return;
  const std::string law_name = c.params.at("patience");
  p.mean_patience = c.params.value("mean", c.params.value("value", 1.0));
  if (law_name == "exp") p.patience = exponential(p.mean_patience);
  if (law_name == "Erlang-2") p.patience = law("gamma", p.mean_patience, 0.5);
  if (law_name == "lognormal") p.patience = law("lognormal", p.mean_patience, c.number("scv"));
  if (law_name == "deterministic") p.all_as_patient = true, p.patience = minutes(p.mean_patience);
}

void set_talk(const Case& c, Pool& p) {
  p.mean_service = c.has("mu")  ? 1 / c.number("mu")
                   : c.has("D") ? c.number("D")
                                : c.params.value("mean_service", 1.0);
  p.talk = exponential(p.mean_service);
  if (c.model.starts_with("M/E2/")) p.service_scv = 0.5, p.talk = law("gamma", p.mean_service, 0.5);
  if (c.model.starts_with("M/D/")) p.service_scv = 0, p.talk = minutes(p.mean_service);
  if (c.model.find("lognormal service") != std::string::npos)
    p.service_scv = c.number("scv"), p.talk = law("lognormal", p.mean_service, p.service_scv);
}

/// Any law of the talk time with the same mean gives the same answer.
Oracle loss(const Case& c) {
  Oracle oracle;
  Pool p;
  p.arrivals = c.number("offered_erlangs");
  p.agents = c.number("n");
  p.more = fmt::format("lines: {}\n", p.agents);
  for (const auto& [name, talk] :
       {std::pair{"exponential", exponential(1)}, std::pair{"constant", minutes(1)},
        std::pair{"lognormal", law("lognormal", 1, 2.25)}}) {
    p.talk = talk;
    Variant variant{fmt::format("{} talk", name), without_probe(p), {}};
    add_checks(c, oracle, variant, [](const std::string& metric) { return common(metric); });
    oracle.variants.push_back(std::move(variant));
  }
  return oracle;
}

}  // namespace

Oracle one_pool(const Case& c) {
  if (c.has("offered_erlangs")) return loss(c);
  Oracle oracle;
  Pool p;
  p.arrivals = c.number("lam");
  p.agents = c.params.value("n", 1.0);
  set_talk(c, p);
  set_patience(c, p);
  if (c.has("K")) p.more = fmt::format("lines: {}\n", c.number("K"));
  const bool offered = c.exact.contains("mean_offered_wait");
  oracle.variants =
      by_threshold(c, oracle, offered ? yaml(p) : without_probe(p), [&](const std::string& metric) -> Value {
        if (metric == "mean_offered_wait")
          return [](const Values& v) { return v("mean_wait", "probe") / 60; };
        if (metric == "mean_busy") return [n = p.agents](const Values& v) { return v.open("occupancy") * n; };
        return common(metric, offered && metric != "occupancy" ? "calls" : "");
      });
  return oracle;
}

}  // namespace thirdring::validation
