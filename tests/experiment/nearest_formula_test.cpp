#include "analysis/experiment/nearest_formula.hpp"

#include <nlohmann/json.hpp>

#include "analysis/experiment/experiment.hpp"
#include "analysis/queueing/erlang.hpp"
#include "analysis/report/run_report.hpp"
#include "analysis/report/sections.hpp"
#include "catch.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

/// One queue; one period of ten hours unless told otherwise.
Model one_queue(const std::string& type, const std::string& group, const std::string& more = "") {
  return test::model_of(
      "time: {start: 2026-03-02 08:00, length: 10 h, period: 10 h}\n"
      "call_types: {call: {arrivals: {rate: 60/h}, talk: {distribution: exponential, mean: 3 min}" +
      type + "}}\nagent_groups: {agents: {skills: [call], " + group + "}}\n" + more);
}

Experiment run(const Model& model) {
  RunOptions options;
  options.replications = 10;
  return run_experiment(model, options);
}

double told(const NearestFormula& formula, std::string_view measure) {
  for (const auto& number : formula.numbers)
    if (number.measure->name == measure) return number.value;
  FAIL("not told: " << measure);
  return 0;
}

bool leaves_out(const NearestFormula& formula, const std::string& what) {
  return std::find(formula.leaves_out.begin(), formula.leaves_out.end(), what) != formula.leaves_out.end();
}

}  // namespace

TEST_CASE("Erlang A stands beside one queue with patience", "[experiment][queueing]") {
  const Model model =
      one_queue(", patience: {distribution: exponential, mean: 2 min}", "staffing: 4, pick_up: 0 s");
  const Results results = run(model).results;
  const NearestFormula formula = nearest_formula(results);
  CHECK(formula.name == "Erlang A");
  REQUIRE(formula.periods.size() == 1);
  CHECK(formula.periods[0].agents == Approx(4));
  const double calls = results.estimate(*find_measure("calls"), {}).value;
  const double handle = results.estimate(*find_measure("handle_time"), {}).value;
  const ErlangA exact({calls / 36000, 1 / handle, 4}, 1.0 / 120);
  CHECK(told(formula, "service_level") == Approx(exact.answered_within(20)).epsilon(1e-9));
  CHECK(told(formula, "answered_within_rings") == Approx(exact.answered_within(15)).epsilon(1e-9));
  CHECK(told(formula, "abandoned") == Approx(exact.abandoned()).epsilon(1e-9));
  CHECK(told(formula, "delay_probability") == Approx(exact.delay_probability()).epsilon(1e-9));
  CHECK(told(formula, "mean_wait") == Approx(exact.mean_wait()).epsilon(1e-9));
  CHECK(told(formula, "blocked") == 0);
  CHECK(formula.leaves_out.empty());
}

TEST_CASE("Erlang C has no answer where more calls come than agents can serve", "[experiment][queueing]") {
  const Model model = one_queue("", "staffing: 2");
  const Experiment experiment = run(model);
  const NearestFormula formula = nearest_formula(experiment.results);
  CHECK(formula.name == "Erlang C");
  CHECK(formula.overloaded == std::vector<PeriodId>{0});
  CHECK(formula.numbers.empty());
  CHECK(nearest_section(experiment.results, {}) ==
        "A formula's answer\n"
        "Erlang C: no answer; in 1 of 1 periods, first 08:00, more calls come than the agents can serve, and "
        "it lets\nnobody give up: the queue grows without bound.\n\n");
  const auto json = nlohmann::json::parse(json_report(experiment, {"a.yaml", "0", "1", {}, {}}));
  CHECK(json["nearest_formula"]["overloaded_periods"] == nlohmann::json{"08:00"});
  CHECK(json["nearest_formula"]["measures"].empty());
}

TEST_CASE("Erlang B stands beside agents without a queue, M/M/n/K beside a short one",
          "[experiment][queueing]") {
  const Model model = one_queue(", queue_capacity: 0", "staffing: 3");
  const NearestFormula formula = nearest_formula(run(model).results);
  CHECK(formula.name == "Erlang B");
  CHECK(told(formula, "blocked") == Approx(erlang_b(formula.periods[0].load, 3)).epsilon(1e-9));
  CHECK(nearest_formula(run(one_queue("", "staffing: 3", "lines: 5\n")).results).name == "M/M/n/K");
  // Lines that are never all taken are as good as none.
  CHECK(nearest_formula(run(one_queue("", "staffing: 12", "lines: 60\n")).results).name == "Erlang C");
}

TEST_CASE("between two numbers of agents the formula is interpolated", "[experiment][queueing]") {
  const Model model =
      one_queue(", patience: {distribution: exponential, mean: 2 min}", "staffing: 5, shrinkage: 35 %");
  const NearestFormula formula = nearest_formula(run(model).results);
  const auto& period = formula.periods.at(0);
  CHECK(period.agents > 2);
  CHECK(period.agents < 4.5);
  const auto few = static_cast<std::uint32_t>(period.agents);
  const double mu = 1 / formula.handle_time, lambda = period.load * mu;
  CHECK(told(formula, "abandoned") < ErlangA({lambda, mu, few}, 1.0 / 120).abandoned());
  CHECK(told(formula, "abandoned") > ErlangA({lambda, mu, few + 1}, 1.0 / 120).abandoned());
  CHECK(leaves_out(formula, "absences that differ from day to day"));
  CHECK_FALSE(leaves_out(formula, "balking"));
}

TEST_CASE("what a formula leaves out is named", "[experiment][queueing]") {
  const Model model =
      one_queue(", balk: 10 %, redial: {after_abandoning: 50 %, delay: 5 min}, wrap_up: 20 s",
                "staffing: 4, pick_up: 3 s", "busyness: {distribution: gamma, mean: 1, cv: 0.1}\n");
  const NearestFormula formula = nearest_formula(run(model).results);
  for (const char* what : {"busy and quiet days", "redials that grow with the waits", "balking", "ringing",
                           "laws other than the exponential"}) {
    CAPTURE(what);
    CHECK(leaves_out(formula, what));
  }
}
