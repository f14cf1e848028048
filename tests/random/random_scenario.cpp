#include "random/random_scenario.hpp"

#include <unistd.h>

#include <atomic>
#include <fstream>

#include "random/plan.hpp"

namespace thirdring::test {

RandomScenario random_scenario(std::uint64_t seed) {
  Dice dice(seed);
  Plan plan(dice);
  RandomScenario scenario;
  scenario.yaml = "time: " + time_block(plan) + '\n' + settings(plan) + call_types(plan) +
                  conversations(plan) + cases_block(plan) + agent_groups(plan) + routing(plan) +
                  surroundings(plan);
  if (dice.chance(0.1))
    scenario.yaml = "based_on: " + dice.file("yaml", scenario.yaml) + "\nrun: {seed: 7}\n";
  scenario.files = dice.files;
  return scenario;
}

ScenarioDirectory::ScenarioDirectory(const RandomScenario& scenario) {
  static std::atomic<int> number{0};
  path_ =
      std::filesystem::temp_directory_path() / fmt::format("thirdring_random_{}_{}", ::getpid(), number++);
  std::filesystem::create_directories(path_);
  for (const auto& [name, text] : scenario.files) std::ofstream(path_ / name) << text;
}

ScenarioDirectory::~ScenarioDirectory() {
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

Loaded ScenarioDirectory::load(const std::string& yaml) const {
  return load_scenario_text(yaml, "random.yaml", path_);
}

}  // namespace thirdring::test
