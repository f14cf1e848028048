// What other simulators and papers printed.
#include <cmath>
#include <fstream>
#include <map>
#include <stdexcept>

#include "tests/validation/building.hpp"

namespace thirdring::validation {
namespace {

/// How each printed measure is formed from ours; null: it is not compared.
using Meaning = std::function<Value(const Json& result)>;
struct Reproduction {
  std::string yaml;
  Meaning meaning;
};

Value measure(const std::string& name, double factor = 1, const std::string& of = "") {
  return [=](const Values& v) { return factor * v(name, of); };
}
/// Answered within the acceptable wait, per day.
Value in_target(double days, const std::string& of = "") {
  return
      [=](const Values& v) { return days * v("service_level.answered_only", of) * v("calls_answered", of); };
}

std::string list(const Json& values) {
  std::string text;
  for (const Json& value : values)
    text += (text.empty() ? "[" : ", ") + fmt::format("{}", value.get<double>());
  return text + "]";
}
std::string gamma_factor(double shape) {
  return fmt::format("busyness: {{distribution: gamma, mean: 1, cv: {}}}\n", 1 / std::sqrt(shape));
}

/// MMC, MMCAb, MMCClrQ: a day of 8 hours from an empty centre.
Reproduction mmc(const Json& p, const std::string& id) {
  const std::string yaml = fmt::format(
      "time: {{start: 2026-01-05 08:00, length: {0} min, period: {0} min, after_close: {1}}}\n"
      "call_types:\n  calls: {{arrivals: {2}, talk: {3}, patience: {4}}}\n"
      "agent_groups:\n  agents: {{skills: [calls], staffing: {5}}}\n"
      "measures: {{acceptable_wait: 20 s}}\n",
      p.at("day_length").get<double>(), id == "MMCClrQ" ? "drop" : "finish_calls", rate(p.at("lam")),
      exponential(1 / p.at("mu").get<double>()), id == "MMCAb" ? exponential(1) : "never",
      p.at("agents").get<double>());
  return {yaml, [](const Json& result) -> Value {
            const std::string name = result.at("measure");
            if (name == "Number of contacts in target") return in_target(1);
            if (name == "Number of disconnected contacts") return measure("disconnected");
            if (name == "Number of contacts having abandoned")
              return [](const Values& v) { return v("calls") - v("calls_answered"); };
            if (name == "Service level") return measure("service_level.answered_only");
            if (name == "Service level with abandonment")
              return measure("service_level.ignore_abandoned_within");
            if (name == "Service level with disconnected contacts")
              return
                  [](const Values& v) { return in_target(1)(v) / (v("calls_answered") + v("disconnected")); };
            if (name == "Speed of answer") return measure("speed_of_answer", 1 / 60.0);
            if (name == "Occupancy ratio") return [](const Values& v) { return v.open("occupancy"); };
            return nullptr;
          }};
}

/// Talk and patience go with the period of arrival, so each type has a twin for each period.
Reproduction simple_msk(const Json& p) {
  const auto twin = [](std::size_t type, std::size_t period) {
    return fmt::format("type{}_{}", type, period);
  };
  const std::size_t periods = p.at("periods"), types = p.at("types");
  const double length = p.at("period_length");
  std::string call_types, routing;
  std::map<std::size_t, std::string> skills;
  for (std::size_t t = 0; t < types; ++t) {
    for (std::size_t k = 0; k < periods; ++k) {
      std::vector<double> volumes(periods, 0.0);
      volumes[k] = length * p.at("lam")[t][k].get<double>();
      call_types += fmt::format("  {}: {{arrivals: {{volumes: {}}}, talk: {}, patience: {}}}\n", twin(t, k),
                                list(volumes), exponential(1 / p.at("mu_by_arrival_period")[k].get<double>()),
                                exponential(1 / p.at("patience_rate_by_arrival_period")[k].get<double>()));
      std::string route;
      for (const Json& group : p.at("type_to_groups")[t]) {
        route += fmt::format("{}group{}", route.empty() ? "" : ", ", group.get<std::size_t>());
        std::string& of_group = skills[group];
        of_group += (of_group.empty() ? "" : ", ") + twin(t, k);
      }
      routing += fmt::format("  {}: [{}]\n", twin(t, k), route);
    }
  }
  std::string groups;
  for (const auto& [g, names] : skills)
    groups += fmt::format("  group{}: {{skills: [{}], staffing: {}}}\n", g, names, list(p.at("agents")[g]));
  const std::string yaml = fmt::format("time: {{start: 2026-01-05 08:00, length: {} min, period: {} min}}\n",
                                       length * static_cast<double>(periods), length) +
                           gamma_factor(28.7) + "call_types:\n" + call_types + "agent_groups:\n" + groups +
                           "routing:\n" + routing + "measures: {acceptable_wait: 20 s}\n";
  return {yaml, [twin](const Json& result) -> Value {
            const std::string name = result.at("measure");
            if (name == "Number of served contacts") return measure("calls_answered");
            if (name == "Number of contacts having abandoned")
              return [](const Values& v) { return v("calls") - v("calls_answered"); };
            if (name == "Service level") return measure("service_level.ignore_abandoned_within");
            if (name == "Occupancy ratio") return measure("occupancy", 1, "group0");
            if (name != "Number of contacts meeting target service level") return nullptr;
            std::size_t type = 0, period = 0;
            const std::string element = result.at("element");
            if (std::sscanf(element.c_str(), "Type %zu, period %zu", &type, &period) != 2) return nullptr;
            return in_target(1, twin(type, period));
          }};
}

/// Who leaves a message hangs up after exactly two minutes.
Reproduction telethon(const Json& p) {
  const double days = p.at("days_per_replication"), longest = p.at("max_queue_time");
  std::string quantiles = "0 %: 0 s";
  constexpr int steps = 120;
  for (int i = 1; i <= steps; ++i) {
    const double t = longest * i / steps;
    quantiles += fmt::format(", {} %: {} s", 100 * (1 - std::exp(-t / 2)), 60 * t);
  }
  const std::string yaml = fmt::format(
      "time: {{start: 2026-01-05 06:00, length: 4 h, days: {}, after_close: drop}}\n"
      "call_types:\n  calls: {{arrivals: {{rate: {}/h}}, talk: {}, patience: {{quantiles: {{{}, 100 %: {} "
      "s}}}}}}\n"
      "agent_groups:\n  agents: {{skills: [calls], staffing: {}}}\n"
      "lines: {}\nmeasures: {{acceptable_wait: 60 s, short_abandon: {} s}}\n",
      days, p.at("lam_per_hour").get<double>(), exponential(10), quantiles, longest * 60,
      p.at("agents").get<double>(), p.at("lines").get<double>(), longest * 60 - 0.001);
  const double open_time = p.at("agents").get<double>() * 4 * 3600;
  const auto messages = [days](const Values& v) {
    const double share = v("abandoned.without_short");
    return days * v("calls_answered") * share / (1 - share);
  };
  return {yaml, [=](const Json& result) -> Value {
            const std::string name = result.at("measure");
            if (name == "Number of arrived contacts") return measure("calls", days);
            if (name == "Number of served contacts") return measure("calls_answered", days);
            if (name == "Number of blocked contacts") return measure("blocked");
            if (name == "Number of messages") return messages;
            if (name == "Number of abandoned contacts")
              return [=](const Values& v) {
                return days * v("calls_answered") * v("abandoned") / (1 - v("abandoned")) - messages(v);
              };
            if (name == "Number of disconnected contacts") return measure("disconnected", days);
            if (name == "Number of contacts in target") return in_target(days);
            if (name == "Service level")
              return [=](const Values& v) { return 100 * in_target(days)(v) / 1000; };
            if (name == "Speed of answer") return measure("speed_of_answer", 1 / 60.0);
            // Their talk, to its end after the close, over the time that the centre is open.
            if (name == "Agents' occupancy ratio")
              return [=](const Values& v) { return 100 * v("calls_answered") * v("talk_time") / open_time; };
            return nullptr;
          }};
}

/// Everything is told per expected call.
Reproduction call_center(const Json& p, double shape) {
  const std::string yaml =
      "time: {start: 2026-01-05 08:00, length: 13 h, period: 1 h}\n" + gamma_factor(shape) +
      fmt::format(
          "call_types:\n  calls:\n    arrivals: {{volumes: {}}}\n    talk: {{distribution: exponential, "
          "mean: 100 s}}\n    patience: {{mixture: [{{chance: 10 %, of: 0 s}}, {{chance: 90 %, of: "
          "{{distribution: exponential, mean: 1000 s}}}}]}}\n"
          "agent_groups:\n  agents: {{skills: [calls], staffing: {}}}\n"
          "measures: {{acceptable_wait: 20 s}}\n",
          list(p.at("lam_per_hour")), list(p.at("agents")));
  const double expected = p.at("expected_calls");
  const auto per_expected = [expected](const std::string& name) -> Value {
    return [=](const Values& v) { return v(name) * v("calls") / expected; };
  };
  return {yaml, [=](const Json& result) -> Value {
            const std::string name = result.at("measure");
            if (name.starts_with("Number of arrivals")) return measure("calls");
            if (name.starts_with("Average waiting time")) return per_expected("mean_wait");
            if (name.starts_with("Proportion of waiting times"))
              return per_expected("service_level.abandoned_within_positive");
            if (name == "Proportion of calls lost") return per_expected("abandoned");
            return nullptr;
          }};
}

/// Callers by themselves, and customers whom a dialler calls while agents are idle; times in minutes.
Reproduction blend(const Json& p) {
  const Json& dialler = p.at("dialer");
  std::vector<double> volumes;
  for (const Json& rate : p.at("lam_in"))
    volumes.push_back(rate.get<double>() * p.at("period_length").get<double>());
  const std::string yaml =
      fmt::format("time: {{start: 2026-01-05 08:00, length: 6 h, period: {} min}}\n",
                  p.at("period_length").get<double>()) +
      gamma_factor(29.7) +
      fmt::format(
          "call_types:\n  inbound:\n    arrivals: {{volumes: {}}}\n    balk: {} %\n    patience: {}\n"
          "    talk: {{distribution: gamma, mean: {} s, cv: {}}}\n    queue_capacity: {}\n",
          list(volumes), 100 * p.at("p_balk").get<double>(), exponential(500 / 60.0), 0.755 * 753.8,
          1 / std::sqrt(0.755), p.at("queue_capacity").get<int>()) +
      fmt::format(
          "  outbound:\n    arrivals: {{dialler: {{group: both, numbers: 2, idle: {}, idle_of_all: {}, "
          "reached: {} %, from: {}, until: {}}}}}\n    patience: 5 s\n    talk: {}\n",
          // While it works, the second and third period's share.
          dialler.at("min_free_blend").get<int>(), dialler.at("min_free_all").get<int>(),
          100 * p.at("p_reach")[1].get<double>(), dialler.at("on").get<std::string>(),
          dialler.at("off").get<std::string>(), exponential(440.2 / 60)) +
      fmt::format(
          "agent_groups:\n  callers: {{skills: [inbound], staffing: {}}}\n"
          "  both: {{skills: {{outbound: {{priority: 1}}, inbound: {{priority: 2}}}}, staffing: {}}}\n"
          "routing: {{inbound: [callers, both], outbound: [both]}}\nmeasures: {{acceptable_wait: 20 s}}\n",
          list(p.at("agents_inbound")), list(p.at("agents_blend")));
  return {
      yaml, [](const Json& result) -> Value {
        const std::string name = result.at("measure"), element = result.value("element", "");
        const std::string of = element == "Inbound" ? "inbound" : element == "Outbound" ? "outbound" : "";
        if (name == "Number of arrived contacts") return measure("calls", 1, of);
        if (name == "Number of served contacts") return measure("calls_answered", 1, of);
        if (name == "Number of abandoned contacts")
          return [=](const Values& v) { return v("calls", of) - v("calls_answered", of); };
        if (name == "Time-average queue size") return measure("mean_queue", 1, of);
        const std::string group = element == "Inbound only" ? "callers" : element == "Blend" ? "both" : "";
        if (name == "Agents' occupancy ratio")
          return [=](const Values& v) { return 100 * v.open("occupancy", group); };
        // Those who hang up within 20 s have waited less, too.
        const auto in_time = [](const Values& v) {
          return v("service_level.abandoned_within_positive", "inbound");
        };
        if (name == "Service level") return [=](const Values& v) { return 100 * in_time(v); };
        if (name == "Number of contacts not in target")
          return [=](const Values& v) { return (1 - in_time(v)) * v("calls", "inbound"); };
        if (name == "Waiting time") return measure("mean_wait", 1 / 60.0, of);
        if (name == "Number of contacts having to wait")
          return [=](const Values& v) { return v("delay_probability", of) * v("calls", of); };
        return nullptr;
      }};
}

/// Erlang's models, as tests of others state them; times in minutes.
Reproduction pool(double arrivals, double talk, double agents, const std::string& patience, double within,
                  const std::map<std::string, Value>& meaning) {
  const std::string yaml =
      long_run(10 * talk, arrivals) + fmt::format(
                                          "call_types:\n  calls: {{arrivals: {}, talk: {}, patience: {}}}\n"
                                          "agent_groups:\n  agents: {{skills: [calls], staffing: {}}}\n"
                                          "measures: {{acceptable_wait: {} s}}\n",
                                          rate(arrivals), exponential(talk), patience, agents, within * 60);
  return {yaml, [meaning](const Json& result) {
            const auto found = meaning.find(result.at("measure"));
            return found == meaning.end() ? Value() : found->second;
          }};
}

std::vector<Reproduction> reproductions(const std::string& id, const Json& p) {
  const Value occupancy = [](const Values& v) { return v.open("occupancy"); };
  if (id.starts_with("MMC")) return {mmc(p, id)};
  if (id == "SimpleMSK") return {simple_msk(p)};
  if (id == "Telethon") return {telethon(p)};
  if (id == "Blend") return {blend(p)};
  if (id == "CallCC") return {call_center(p, 10)};
  if (id == "SSJ-CallCenter") return {call_center(p, 400)};
  if (id.starts_with("MZ2005"))
    return {pool(
        48, 1, 50, exponential(2), 1 / 3.0,
        {{"P(abandon)", measure("abandoned")}, {"ASA (s)", measure("mean_wait")}, {"occupancy", occupancy}})};
  if (id == "pyworkforce") {
    const auto erlang_c = [&](double agents) {
      const std::string n = fmt::format("{:.0f}", agents);
      return pool(100 / 30.0, 3, agents, "never", 0.33,
                  {{"ErlangC SL n=" + n + (agents == 14 ? " asa .33" : ""), measure("service_level.offered")},
                   {"ErlangC Pwait n=" + n, measure("delay_probability")},
                   {"ErlangC occupancy n=" + n, occupancy}});
    };
    return {
        pool(100 / 30.0, 3, 14, exponential(5), 1 / 3.0,
             {{"ErlangA waiting_probability n=14", measure("delay_probability")},
              {"ErlangA abandonment_probability n=14", measure("abandoned")},
              {"ErlangA occupancy n=14", occupancy},
              {"ErlangA average_speed_of_answer (min, = E[Q]/lambda) n=14", measure("mean_wait", 1 / 60.0)},
              {"ErlangA service_level n=14", measure("service_level.offered")}}),
        erlang_c(14), erlang_c(15)};
  }
  if (id.starts_with("Herzog"))
    return {
        pool(3.5, 3, 13, "never", 1 / 3.0, {{"M/M/13 mean wait (s)", measure("mean_wait")}}),
        pool(3.5, 3, 13, exponential(5), 1 / 3.0, {{"M/M/13/100+M mean wait (s)", measure("mean_wait")}})};
  return {};
}

/// Half a unit of the last digit that was printed.
double rounding(const Json& result) {
  int decimals = result.contains("sd") ? 3 : 0;
  const auto look = [&](const Json& number) {
    const std::string text = fmt::format("{}", number.get<double>());
    const std::size_t point = text.find('.');
    if (point != std::string::npos) decimals = std::max(decimals, static_cast<int>(text.size() - point - 1));
  };
  look(result.at("mean"));
  if (result.contains("ci"))
    for (const Json& limit : result.at("ci")) look(limit);
  return 0.5 * std::pow(10, -decimals);
}

double standard_error(const Json& result) {
  return result.contains("sd") ? result.at("sd").get<double>() / std::sqrt(result.at("n").get<double>()) : 0;
}

}  // namespace

std::vector<Oracle> published_oracles(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + ": cannot be read");
  std::vector<Oracle> oracles;
  const Json all = Json::parse(in);
  for (const Json& model : all.at("models")) {
    Oracle oracle{model.at("id"), model.at("title"), model.at("source"), {}, {}};
    const std::vector<Reproduction> ours = reproductions(oracle.id, model.at("parameters"));
    for (const Reproduction& reproduction : ours) oracle.variants.push_back({"", reproduction.yaml, {}});
    for (const Json& result : model.at("published_results")) {
      const std::string name =
          result.at("measure").get<std::string>() +
          (result.contains("element") ? ", " + result.at("element").get<std::string>() : "");
      bool known = false;
      for (std::size_t i = 0; i < ours.size() && !known; ++i)
        if (const Value value = ours[i].meaning(result)) {
          known = true;
          oracle.variants[i].checks.push_back(
              {name, result.at("mean"), standard_error(result), rounding(result), value});
        }
      if (!known) oracle.missing.push_back(name);
    }
    oracles.push_back(std::move(oracle));
  }
  return oracles;
}

}  // namespace thirdring::validation
