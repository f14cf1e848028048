// What happens in every shipped scenario, event for event.  Whoever moves one says why, under "Changed
// results" in CHANGELOG.md, in a commit of its own; THIRDRING_REGENERATE=1 writes the new ones.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "sim/measures/fingerprint.hpp"
#include "sim/measures/simulate.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;

TEST_CASE("every shipped scenario goes the way it went", "[scenarios][fingerprints]") {
  const std::string file = THIRDRING_SOURCE_DIR "/tests/golden/fingerprints.json";
  std::map<std::string, std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(THIRDRING_SOURCE_DIR "/scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    const Loaded loaded = load_scenario(entry.path());
    REQUIRE(loaded.model);
    Simulator simulator(*loaded.model, Engine::events);
    Fingerprint fingerprint;
    for (std::uint64_t replication = 0; replication < 3; ++replication)
      simulator.run(loaded.model->run.seed, replication, &fingerprint);
    found[entry.path().filename().string()] = fmt::format("{:016x}", fingerprint.value());
  }
  if (std::getenv("THIRDRING_REGENERATE") != nullptr)
    std::ofstream(file) << nlohmann::json(found).dump(1) << '\n';
  std::ifstream in(file);
  REQUIRE(in);
  const auto golden = nlohmann::json::parse(in).get<std::map<std::string, std::string>>();
  for (const auto& [name, fingerprint] : golden) {
    INFO(name);
    CHECK(found[name] == fingerprint);
  }
  CHECK(golden.size() == found.size());
}
