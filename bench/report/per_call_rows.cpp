// Rows about the time of one call.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "bench/measuring/instructions.hpp"
#include "bench/measuring/samples.hpp"
#include "bench/report/jobs.hpp"
#include "bench/report/rows.hpp"
#include "bench/workloads/runs.hpp"
#include "bench/workloads/workloads.hpp"

namespace thirdring::bench {
namespace {

constexpr unsigned rounds = 31;
constexpr std::uint64_t ea100_replications = 4;

Contestant engine(const std::string& name, std::uint64_t replications) {
  const auto runs = std::make_shared<Runs>(workload(name));
  return {name, [runs, replications] { return runs->run(replications); }};
}

double nanoseconds(const Timing& timing) { return 1e9 * median(timing.cpu); }

}  // namespace

std::vector<Row> against_limit(const Settings&) {
  const std::vector<Timing> t = interleave(
      {engine("ea100", ea100_replications), {"limit", [] { return limit(ea100_replications * 60'000); }}},
      rounds);
  return {{"EA100 against the hand-written limit",
           median_ratio(t[0].cpu, t[1].cpu),
           {2.0, 1.5},
           fmt::format("{:.0f} ns per call against {:.0f}", nanoseconds(t[0]), nanoseconds(t[1])),
           t}};
}

std::vector<Row> instructions(const Settings& settings) {
  Row row{"EA100, instructions per call", {}, {900, 620, "", 0}};
  const std::string version = valgrind_version();
  if (version.empty()) {
    row.note = "valgrind is not installed";
    return {row};
  }
  const auto job = [&](const char* name, const char* workload, unsigned unit) {
    return [=, &settings](unsigned length) -> std::vector<std::string> {
      return {settings.self, "work", name, workload, std::to_string(length * unit)};
    };
  };
  row.value = instructions_per_call(job("engine", "ea100", 1), 1, 4);
  row.note =
      fmt::format("limit {:.0f}; {}", instructions_per_call(job("limit", "ea100", 60'000), 1, 4), version);
  return {row};
}

Row per_call(const std::string& what, const std::string& name, std::uint64_t replications,
             const std::string& than, std::uint64_t replications_of_that, const Target& target) {
  const std::vector<Timing> t =
      interleave({engine(name, replications), engine(than, replications_of_that)}, rounds);
  return {what, median_ratio(t[0].cpu, t[1].cpu), target,
          fmt::format("{:.0f} ns per call against {:.0f}", nanoseconds(t[0]), nanoseconds(t[1])), t};
}

Row growth(const std::string& what, const std::vector<std::string>& names, const Target& target) {
  std::vector<Contestant> contestants;
  for (const std::string& name : names) {
    const auto runs = std::make_shared<Runs>(workload(name));
    // As many replications as make some 200,000 calls.
    const auto replications = static_cast<std::uint64_t>(std::max(1.0, 200'000 / runs->run(1)));
    contestants.push_back({name, [runs, replications] { return runs->run(replications); }});
  }
  const std::vector<Timing> timings = interleave(contestants, rounds);
  double largest = 0, smallest = 1e9;
  std::string note = "ns per call:";
  for (const Timing& timing : timings) {
    const double time = nanoseconds(timing);
    largest = std::max(largest, time);
    smallest = std::min(smallest, time);
    note += fmt::format(" {:.0f}", time);
  }
  return {what, largest / smallest, target, note + "; largest over smallest", timings};
}

}  // namespace thirdring::bench
