#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "sim/measures/fingerprint.hpp"
#include "sim/measures/simulate.hpp"
#include "sim/scenario/load.hpp"

namespace thirdring::cli {
namespace {

/// M/M/100+M near its limit, for eight hours.
constexpr const char* fixed_scenario = R"(
name: Fixed work
time: {start: 2026-03-02 08:00, length: 8 h, period: 30 min}
call_types:
  call:
    arrivals: {rate: 100/min}
    patience: {distribution: exponential, mean: 30 s}
    talk: {distribution: exponential, mean: 1 min}
agent_groups:
  agents: {skills: [call], staffing: 100}
routing: {call: [agents]}
)";
constexpr std::uint64_t fixed_seed = 1, fixed_replications = 10;

int bench() {
  const Loaded loaded = load_scenario_text(fixed_scenario, "fixed work");
  if (!loaded.model) throw std::logic_error(loaded.problems.front().text());
  const Model& model = *loaded.model;
  Simulator simulator(model, Engine::events);
  std::uint64_t events = 0;
  double calls = 0;
  for (std::uint64_t r = 0; r < fixed_replications; ++r) {
    const Totals& totals = *simulator.run(fixed_seed, r);
    events += simulator.events();
    for (std::size_t cell = 0; cell < totals.layout.cells(); ++cell)
      for (PeriodId p = 0; p < totals.layout.periods(); ++p) calls += totals.count(cell, p, Count::legs);
  }
  // One more, watched closely: the checksum costs time that the others should not show.
  Fingerprint fingerprint;
  simulator.run(fixed_seed, fixed_replications, &fingerprint);
  write_to_stdout(
      fmt::format("events {}\ncalls {:.0f}\nchecksum {:016x}\n", events, calls, fingerprint.value()));
  return done;
}

}  // namespace

void add_bench(CLI::App& app, Action& action) {
  CLI::App& sub = *app.add_subcommand("bench", "Do a fixed amount of work, for measuring speed");
  const auto fixed = std::make_shared<bool>();
  sub.add_flag("--fixed", *fixed, "Fixed scenario, seed and number of replications on one thread")
      ->required();
  sub.callback([fixed, &action] { action = bench; });
}

}  // namespace thirdring::cli
