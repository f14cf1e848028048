#include "cli/scenarios.hpp"

#include <fmt/format.h>

#include "analysis/sweep/sweep_file.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "sim/scenario/load.hpp"

namespace thirdring::cli {

std::vector<Override> overrides(const std::vector<std::string>& sets) {
  std::vector<Override> result;
  for (const std::string& set : sets) {
    const std::size_t equals = set.find('=');
    if (equals == 0 || equals == std::string::npos)
      throw BadArguments(fmt::format("--set: expected path=value, got '{}'", set));
    result.push_back({set.substr(0, equals), set.substr(equals + 1)});
  }
  return result;
}

std::vector<Scenario> load_scenarios(const std::vector<std::string>& files,
                                     const std::vector<std::string>& sets) {
  const std::vector<Override> changes = overrides(sets);
  std::vector<Scenario> scenarios;
  std::size_t problems = 0;
  for (const std::string& file : files) {
    Loaded loaded = load_scenario(file, changes);
    sweep::read_sweep_section(loaded.sweep, loaded.problems);
    for (const Problem& problem : loaded.problems) write_to_stderr(fmt::format("{}\n", problem.text()));
    problems += loaded.problems.size();
    if (!loaded.model) continue;
    for (const std::string& problem : measure_problems(*loaded.model)) {
      write_to_stderr(fmt::format("{}: {}\n", file, problem));
      ++problems;
    }
    Scenario& scenario = scenarios.emplace_back(
        Scenario{std::move(*loaded.model), {}, std::move(loaded.normal), loaded.sweep.tree != nullptr});
    scenario.origin = {file, loaded.hash, THIRDRING_VERSION, sets, {}};
    for (const Problem& warning : loaded.warnings) {
      write_to_stderr(fmt::format("warning: {}\n", warning.text()));
      scenario.origin.warnings.push_back({warning.place() + ": ", warning.sentence});
    }
  }
  if (problems > 0)
    throw BadArguments(fmt::format("{} problem{}; nothing was run", problems, problems == 1 ? "" : "s"));
  return scenarios;
}

}  // namespace thirdring::cli
