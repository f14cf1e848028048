#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/scenarios.hpp"
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
constexpr std::uint64_t fixed_seed = 1, watched_replication = 10;

struct BenchCommand {
  std::string scenario;  ///< empty: the one above
  std::uint64_t replications = 10;
};

Model model_for(const std::string& scenario) {
  if (!scenario.empty()) return std::move(load_scenarios({scenario}, {}).front().model);
  Loaded loaded = load_scenario_text(fixed_scenario, "fixed work");
  if (!loaded.model) throw std::logic_error(loaded.problems.front().text());
  return std::move(*loaded.model);
}

int bench(const BenchCommand& command) {
  const Model model = model_for(command.scenario);
  Simulator simulator(model, Engine::events);
  std::uint64_t events = 0;
  double calls = 0;
  for (std::uint64_t r = 0; r < command.replications; ++r) {
    const Totals& totals = *simulator.run(fixed_seed, r);
    events += simulator.events();
    for (std::size_t cell = 0; cell < totals.layout.cells(); ++cell)
      for (PeriodId p = 0; p < totals.layout.periods(); ++p) calls += totals.count(cell, p, Count::legs);
  }
  // One more, watched closely: the checksum costs time that the others should not show.  It is always the
  // same one, so that of two runs of different length the difference is plain replications.
  Fingerprint fingerprint;
  simulator.run(fixed_seed, watched_replication, &fingerprint);
  write_to_stdout(
      fmt::format("events {}\ncalls {:.0f}\nchecksum {:016x}\n", events, calls, fingerprint.value()));
  return done;
}

}  // namespace

void add_bench(CLI::App& app, Action& action) {
  CLI::App& sub = *app.add_subcommand("bench", "Do a fixed amount of work, for measuring speed");
  const auto fixed = std::make_shared<bool>();
  const auto command = std::make_shared<BenchCommand>();
  sub.add_flag("--fixed", *fixed, "The same work each time: seed 1, one thread, so many replications")
      ->required();
  sub.add_option("SCENARIO", command->scenario, "Instead of the built-in M/M/100+M, eight hours of it");
  sub.add_option("--replications", command->replications, "How many, instead of 10")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}));
  sub.callback([fixed, command, &action] { action = [command] { return bench(*command); }; });
}

}  // namespace thirdring::cli
