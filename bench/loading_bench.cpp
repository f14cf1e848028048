// From a file to a model: every shipped scenario, and the largest workload.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>

#include "bench/workloads/workloads.hpp"
#include "sim/scenario/load.hpp"

namespace {

using namespace thirdring;
namespace fs = std::filesystem;

void load_file(benchmark::State& state, const fs::path& file) {
  for (auto _ : state) {
    const Loaded loaded = load_scenario(file);
    if (!loaded.model) state.SkipWithError(loaded.problems.front().text().c_str());
  }
}

/// A benchmark for each file in the directory.
const bool registered = [] {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(THIRDRING_SOURCE_DIR) / "scenarios"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files)
    benchmark::RegisterBenchmark(("load/" + file.stem().string()).c_str(), load_file, file)
        ->Unit(benchmark::kMillisecond);
  return true;
}();

void load_national_day(benchmark::State& state) {
  const std::string text = bench::national_day();
  for (auto _ : state) benchmark::DoNotOptimize(load_scenario_text(text, "national.yaml").model.has_value());
}
BENCHMARK(load_national_day)->Unit(benchmark::kMillisecond);

}  // namespace
