// Random scenarios, each accepted, run and held against the laws.  THIRDRING_RANDOM_SEEDS: how many (300),
// THIRDRING_RANDOM_FIRST: from which seed on.
#include <fmt/format.h>

#include <cstdlib>

#include "analysis/experiment/experiment.hpp"
#include "catch.hpp"
#include "random/laws.hpp"
#include "random/random_scenario.hpp"
#include "sim/measures/fingerprint.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

template <class Check>
void with_random_models(std::uint64_t seeds, Check check) {
  const std::uint64_t first = setting("THIRDRING_RANDOM_FIRST", 0);
  for (std::uint64_t seed = first; seed < first + setting("THIRDRING_RANDOM_SEEDS", seeds); ++seed) {
    const RandomScenario scenario = random_scenario(seed);
    const ScenarioDirectory directory(scenario);
    const Loaded loaded = directory.load(scenario.yaml);
    INFO("seed " << seed);
    for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
    CHECK(loaded.model);
    if (loaded.model) CHECK_NOTHROW(check(*loaded.model, loaded, directory, seed));
  }
}

struct Bits {
  std::uint64_t watched, totals;
  bool operator==(const Bits&) const = default;
};

Bits bits_of(const Model& model, std::uint64_t seed, std::uint64_t replication) {
  Simulator simulator(model, Engine::events);
  Fingerprint watched;
  const Totals& totals = *simulator.run(seed, replication, &watched);
  return {watched.value(), digest(totals)};
}

}  // namespace

TEST_CASE("Every random day obeys the laws", "[random]") {
  with_random_models(300, [](const Model& model, const Loaded&, const auto&, std::uint64_t seed) {
    const auto broken = broken_laws(run_model(model, seed, seed % 3));
    for (const std::string& law : broken) UNSCOPED_INFO(law);
    CHECK(broken.empty());
  });
}

TEST_CASE("A random scenario means the same as its normal form", "[random][normal]") {
  with_random_models(300,
                     [](const Model& model, const Loaded& loaded, const auto& directory, std::uint64_t seed) {
                       const Loaded again = directory.load(loaded.normal);
                       for (const Problem& problem : again.problems) UNSCOPED_INFO(problem.text());
                       INFO(loaded.normal);
                       REQUIRE(again.model);
                       CHECK(again.normal == loaded.normal);
                       CHECK(again.hash == loaded.hash);
                       CHECK(bits_of(*again.model, seed, 0) == bits_of(model, seed, 0));
                     });
}

TEST_CASE("A replication of a random scenario is the same alone, after others and on any number of threads",
          "[random][threads]") {
  with_random_models(100, [](const Model& model, const Loaded&, const auto&, std::uint64_t seed) {
    std::vector<std::string> rows;
    for (const unsigned threads : {1U, 2U, 3U}) {
      RunOptions options;
      options.seed = seed;
      options.replications = 6;
      options.threads = threads;
      rows.emplace_back();
      options.call_rows = [&](std::string_view some) { rows.back() += some; };
      options.case_rows = options.call_rows;
      run_experiment(model, options);
    }
    CHECK(rows[1] == rows[0]);
    CHECK(rows[2] == rows[0]);
    Simulator simulator(model, Engine::events);
    for (std::uint64_t replication = 0; replication < 3; ++replication)
      CHECK(digest(*simulator.run(seed, replication)) == bits_of(model, seed, replication).totals);
  });
}
