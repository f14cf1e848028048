#include "analysis/experiment/experiment.hpp"

#include <cmath>

#include "analysis/experiment/compare.hpp"
#include "analysis/report/run_report.hpp"
#include "catch.hpp"
#include "sim/scenario/load.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

/// Two busy hours with everything random.
const char* const busy_scenario = R"(
name: Busy
time: {start: 2026-03-02 08:00, length: 2 h, period: 30 min}
busyness: {distribution: gamma, mean: 1, cv: 0.2}
lines: 12
call_types:
  enquiry:
    arrivals: {rate: 100/h}
    patience: {distribution: exponential, mean: 2 min}
    talk: {distribution: lognormal, mean: 3 min, cv: 1}
    wrap_up: 20 s
    redial: {after_abandoning: 50 %, after_busy: 50 %, delay: 5 min}
    callback: {offer: queue >= 3, accepted: 50 %, due: 30 min, dial: 10 s, reached: 70 %, retry_after: 5 min}
agent_groups:
  agents: {skills: [enquiry], staffing: 5, pick_up: 4 s}
agreements:
  level: {share: answered_within 20 s, at_least: 70 %, per: day, penalty: 100}
  half_hours: {measure: abandoned, at_most: 10 %, per: period}
)";

RunOptions options(std::uint64_t replications, unsigned threads = 1) {
  RunOptions o;
  o.replications = replications;
  o.threads = threads;
  return o;
}

std::string everything(const Experiment& experiment) {
  return json_report(experiment, {"busy.yaml", "", "", {}, {}});
}

const Measure& measure(const char* name) { return *find_measure(name); }

}  // namespace

TEST_CASE("the same bits for 1, 2 and 7 threads", "[experiment]") {
  const bool talking = GENERATE(false, true);
  const Model model = talking ? *load_scenario(THIRDRING_SOURCE_DIR "/scenarios/courier_hotline.yaml").model
                              : test::model_of(busy_scenario);
  std::string rows, expected_rows, expected;
  for (const unsigned threads : {1U, 2U, 7U}) {
    RunOptions o = options(talking ? 20 : 60, threads);
    rows.clear();
    o.call_rows = [&](std::string_view of_one) { rows += of_one; };
    const std::string report = everything(run_experiment(model, o));
    if (threads == 1) {
      expected = report;
      expected_rows = rows;
    }
    CHECK(report == expected);
    CHECK(rows == expected_rows);
  }
}

TEST_CASE("without events as well: the same bits for all threads, the same numbers as with events",
          "[experiment]") {
  const Model model = test::model_of(
      "time: {start: 2026-03-02 08:00, length: 2 h, days: 2, period: 30 min}\n"
      "call_types:\n"
      "  enquiry:\n"
      "    arrivals: {rate: 100/h}\n"
      "    patience: {distribution: exponential, mean: 2 min}\n"
      "    talk: {distribution: lognormal, mean: 3 min, cv: 1}\n"
      "agent_groups: {agents: {skills: [enquiry], staffing: [5, 6, 4, 3], shrinkage: 10 %}}\n"
      "agreements: {half_hours: {measure: abandoned, at_most: 10 %, per: period}}\n");
  const Experiment one = run_experiment(model, options(60));
  CHECK(one.engine == Engine::offered_wait);
  CHECK(one.results.events() == 0);
  CHECK(everything(run_experiment(model, options(60, 7))) == everything(one));

  RunOptions asked = options(60);
  asked.engine = Engine::events;
  RunOptions traced = options(60);
  std::size_t rows = 0;
  traced.call_rows = [&](std::string_view of_one) { rows += of_one.size(); };
  for (const RunOptions& o : {asked, traced}) {
    const Experiment by_events = run_experiment(model, o);
    CHECK(by_events.engine == Engine::events);
    CHECK(by_events.results.events() > by_events.results.calls());
    CHECK(by_events.results.calls() == one.results.calls());
    for (const Measure& m : measures()) {
      INFO(m.name);
      const Estimate a = one.results.estimate(m, {}), b = by_events.results.estimate(m, {});
      CHECK((std::isnan(a.value) ? std::isnan(b.value)
                                 : a.value == Approx(b.value).epsilon(1e-9).margin(1e-9)));
      CHECK((std::isnan(a.low) ? std::isnan(b.low) : a.low == Approx(b.low).epsilon(1e-6).margin(1e-9)));
    }
  }
  CHECK(rows > 0);

  const Comparison comparison = compare_models({&model, &model}, asked);
  CHECK(comparison.engines == std::vector<Engine>{Engine::events, Engine::events});
}

TEST_CASE("a replication alone is the same as within many", "[experiment]") {
  const Model model = test::model_of(busy_scenario);
  std::vector<std::string> rows;
  RunOptions o = options(10, 2);
  o.call_rows = [&](std::string_view of_one) { rows.emplace_back(of_one); };
  run_experiment(model, o);

  RunOptions alone = options(1);
  alone.first = 7;
  std::string row;
  alone.call_rows = [&](std::string_view of_one) { row = of_one; };
  const Experiment experiment = run_experiment(model, alone);
  REQUIRE(rows.size() == 10);
  CHECK(row == rows[7]);
  CHECK(row.starts_with("7,1,1,"));
  // One replication has estimates and no intervals.
  const Estimate level = experiment.results.estimate(measure("service_level"), {});
  CHECK(level.value > 0);
  CHECK(std::isnan(level.low));
}

TEST_CASE("a precision stops at the end of a block, the same for all threads", "[experiment]") {
  const Model model = test::model_of(busy_scenario);
  RunOptions o = options(1000);
  o.precision = RunPlan::Precision{{{"abandoned", 0.02}}, 1000};
  const Experiment one = run_experiment(model, o);
  CHECK(one.precise());
  CHECK_FALSE(one.interrupted);
  CHECK(one.results.replications() % precision_block == 0);
  CHECK(one.results.replications() < 1000);
  CHECK(one.results.estimate(measure("abandoned"), {}).half_width() <= 0.02);
  o.threads = 7;
  CHECK(everything(run_experiment(model, o)) == everything(one));

  o.replications = 30;
  o.precision->goals[0].half_width = 1e-6;
  const Experiment not_reached = run_experiment(model, o);
  CHECK_FALSE(not_reached.precise());
  CHECK(not_reached.results.replications() == 30);
}

TEST_CASE("of several precisions all are to be reached", "[experiment]") {
  const Model model = test::model_of(busy_scenario);
  const auto replications = [&](std::vector<RunPlan::Precision::Goal> goals) {
    RunOptions o = options(1000);
    o.precision = RunPlan::Precision{std::move(goals), 1000};
    const Experiment experiment = run_experiment(model, o);
    CHECK(experiment.precise());
    return experiment.results.replications();
  };
  const RunPlan::Precision::Goal abandoned{"abandoned", 0.02}, wait{"mean_wait", 3};
  const std::uint64_t one = replications({abandoned}), other = replications({wait}),
                      both = replications({abandoned, wait});
  CHECK(one != other);
  CHECK(both >= std::max(one, other));

  RunOptions o = options(40);
  o.precision = RunPlan::Precision{{abandoned, {"mean_wait", 1e-6}}, 40};
  const Experiment half = run_experiment(model, o);
  CHECK_FALSE(half.precise());
  CHECK_FALSE(half.reached(o.precision->goals[1]));
}

TEST_CASE("what is cancelled keeps the replications finished so far", "[experiment]") {
  const Model model = test::model_of(busy_scenario);
  std::atomic<bool> cancel{false};
  RunOptions o = options(100'000, 3);
  o.cancel = &cancel;
  o.progress = [&](std::uint64_t done, std::uint64_t total) {
    CHECK(total == 100'000);
    if (done == 25) cancel = true;
  };
  const Experiment experiment = run_experiment(model, o);
  CHECK(experiment.interrupted);
  const std::uint64_t n = experiment.results.replications();
  CHECK(n >= 25);
  CHECK(n < 1000);

  // They are those that a shorter run would have had.
  const Experiment shorter = run_experiment(model, options(n));
  CHECK(shorter.results.estimate(measure("abandoned"), {}).value ==
        experiment.results.estimate(measure("abandoned"), {}).value);
}

TEST_CASE("counts and intervals over replications are plausible", "[experiment]") {
  const Model model = test::model_of(busy_scenario);
  const Experiment experiment = run_experiment(model, options(200, 2));
  const Results& results = experiment.results;
  const Scope all, enquiry{Scope::Kind::type, 0}, agents{Scope::Kind::group, 0};
  const auto value = [&](const char* name, const Scope& scope) {
    return results.estimate(measure(name), scope).value;
  };

  // One inbound type: the whole centre's calls are its calls.
  for (const char* name : {"calls", "abandoned", "service_level", "wait_p90", "callbacks", "blocked"})
    CHECK(value(name, all) == value(name, enquiry));
  CHECK(value("occupancy", all) == value("occupancy", agents));
  CHECK(value("service_level", all) == value("service_level.offered", all));
  CHECK(value("wait_p50", all) < value("wait_p90", all));
  CHECK(value("wait_p90", all) < value("max_wait", all));
  CHECK(value("utilisation", agents) <= value("occupancy", agents));
  // Inbound answers and callbacks are all the work that the group has.
  const Scope callbacks{Scope::Kind::type, model.call_types[0].callback_type};
  CHECK(value("calls_answered", agents) ==
        Approx(value("calls_answered", enquiry) + value("calls_answered", callbacks)).epsilon(1e-12));
  // Periods add up to the day.
  double calls = 0;
  for (PeriodId p = 0; p < model.calendar.periods.size(); ++p)
    calls += results.estimate(measure("calls"), all, p).value;
  CHECK(calls == Approx(value("calls", all)).epsilon(1e-12));

  const Estimate level = results.estimate(measure("service_level"), all);
  CHECK(level.low < level.value);
  CHECK(level.value < level.high);
  CHECK(level.n == 200);
  CHECK(results.estimate(measure("service_level"), agents).n == 0);
}
