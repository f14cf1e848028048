// Intervals by control variates, on days of random busyness whose numbers are known exactly.
#include <fmt/format.h>

#include <array>
#include <boost/math/distributions/gamma.hpp>
#include <cmath>

#include "analysis/experiment/experiment.hpp"
#include "analysis/queueing/transient.hpp"
#include "tests/validation/coverage.hpp"

namespace thirdring::validation {
namespace {

constexpr double rate = 4.2, talk = 2, patience = 2, length = 120, in_time = 1.0 / 3;  // minutes
constexpr std::uint32_t agents = 11;
constexpr double cv = 0.2;

/// Service level, abandoned, mean wait in seconds, calls; the chance of each factor times what such a day is
/// like (Simpson's rule over the density).
std::array<double, 4> exact() {
  const boost::math::gamma_distribution<> law(1 / (cv * cv), cv * cv);
  constexpr int steps = 200;
  const double from = 0.2, width = (2.4 - from) / steps;
  double calls = 0, answered_in_time = 0, abandoned = 0, waited = 0, all = 0;
  for (int i = 0; i <= steps; ++i) {
    const double factor = from + i * width;
    const double weight = pdf(law, factor) * (i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4);
    all += weight;
    const TransientResult day = transient_queue({{length, rate * factor, agents}, {length, 0, agents}},
                                                {1 / talk, 1 / patience, in_time});
    for (const StretchResult& s : day.stretches) {
      calls += weight * s.arrivals;
      answered_in_time += weight * s.answered_in_time;
      abandoned += weight * s.abandoned;
      waited += weight * s.queue_time;
    }
  }
  return {answered_in_time / calls, abandoned / calls, 60 * waited / calls, calls / all};
}

std::string yaml() {
  return fmt::format(
      "time: {{start: 2026-01-05 08:00, length: 2 h}}\n"
      "busyness: {{distribution: gamma, mean: 1, cv: {}}}\n"
      "call_types: {{calls: {{arrivals: {{rate: {}/min}}, talk: {{distribution: exponential, mean: {} min}}, "
      "patience: {{distribution: exponential, mean: {} min}}}}}}\n"
      "agent_groups: {{agents: {{skills: [calls], staffing: {}}}}}\n",
      cv, rate, talk, patience, agents);
}

}  // namespace

void of_controls(std::vector<Coverage>& all, unsigned threads) {
  const Model model = model_of(yaml());
  const std::array<const char*, 3> names = {"service_level", "abandoned", "mean_wait"};
  const auto known = exact();
  for (const std::uint64_t n : {100, 400}) {
    std::array<std::uint64_t, 3> held{};
    std::array<Moments<1>, 3> estimates;
    for (std::uint64_t i = 0; i < experiments; ++i) {
      RunOptions options;
      options.first = i * n;
      options.replications = n;
      options.threads = threads;
      options.controls = true;
      const Experiment experiment = run_experiment(model, options);
      for (std::size_t k = 0; k < names.size(); ++k) {
        const Measure& measure = *find_measure(names[k]);
        const Estimate estimate = experiment.results.estimate(measure, {});
        held[k] += estimate.low <= known[k] && known[k] <= estimate.high;
        estimates[k].add({estimate.value});
      }
    }
    for (std::size_t k = 0; k < names.size(); ++k)
      all.push_back({fmt::format("ratio of {} days, control variates", n),
                     fmt::format("{}, gamma busyness", names[k]), known[k],
                     static_cast<double>(held[k]) / static_cast<double>(experiments),
                     (estimates[k].mean(0) - known[k]) / std::sqrt(estimates[k].variance(0))});
  }
}

}  // namespace thirdring::validation
