// The running centre against the exact formulas, each within its own 99.9 % interval at a fixed seed.
#include <functional>

#include "analysis/queueing/erlang.hpp"
#include "analysis/statistics/intervals.hpp"
#include "catch.hpp"
#include "sim/measures/simulate.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

double all(const Totals& totals, Count c) {
  double sum = 0;
  for (std::size_t cell = 0; cell < totals.layout.cells(); ++cell)
    for (PeriodId p = 0; p < totals.layout.periods(); ++p) sum += totals.count(cell, p, c);
  return sum;
}

using Number = std::function<double(const Totals&)>;
Number number(Count c) {
  return [c](const Totals& t) { return all(t, c); };
}

struct Expected {
  std::string name;
  double exact;
  Number numerator, denominator;
};

void check(Simulator& simulator, const std::vector<Expected>& expected, double relative_half_width) {
  INFO("by " << name_of(simulator.engine()));
  std::vector<BivariateMoments> moments(expected.size());
  for (std::uint64_t replication = 0; replication < 20; ++replication) {
    const Totals& totals = *simulator.run(1, replication);
    for (std::size_t i = 0; i < expected.size(); ++i)
      moments[i].add({expected[i].numerator(totals), expected[i].denominator(totals)});
  }
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Estimate estimate = ratio_interval(moments[i], 0.999);
    INFO(expected[i].name << ": exact " << expected[i].exact << ", simulated " << estimate.value << " in ["
                          << estimate.low << ", " << estimate.high << "]");
    CHECK(estimate.low <= expected[i].exact);
    CHECK(expected[i].exact <= estimate.high);
    CHECK(estimate.half_width() <= relative_half_width * expected[i].exact);
  }
}

void check(const std::string& scenario, const std::vector<Expected>& expected, double relative_half_width) {
  const Model model = model_of(scenario);
  Simulator automatic(model), events(model, Engine::events);
  check(events, expected, relative_half_width);
  if (automatic.engine() != Engine::events) check(automatic, expected, relative_half_width);
}

std::string long_run(const std::string& hours, const std::string& call_type, const std::string& rest) {
  return "time: {start: 2026-03-02 00:00, length: " + hours + " h, period: " + hours +
         " h}\n"
         "call_types:\n"
         "  calls: {" +
         call_type +
         "}\n"
         "agent_groups:\n"
         "  all: {skills: [calls], staffing: " +
         rest;
}

const Number talk_share = [](const Totals& t) { return t.agent_time(0, 0, AgentState::talking); };
Number agent_seconds(double agents) {
  return [agents](const Totals& t) { return agents * t.period_length(0); };
}
const Number within_20_s = [](const Totals& t) {
  double sum = 0;
  for (PeriodId p = 0; p < t.layout.periods(); ++p) sum += t.within(1, p, Within::answered, 2);
  return sum;
};

}  // namespace

TEST_CASE("Erlang A", "[exact]") {
  const ErlangA exact({48.0 / 60, 1.0 / 60, 50}, 1.0 / 120);
  check(long_run("200",
                 "arrivals: {rate: 48/min}, talk: {distribution: exponential, mean: 1 min},"
                 "patience: {distribution: exponential, mean: 2 min}",
                 "50}\n"),
        {{"abandoned", exact.abandoned(), number(Count::abandoned), number(Count::legs)},
         {"wait", exact.mean_wait(), number(Count::wait_all), number(Count::legs)},
         {"delayed", exact.delay_probability(), number(Count::waited), number(Count::legs)},
         {"within 20 s", exact.answered_within(20), within_20_s, number(Count::legs)},
         {"occupancy", exact.occupancy(), talk_share, agent_seconds(50)}},
        0.03);
}

TEST_CASE("Erlang C", "[exact]") {
  const ErlangC exact({4.2 / 60, 0.5 / 60, 12});
  check(
      long_run("1600", "arrivals: {rate: 4.2/min}, talk: {distribution: exponential, mean: 2 min}", "12}\n"),
      {{"wait", exact.mean_wait(), number(Count::wait_all), number(Count::legs)},
       {"delayed", exact.delay_probability(), number(Count::waited), number(Count::legs)},
       {"within 20 s", exact.answered_within(20), within_20_s, number(Count::legs)},
       {"occupancy", exact.occupancy(), talk_share, agent_seconds(12)}},
      0.05);
}

TEST_CASE("Erlang B, whatever the law of the talk time", "[exact]") {
  for (const std::string talk : {"{distribution: exponential, mean: 1 min}",
                                 "{distribution: lognormal, mean: 1 min, cv: 1.5}", "1 min"})
    check(long_run("400", "arrivals: {rate: 10/min}, talk: " + talk, "12}\nlines: 12\n"),
          {{"busy", erlang_b(10, 12), number(Count::busy), number(Count::legs)}}, 0.01);
}
