// Routing at work: a centre of 20 types and 15 groups whose agents are mostly free, mostly busy, or too few,
// and the same calls where nothing has to be chosen.  Time for each call, everything that happens to it
// included.
#include <benchmark/benchmark.h>

#include <memory>

#include "bench/workloads/workloads.hpp"
#include "sim/measures/simulate.hpp"
#include "sim/scenario/load.hpp"

namespace {

using namespace thirdring;

void run(benchmark::State& state, const std::string& scenario) {
  const Loaded loaded = load_scenario_text(scenario, "workload");
  if (!loaded.model) {
    state.SkipWithError(loaded.problems.front().text().c_str());
    return;
  }
  Simulator simulator(*loaded.model);
  const Totals& totals = *simulator.run(1, 0);
  double calls = 0;
  for (std::size_t cell = 0; cell < totals.layout.cells(); ++cell)
    for (PeriodId p = 0; p < totals.layout.periods(); ++p) calls += totals.count(cell, p, Count::legs);
  for (auto _ : state) simulator.run(1, 0);
  state.counters["call"] =
      benchmark::Counter(calls, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void skills(benchmark::State& state) {
  run(state, bench::skills_centre(static_cast<double>(state.range(0)) / 100));
}
BENCHMARK(skills)->ArgName("load_in_percent")->Arg(60)->Arg(97)->Arg(115)->Unit(benchmark::kMillisecond);

void one_group(benchmark::State& state) { run(state, bench::erlang_a(700, 1, 2)); }
BENCHMARK(one_group)->Unit(benchmark::kMillisecond);

}  // namespace
