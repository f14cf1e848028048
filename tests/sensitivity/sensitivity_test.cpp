#include "analysis/sensitivity/sensitivity.hpp"

#include <cmath>

#include "analysis/queueing/erlang.hpp"
#include "catch.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

/// M/M/20+M at 90 % of the agents' time, in the long run: a day with its beginning left out.
const std::string erlang_a =
    "time: {start: 2026-03-02 00:00, length: 24 h}\n"
    "run: {warm_up: 2 h}\n"
    "call_types:\n"
    "  enquiry:\n"
    "    arrivals: {rate: 6/min}\n"
    "    patience: {distribution: exponential, mean: 2 min}\n"
    "    talk: {distribution: exponential, mean: 3 min}\n"
    "agent_groups: {desk: {skills: [enquiry], staffing: 20}}\n";

RunOptions options(std::uint64_t replications, unsigned threads = 2) {
  RunOptions result;
  result.replications = replications;
  result.threads = threads;
  return result;
}

Sensitivity of(const Model& model, const RunOptions& how, double by = 0.1) {
  std::vector<const Input*> all;
  for (const Input& input : inputs()) all.push_back(&input);
  return find_sensitivity(model, all, usual_targets(model), by, how);
}

const InputEffects& effects_of(const Sensitivity& s, const char* input) {
  for (const InputEffects& row : s.inputs)
    if (row.input->name == input) return row;
  FAIL("no effects of " << input);
  return s.inputs.front();
}

}  // namespace

TEST_CASE("effects on Erlang A are those of the formula", "[sensitivity]") {
  const Model model = test::model_of(erlang_a);
  const Sensitivity s = of(model, options(80));
  REQUIRE(s.targets[1].name == "mean_wait");
  REQUIRE(s.targets[2].name == "abandoned");
  const double rate = 6.0 / 60, served = 1.0 / 180, leaves = 1.0 / 120;
  const ErlangA base({rate, served, 20}, leaves);
  const auto agrees = [&](const char* input, Way way, const ErlangA& exact) {
    INFO(input << ' ' << way);
    const auto& effects = effects_of(s, input).effects[way];
    // Four standard errors: among so many numbers some are beyond two.
    const auto near = [](const Estimate& d, double expected) {
      CHECK(std::abs(d.value - expected) < 2 * d.half_width());
      CHECK(d.half_width() < 0.1 * std::abs(expected));
    };
    near(effects[1].difference, exact.mean_wait() - base.mean_wait());
    near(effects[2].difference, exact.abandoned() - base.abandoned());
  };
  agrees("volumes", more, ErlangA({1.1 * rate, served, 20}, leaves));
  agrees("volumes", less, ErlangA({0.9 * rate, served, 20}, leaves));
  agrees("talk_time", more, ErlangA({rate, served / 1.1, 20}, leaves));
  agrees("talk_time", less, ErlangA({rate, served / 0.9, 20}, leaves));
  agrees("patience", more, ErlangA({rate, served, 20}, leaves / 1.1));
  agrees("patience", less, ErlangA({rate, served, 20}, leaves / 0.9));
  agrees("staffing", more, ErlangA({rate, served, 22}, leaves));
  agrees("staffing", less, ErlangA({rate, served, 18}, leaves));
}

TEST_CASE("effects are the differences that a comparison finds", "[sensitivity]") {
  const Model model = test::model_of(erlang_a);
  const Sensitivity s = of(model, options(10));
  Model other = model;
  find_input("patience")->change(other, -0.1);
  const Comparison comparison = compare_models({&model, &other}, options(10));
  for (std::size_t t = 0; t < s.targets.size(); ++t)
    for (const Difference& d : comparison.differences[0])
      if (d.slot == s.targets[t].slot) {
        CHECK(effects_of(s, "patience").effects[less][t].difference.value == d.paired.difference.value);
        CHECK(effects_of(s, "patience").effects[less][t].difference.low == d.paired.difference.low);
      }
}

TEST_CASE("the largest effect comes first, and threads change nothing", "[sensitivity]") {
  const Model model =
      test::model_of(erlang_a + "agreements: {quick: {share: answered_within 20 s, at_least: 80 %}}\n");
  const Sensitivity one = of(model, options(10, 1)), three = of(model, options(10, 3));
  REQUIRE(one.inputs.size() == 4);
  CHECK(one.left_out.size() == inputs().size() - 4);
  REQUIRE(one.targets.size() == 1);
  CHECK(one.targets[0].name == "agreement.quick.achieved");
  for (std::size_t i = 0; i < 4; ++i) {
    if (i > 0) CHECK(one.inputs[i - 1].size(0, true) >= one.inputs[i].size(0, true));
    CHECK(one.inputs[i].input == three.inputs[i].input);
    for (const Way way : both_ways)
      CHECK(one.inputs[i].effects[way][0].difference.value ==
            three.inputs[i].effects[way][0].difference.value);
  }
  CHECK(effects_of(one, "staffing").effects[more][0].difference.value > 0);
  CHECK(effects_of(one, "volumes").effects[more][0].difference.value < 0);
  REQUIRE(one.groups.size() == 1);
  CHECK(one.groups[0].agents == 20);
  CHECK(one.groups[0].changed[less] == 18);
  CHECK(one.groups[0].changed[more] == 22);
}

TEST_CASE("a large centre goes round by round, with the same numbers", "[sensitivity]") {
  // As many call types and periods as let each input run by itself.
  std::string many = "time: {start: 2026-03-02 00:00, length: 24 h, period: 5 min, days: 4}\ncall_types:\n";
  std::string skills;
  for (int i = 0; i < 50; ++i) {
    many += "  t" + std::to_string(i) + ": {arrivals: {rate: 1/h}, talk: 3 min}\n";
    skills += (i > 0 ? ", t" : "t") + std::to_string(i);
  }
  const Model model =
      test::model_of(many + "agent_groups: {desk: {skills: [" + skills + "], staffing: 4}}\n");
  std::vector<std::uint64_t> told;
  RunOptions how = options(2);
  how.progress = [&](std::uint64_t done, std::uint64_t total) {
    CHECK(total == 4);
    told.push_back(done);
  };
  const std::vector<Target> target = {find_target(model, "mean_wait")};
  const Sensitivity both =
      find_sensitivity(model, {find_input("volumes"), find_input("talk_time")}, target, 0.1, how);
  CHECK(told == std::vector<std::uint64_t>{1, 2, 3, 4});
  const Sensitivity alone = find_sensitivity(model, {find_input("talk_time")}, target, 0.1, options(2));
  CHECK(effects_of(both, "talk_time").effects[more][0].difference.value ==
        effects_of(alone, "talk_time").effects[more][0].difference.value);
}
