#include "tests/validation/coverage.hpp"

#include <fmt/format.h>

#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "analysis/experiment/experiment.hpp"
#include "analysis/queueing/erlang.hpp"
#include "analysis/statistics/paired.hpp"
#include "sim/scenario/load.hpp"

namespace thirdring::validation {
namespace {

bool holds(const Estimate& estimate, double exact) { return estimate.low <= exact && exact <= estimate.high; }

/// `experiment` gives the interval of experiment number i.
Coverage count(const std::string& interval, const std::string& of, double exact,
               const std::function<Estimate(std::uint64_t)>& experiment) {
  std::uint64_t held = 0;
  for (std::uint64_t i = 0; i < experiments; ++i) {
    held += holds(experiment(i), exact);
  }
  return {interval, of, exact, static_cast<double>(held) / static_cast<double>(experiments)};
}

/// Eight hours from an empty centre; its exact numbers are those of CC-MMCAb in tests/oracles/oracles.json.
Model day() {
  return model_of(
      "time: {start: 2026-01-05 08:00, length: 8 h}\n"
      "call_types: {calls: {arrivals: {rate: 4.2/min}, talk: {distribution: exponential, mean: 2 min}, "
      "patience: {distribution: exponential, mean: 1 min}}}\n"
      "agent_groups: {agents: {skills: [calls], staffing: 12}}\n");
}

void of_simulated_days(std::vector<Coverage>& all, unsigned threads) {
  const Model model = day();
  const std::vector<std::pair<const char*, double>> known = {
      {"calls", 2016.0},
      {"abandoned", 59.26321837346255 / 2016},
      {"service_level.answered_only", 0.9744381116330387},
      {"speed_of_answer", 60 * 0.023825266827249204}};
  for (const std::uint64_t n : {10, 20, 100}) {
    std::vector<std::uint64_t> held(known.size());
    for (std::uint64_t i = 0; i < experiments; ++i) {
      RunOptions options;
      options.first = i * n;
      options.replications = n;
      options.threads = threads;
      const Experiment experiment = run_experiment(model, options);
      for (std::size_t k = 0; k < known.size(); ++k)
        held[k] += holds(experiment.results.estimate(*find_measure(known[k].first), {}), known[k].second);
    }
    for (std::size_t k = 0; k < known.size(); ++k)
      all.push_back({fmt::format("{} of {} days", k == 0 ? "mean" : "ratio", n), known[k].first,
                     known[k].second, static_cast<double>(held[k]) / static_cast<double>(experiments)});
  }
}

/// Of one long run.
void of_batches(std::vector<Coverage>& all, unsigned threads) {
  const Model model = model_of(
      "time: {start: 2026-01-05 00:00, length: 320 h, period: 10 h}\nrun: {warm_up: 20 h, batches: 30}\n"
      "call_types: {calls: {arrivals: {rate: 200/h}, talk: {distribution: exponential, mean: 3 min}, "
      "patience: {distribution: exponential, mean: 2 min}}}\n"
      "agent_groups: {agents: {skills: [calls], staffing: 10}}\n");
  const ErlangA exact({200.0, 20.0, 10}, 30.0);
  RunOptions options;
  options.replications = 1;
  options.threads = threads;
  all.push_back(count("means of 30 batches", "abandoned, Erlang A", exact.abandoned(), [&](std::uint64_t i) {
    RunOptions one = options;
    one.first = i;
    return run_experiment(model, one).results.estimate(*find_measure("abandoned"), {});
  }));
}

/// Erlang C: of those who wait, the waits are exponential.
void of_quantiles(std::vector<Coverage>& all, unsigned threads) {
  const Model model = model_of(
      "time: {start: 2026-01-05 00:00, length: 44 h, period: 4 h}\nrun: {warm_up: 4 h}\n"
      "call_types: {calls: {arrivals: {rate: 200/h}, talk: {distribution: exponential, mean: 3 min}}}\n"
      "agent_groups: {agents: {skills: [calls], staffing: 12}}\n");
  const ErlangC erlang({200.0, 20.0, 12});
  const double spare = (12 * 20.0 - 200.0) / 3600;  // a second
  const auto exact = [&](double p) { return std::log(erlang.delay_probability() / (1 - p)) / spare; };
  for (const auto& [measure, p] : {std::pair{"wait_p80", 0.8}, std::pair{"wait_p95", 0.95}})
    all.push_back(count("quantile of 40 runs", fmt::format("{}, Erlang C", measure), exact(p),
                        [&, name = measure](std::uint64_t i) {
                          RunOptions options;
                          options.first = i * 40;
                          options.replications = 40;
                          options.threads = threads;
                          return run_experiment(model, options).results.estimate(*find_measure(name), {});
                        }));
}

/// Exactly: the binomial chance of the counts whose interval holds the chance.
void of_proportions(std::vector<Coverage>& all) {
  for (const std::uint64_t n : {100, 200, 1000})
    for (const double p : {0.02, 0.05, 0.1, 0.5, 0.97}) {
      const boost::math::binomial counts(static_cast<double>(n), p);
      double share = 0;
      for (std::uint64_t k = 0; k <= n; ++k)
        if (holds(proportion_interval(k, n), p)) share += pdf(counts, static_cast<double>(k));
      all.push_back(
          {fmt::format("proportion of {} days", n), fmt::format("a chance of {} %", 100 * p), p, share});
    }
}

/// Two plans on the same days: numerators and denominators that go together, with known means.
void of_differences(std::vector<Coverage>& all) {
  for (const std::uint64_t n : {10, 20, 100}) {
    Stream random(n);
    const auto one_of = [&](double p, double q, double factor) { return factor * p + (1 - factor) * q; };
    all.push_back(count(fmt::format("paired difference of {} days", n), "of two ratios with known means",
                        0.05, [&](std::uint64_t) {
                          Moments<4> moments;
                          for (std::uint64_t i = 0; i < n; ++i) {
                            const double volume = 50 + 100 * random.uniform(), luck = random.uniform(),
                                         own = random.uniform();
                            moments.add({volume * (0.6 + 0.4 * luck), volume,
                                         volume * (0.65 + 0.4 * one_of(luck, own, 0.8)), volume});
                          }
                          return paired_difference(moments).difference;
                        }));
  }
}

}  // namespace

Model model_of(const std::string& yaml) {
  Loaded loaded = load_scenario_text(yaml, "scenario.yaml");
  if (!loaded.model) throw std::runtime_error(loaded.problems.front().text());
  return std::move(*loaded.model);
}

std::vector<Coverage> coverages(unsigned threads) {
  std::vector<Coverage> all;
  of_simulated_days(all, threads);
  of_controls(all, threads);
  of_batches(all, threads);
  of_quantiles(all, threads);
  of_proportions(all);
  of_differences(all);
  return all;
}

}  // namespace thirdring::validation
