// Scenarios that nobody would think of: valid ones, with all features mixed.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "sim/scenario/load.hpp"

namespace thirdring::test {

struct RandomScenario {
  std::string yaml;
  std::map<std::string, std::string> files;  ///< that stand beside it: name and text
};

/// A small centre (a few hundred calls) that follows from the seed alone.
RandomScenario random_scenario(std::uint64_t seed);

/// A directory of its own for a scenario's files, which goes away with it.
class ScenarioDirectory {
 public:
  explicit ScenarioDirectory(const RandomScenario& scenario);
  ~ScenarioDirectory();
  ScenarioDirectory(const ScenarioDirectory&) = delete;
  ScenarioDirectory& operator=(const ScenarioDirectory&) = delete;

  Loaded load(const std::string& yaml) const;

 private:
  std::filesystem::path path_;
};

}  // namespace thirdring::test
