// Rows about whole programs, memory and threads.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "bench/measuring/child.hpp"
#include "bench/measuring/samples.hpp"
#include "bench/report/jobs.hpp"
#include "bench/report/rows.hpp"
#include "bench/workloads/runs.hpp"
#include "bench/workloads/workloads.hpp"
#include "sim/measures/call_trace.hpp"

namespace thirdring::bench {
namespace {

namespace fs = std::filesystem;

std::string child(const Settings& settings, const std::string& job, const std::string& name,
                  std::uint64_t amount) {
  return output_of({settings.self, "work", job, name, std::to_string(amount)});
}

/// A file of its own that is gone in the end.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "thirdring-bench-XXXXXX").string();
    const int file = mkstemp(name.data());
    if (file < 0) throw std::runtime_error("no temporary file can be made");
    close(file);
    path = name;
  }
  ~Scratch() { fs::remove(path); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  fs::path path;
};

}  // namespace

std::vector<Row> national(const Settings& settings) {
  std::vector<double> seconds, peaks;
  double calls = 0;
  for (int round = 0; round < 5; ++round) {
    const std::string output = child(settings, "run", "national", 1);
    calls = number_after(output, "calls");
    seconds.push_back(number_after(output, "seconds"));
    peaks.push_back(number_after(output, "peak") / 1e6);
  }
  return {{"a national day, whole run on one core",
           median(seconds),
           {1.5, 0.5, " s"},
           fmt::format("{:.0f} legs of calls, 10,000 agents, 60 types, 40 groups", calls)},
          {"a national day, peak memory", median(peaks), {150, 60, " MB", 0}, "with scenario and report"}};
}

std::vector<Row> memory(const Settings& settings) {
  std::vector<unsigned> millions = {1, 10, 100};
  if (settings.long_memory) millions.push_back(1000);
  const auto measure = [&](const std::string& what, const auto& output_for) {
    std::vector<double> peaks;
    std::string note = "MB after";
    for (const unsigned n : millions) {
      peaks.push_back(number_after(output_for(n), "peak") / 1e6);
      note += fmt::format("{} {} M calls {:.1f}", n > 1 ? "," : "", n, peaks.back());
    }
    // A longer run sees longer queues; what would grow with the calls would be a hundred times as much.
    return Row{what, peaks.back() / peaks.front(), {1.05, 1.05}, note};
  };
  // 60,000 calls of EA100 are one replication.
  return {measure("memory over many replications, last over first",
                  [&](unsigned n) { return child(settings, "run", "ea100", n * 1'000'000ULL / 60'000 + 1); }),
          measure("memory over one long run, last over first",
                  [&](unsigned n) { return child(settings, "engine", fmt::format("long_{}", n), 1); })};
}

std::vector<Row> check(const Settings& settings) {
  std::vector<Contestant> contestants;
  for (const auto& entry : fs::directory_iterator(fs::path(THIRDRING_SOURCE_DIR) / "scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::vector<std::string> command = {settings.thirdring, "check", entry.path().string()};
    contestants.push_back({entry.path().stem().string(), [command] {
                             output_of(command);
                             return 1.0;
                           }});
  }
  std::vector<Timing> timings = interleave(contestants, 21);
  const auto slowest = std::max_element(timings.begin(), timings.end(), [](const Timing& a, const Timing& b) {
    return median(a.wall) < median(b.wall);
  });
  return {{"thirdring check, whole process",
           1e3 * median(slowest->wall),
           {30, 10, " ms", 1},
           fmt::format("{}, the slowest of {} shipped", slowest->name, timings.size()),
           {*slowest}}};
}

std::vector<Row> threads(const Settings&) {
  const unsigned n = std::max(1U, std::thread::hardware_concurrency());
  const Model model = workload("courier_hotline");
  const auto days = [&model](unsigned on, std::uint64_t replications) {
    return [&model, on, replications] {
      return static_cast<double>(run_experiment(model, run_options(replications, on)).results.calls());
    };
  };
  const auto limits = [](unsigned on) {
    return [on] {
      std::vector<std::jthread> running;
      for (unsigned i = 0; i < on; ++i) running.emplace_back([] { limit(3'000'000); });
      return 3e6 * on;
    };
  };
  const std::vector<Timing> t = interleave({{"one thread", days(1, 400)},
                                            {"all threads", days(n, 400 * n)},
                                            {"limit, one", limits(1)},
                                            {"limit, all", limits(n)}},
                                           9);
  const double ours = median_ratio(t[0].wall, t[1].wall) / n,
               machine = median_ratio(t[2].wall, t[3].wall) / n;
  Row row{"courier day on all cores, speed-up over their number", ours, {0.9, 0.97, "", 2, true}, {}, t};
  row.note = fmt::format("{:.2f} times as fast on {} threads; independent limit programs {:.2f}", ours * n, n,
                         machine * n);
  if (ours < row.target.bar && machine < 0.95) {
    row.value.reset();
    row.note = "the cores are not free: " + row.note;
  }
  return {row};
}

Row trace(const std::string& what, const std::string& name, std::uint64_t replications,
          const Target& target) {
  const Model model = workload(name);
  const Scratch scratch;
  const RunOptions without = run_options(replications, 1);
  const auto run = [&model](const RunOptions& options) {
    return static_cast<double>(run_experiment(model, options).results.calls());
  };
  const std::vector<Timing> t = interleave({{"with",
                                             [&] {
                                               std::ofstream file(scratch.path);
                                               file << CallTrace::header();
                                               RunOptions with = without;
                                               with.call_rows = [&](std::string_view rows) { file << rows; };
                                               return run(with);
                                             }},
                                            {"without", [&] { return run(without); }}},
                                           5);
  return {what, median_ratio(t[0].wall, t[1].wall), target,
          fmt::format("{:.0f} ns per call against {:.0f}", 1e9 * median(t[0].wall), 1e9 * median(t[1].wall)),
          t};
}

}  // namespace thirdring::bench
