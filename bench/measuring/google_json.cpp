#include "bench/measuring/google_json.hpp"

#include <nlohmann/json.hpp>

#include "bench/measuring/samples.hpp"

namespace thirdring::bench {
namespace {

using nlohmann::ordered_json;

ordered_json entry(const std::string& name, const char* type, std::size_t repetitions) {
  return {{"name", name}, {"run_name", name}, {"run_type", type}, {"repetitions", repetitions},
          {"threads", 1}, {"iterations", 1}};
}

void add_times(ordered_json& to, double wall, double cpu) {
  to["real_time"] = 1e9 * wall;
  to["cpu_time"] = 1e9 * cpu;
  to["time_unit"] = "ns";
}

void add_timing(ordered_json& benchmarks, const std::string& name, const Timing& timing) {
  const std::size_t rounds = timing.wall.size();
  for (std::size_t i = 0; i < rounds; ++i) {
    ordered_json round = entry(name, "iteration", rounds);
    round["repetition_index"] = i;
    add_times(round, timing.wall[i], timing.cpu[i]);
    benchmarks.push_back(round);
  }
  ordered_json middle = entry(name, "aggregate", rounds);
  middle["name"] = name + "_median";
  middle["aggregate_name"] = "median";
  add_times(middle, median(timing.wall), median(timing.cpu));
  benchmarks.push_back(middle);
}

}  // namespace

std::string google_json(const std::vector<Row>& rows, const Machine& machine) {
  ordered_json benchmarks = ordered_json::array();
  for (const Row& row : rows) {
    for (const Timing& timing : row.timings) add_timing(benchmarks, row.what + "/" + timing.name, timing);
    if (!row.value) continue;
    ordered_json value = entry(row.what, "aggregate", 1);
    value["aggregate_name"] = "value";
    add_times(value, 0, 0);
    value["value"] = *row.value;
    value["bar"] = row.target.bar;
    value["aim"] = row.target.aim;
    value["label"] = name_of(row.judged());
    benchmarks.push_back(value);
  }
#ifdef NDEBUG
  const char* const build = "release";
#else
  const char* const build = "debug";
#endif
  const ordered_json context = {{"date", machine.date},         {"num_cpus", machine.cores},
                                {"cpu", machine.processor},     {"load_avg", machine.load},
                                {"compiler", machine.compiler}, {"library_build_type", build}};
  return ordered_json({{"context", context}, {"benchmarks", benchmarks}}).dump(2) + "\n";
}

}  // namespace thirdring::bench
