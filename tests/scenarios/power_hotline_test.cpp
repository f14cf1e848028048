// The storm day of the power hotline: whatever happens, no call and no case is lost.
#include "analysis/experiment/case_measures.hpp"
#include "analysis/experiment/experiment.hpp"
#include "catch.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;

TEST_CASE("a storm day conserves cases", "[scenarios][cases]") {
  const Loaded loaded = load_scenario(THIRDRING_SOURCE_DIR "/scenarios/power_hotline_95598.yaml");
  REQUIRE(loaded.model);
  RunOptions options;
  options.replications = 20;
  options.threads = 2;
  const Results results = run_experiment(*loaded.model, options).results;
  const auto number = [&](const char* name, const CaseKind& kind) {
    const auto at = static_cast<std::size_t>(find_case_measure(name) - case_measures().data());
    return results.cases(at, {Scope::Kind::type, kind.type}).value;
  };
  REQUIRE(loaded.model->cases.size() == 4);
  for (const CaseKind& kind : loaded.model->cases) {
    CHECK(number("cases.opened", kind) > 1);
    CHECK(number("cases.opened", kind) ==
          Approx(number("cases.closed", kind) + number("cases.unfinished", kind)));
    CHECK(number("cases.overdue", kind) <= number("cases.unfinished", kind));
  }
}
