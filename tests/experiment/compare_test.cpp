#include "analysis/experiment/compare.hpp"

#include <cmath>

#include "catch.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

Model centre(const char* agents, const char* type = "enquiry") {
  return test::model_of(std::string("time: {start: 2026-03-02 08:00, length: 2 h}\ncall_types:\n  ") + type +
                        ":\n"
                        "    arrivals: {rate: 100/h}\n"
                        "    patience: {distribution: exponential, mean: 2 min}\n"
                        "    talk: {distribution: exponential, mean: 3 min}\n"
                        "agent_groups:\n"
                        "  agents: {skills: [" +
                        type + "], staffing: " + agents + "}\n");
}

const PairedDifference* difference(const Comparison& comparison, const char* measure, Scope scope = {}) {
  for (const Difference& d : comparison.differences.at(0))
    if (d.slot.kind == Slot::Kind::measure && measures()[d.slot.index].name == measure &&
        d.slot.scope == scope)
      return &d.paired;
  return nullptr;
}

}  // namespace

TEST_CASE("a scenario does not differ from itself", "[experiment]") {
  const Model model = centre("5");
  RunOptions options;
  options.replications = 20;
  const Comparison comparison = compare_models({&model, &model}, options);
  CHECK(comparison.differences.at(0).size() == comparison.results[0]->slots().first_control());
  for (const Difference& d : comparison.differences[0])
    if (!std::isnan(d.paired.difference.value)) CHECK(d.paired.difference.value == 0);
}

TEST_CASE("one more agent, the same callers", "[experiment]") {
  const Model five = centre("5"), six = centre("6");
  RunOptions options;
  options.replications = 100;
  options.threads = 2;
  const Comparison comparison = compare_models({&five, &six}, options);
  const PairedDifference& abandoned = *difference(comparison, "abandoned");
  CHECK(abandoned.difference.high < 0);
  CHECK(abandoned.correlation > 0.5);
  // Pairing makes the difference better known than two runs on their own would.
  const auto width = [&](std::size_t m) {
    return comparison.results[m]->estimate(*find_measure("abandoned"), {}).half_width();
  };
  CHECK(abandoned.difference.half_width() < std::hypot(width(0), width(1)));
  // Callers who call by themselves are the same, to the last one.
  CHECK(difference(comparison, "calls")->difference.value == 0);
  CHECK(difference(comparison, "calls")->difference.half_width() == Approx(0).margin(1e-9));
}

TEST_CASE("with the same callers one more agent is seen in far fewer runs", "[experiment]") {
  const auto day = [](int agents, const std::string& busyness) {
    return test::model_of(
        fmt::format("time: {{start: 2026-03-02 08:00, length: 8 h}}\n{}"
                    "call_types: {{calls: {{arrivals: {{rate: 20/min}}, talk: {{distribution: exponential, "
                    "mean: 3 min}}, patience: "
                    "{{distribution: exponential, mean: 2 min}}}}}}\nagent_groups: {{agents: {{skills: "
                    "[calls], staffing: {}}}}}\n",
                    busyness, agents));
  };
  RunOptions options;
  options.replications = 200;
  options.threads = 2;
  const Measure& service_level = *find_measure("service_level");
  for (const char* const busyness : {"", "busyness: {distribution: gamma, mean: 1, cv: 0.1}\n"}) {
    const Model fewer = day(62, busyness), more = day(63, busyness);
    const Comparison comparison = compare_models({&fewer, &more}, options);
    const PairedDifference& paired = *difference(comparison, "service_level");
    CHECK(paired.gain > 5);
    // The same from runs with callers of their own: the widths add up as squares.
    RunOptions others = options;
    others.seed = 2;
    const double a = comparison.results[0]->estimate(service_level, {}).half_width(),
                 b = run_experiment(more, others).results.estimate(service_level, {}).half_width();
    CHECK(paired.gain == Approx((a * a + b * b) / std::pow(paired.difference.half_width(), 2)).epsilon(0.3));
  }
}

TEST_CASE("only what both scenarios have is compared", "[experiment]") {
  const Model a = centre("5", "enquiry"), b = centre("5", "complaint");
  RunOptions options;
  options.replications = 3;
  const Comparison comparison = compare_models({&a, &b}, options);
  CHECK(difference(comparison, "abandoned"));
  CHECK(difference(comparison, "occupancy", {Scope::Kind::group, 0}));
  CHECK_FALSE(difference(comparison, "abandoned", {Scope::Kind::type, 0}));
}
