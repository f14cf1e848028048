// Routing at work: a centre of 20 types and 15 groups whose agents are mostly free, mostly busy, or too few,
// and the same calls where nothing has to be chosen.  Time for each call, everything that happens to it
// included.
#include <benchmark/benchmark.h>

#include "bench/workloads/runs.hpp"
#include "bench/workloads/workloads.hpp"
#include "sim/scenario/load.hpp"

namespace {

using namespace thirdring;

void run(benchmark::State& state, const std::string& scenario) {
  const Loaded loaded = load_scenario_text(scenario, "workload");
  if (!loaded.model) {
    state.SkipWithError(loaded.problems.front().text().c_str());
    return;
  }
  bench::Runs runs(*loaded.model);
  const double calls = runs.run(1);
  for (auto _ : state) runs.run(1);
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
