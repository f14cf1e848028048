#include "analysis/experiment/select.hpp"

#include <fmt/format.h>

#include "catch.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

Model centre(int agents) {
  return test::model_of(
      fmt::format("time: {{start: 2026-03-02 08:00, length: 2 h}}\ncall_types:\n  calls:\n"
                  "    arrivals: {{rate: 100/h}}\n    patience: {{distribution: exponential, mean: 2 min}}\n"
                  "    talk: {{distribution: exponential, mean: 3 min}}\n"
                  "agent_groups:\n  agents: {{skills: [calls], staffing: {}}}\n",
                  agents));
}

}  // namespace

TEST_CASE("the scenario with the best number is selected", "[experiment]") {
  const Model five = centre(5), six = centre(6), eight = centre(8);
  RunOptions options;
  options.replications = 10'000;
  const auto select = [&](const char* measure, const SelectionAim& aim) {
    return select_best({&five, &eight, &six}, options, measure, aim);
  };
  const SelectionResult level = select("service_level", {0.01, 0.95, true});
  CHECK(level.decided);
  CHECK(level.best == 1);
  CHECK(level.in == std::vector<bool>{false, true, false});
  const SelectionResult occupancy = select("occupancy", {0.01, 0.95, true});
  CHECK(occupancy.best == 0);
  CHECK(select("occupancy", {0.01, 0.95, false}).best == 1);

  // What is worse by more is given up no later, and what ran is what a run would give.
  CHECK(level.results[0]->replications() <= level.results[2]->replications());
  RunOptions alone = options;
  alone.replications = level.results[2]->replications();
  const Measure& measure = *find_measure("service_level");
  CHECK(run_experiment(six, alone).results.estimate(measure, {}).value ==
        level.results[2]->estimate(measure, {}).value);
}

TEST_CASE("a selection is the same on any number of threads, and ends when it may not go on",
          "[experiment]") {
  const Model five = centre(5), same = centre(5), six = centre(6);
  RunOptions options;
  options.replications = 2'000;
  const SelectionAim aim{0.02, 0.95, false};
  const SelectionResult one = select_best({&five, &six}, options, "abandoned", aim);
  options.threads = 3;
  const SelectionResult three = select_best({&five, &six}, options, "abandoned", aim);
  CHECK(one.best == 1);
  CHECK(one.results[0]->replications() == three.results[0]->replications());
  CHECK(one.results[1]->estimate(*find_measure("abandoned"), {}).value ==
        three.results[1]->estimate(*find_measure("abandoned"), {}).value);

  options.replications = 30;
  const SelectionResult too_few = select_best({&five, &six}, options, "abandoned", {1e-6, 0.9999, false});
  CHECK_FALSE(too_few.decided);
  CHECK(too_few.best == 1);
  CHECK(too_few.results[0]->replications() == 30);

  // The same scenario twice differs by nothing, and the first one will do.
  const SelectionResult twins = select_best({&five, &same}, options, "abandoned", aim);
  CHECK(twins.decided);
  CHECK(twins.best == 0);
}

TEST_CASE("scenarios are selected by what a replication has a value of", "[experiment]") {
  CHECK(selection_problem("service_level").empty());
  CHECK(selection_problem("wait_p90") == "wait_p90 has no value for a single replication");
  CHECK(selection_problem("servce_level") ==
        "expected the name of a measure, got 'servce_level'; did you mean 'service_level'?");
}
