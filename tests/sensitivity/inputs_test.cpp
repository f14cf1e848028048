// Each input's change against a scenario with the changed numbers written by hand.
#include "analysis/sensitivity/inputs.hpp"

#include <fmt/format.h>

#include <map>

#include "analysis/sensitivity/staffing.hpp"
#include "catch.hpp"
#include "sim/measures/fingerprint.hpp"
#include "sim/measures/simulate.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

using Factors = std::map<std::string, double>;

/// Everything that has a volume, a time or agents, each times its input's factor.  Numbers whose products
/// with 0.5 and 1.5 are exact, so that runs are the same to the last bit.
std::string scenario(const Factors& factors) {
  const auto of = [&](const char* input, double value) {
    const auto found = factors.find(input);
    return found == factors.end() ? value : value * found->second;
  };
  const auto agents = [&](int n) { return static_cast<int>(of("staffing", n)); };
  std::string text = fmt::format(
      R"(time: {{start: 2026-03-02 08:00, length: 128 min, period: 32 min, days: 2}}
busyness: {{distribution: gamma, mean: 1, cv: 0.25}}
call_types:
  enquiry:
    arrivals: {{volumes: [{0}, {1}, {0}, {1}], batch: {{distribution: uniform, low: 1, high: 2}},
      surges: [{{start: 09:00, length: 10 min, shape: triangle, calls: {2}}}]}}
    patience: {{mixture: [{{chance: 75 %, of: {{distribution: exponential, mean: {3} s}}}}, {{chance: 25 %, of: {{distribution: constant, mean: {4} s}}}}]}}
)",
      of("volumes", 30), of("volumes", 45), of("volumes", 16), of("patience", 64), of("patience", 512));
  text += fmt::format(
      R"(    talk: {{distribution: gamma, mean: {0} s, cv: 0.5}}
    wrap_up: {{distribution: uniform, low: {1} s, high: {2} s}}
    redial: {{after_abandoning: 50 %, delay: 5 min, at_most: 2}}
    hold: {{chance: 20 %, time: {{distribution: exponential, mean: {3} s}}}}
    callback: {{offer: queue > 4, accepted: 50 %, promised: 10 %, talk: {4} s, due: 1 h, dial: 12 s}}
    escalation: {{chance: 10 %, hand_over: 10 s, talk: {5} s, wrap_up: {6} s}}
    transfers: [{{chance: 10 %, to: complaint}}]
    conversation: polite
    opens: {{repair: 20 %}}
)",
      of("talk_time", 128), of("wrap_up", 16), of("wrap_up", 32), of("hold_time", 40), of("talk_time", 96),
      of("talk_time", 64), of("wrap_up", 32));
  text += fmt::format(
      R"(  complaint:
    arrivals: {{linear: [{{at: 08:00, rate: {0}/s}}, {{at: 10:00, rate: {1}/s}}]}}
    patience: {{distribution: uniform, low: {2} s, high: {3} s}}
    talk: {{distribution: exponential, mean: {4} s}}
conversations:
  polite:
    greeting: {{stage: opening, steps: [say: {{distribution: constant, mean: {5} s}}]}}
    asks: {{stage: body, chance: 25 %, steps: [say: {{distribution: exponential, mean: {6} s}},
      hold: {{time: {7} s, patience: 1 min}}]}}
cases:
  repair: {{work: {{distribution: exponential, mean: {8} s}}, wrap_up: {9} s, travel: 2 min, worked_by: crews}}
)",
      of("volumes", 0.015625), of("volumes", 0.03125), of("patience", 32), of("patience", 256),
      of("talk_time", 64), of("talk_time", 4), of("talk_time", 16), of("hold_time", 24), of("case_work", 512),
      of("case_work", 64));
  text += fmt::format(
      R"(agent_groups:
  desk: {{skills: [enquiry, complaint], staffing: [{0}, {1}, {0}, {1}], team_lead: leads, shrinkage: {4} %,
    pick_up: {{distribution: exponential, mean: {5} s}}}}
  leads: {{skills: [escalation], shifts: [{{agents: {2}, start: 08:00, length: 2 h}}, {{agents: {3}, start: 08:30, length: 1 h}}]}}
  crews: {{skills: [repair], staffing: {2}}}
)",
      agents(6), agents(8), agents(2), agents(4), of("shrinkage", 12.5), of("ring_time", 4));
  return text;
}

std::vector<std::uint64_t> fingerprints(const Model& model) {
  Simulator simulator(model);
  std::vector<std::uint64_t> result;
  for (std::uint64_t r = 0; r < 5; ++r) {
    Fingerprint fingerprint;
    simulator.run(7, r, &fingerprint);
    result.push_back(fingerprint.value());
  }
  return result;
}

Model changed(Model model, const char* input, double share) {
  CHECK(find_input(input)->change(model, share));
  return model;
}

std::vector<std::uint32_t> staffed(const std::string& staffing, double share, const char* more = "") {
  Model model = test::model_of(
      "time: {start: 2026-03-02 08:00, length: 2 h, period: 30 min}\n"
      "call_types: {enquiry: {arrivals: {rate: 60/h}, talk: 1 min}}\n"
      "agent_groups: {desk: {skills: [enquiry], staffing: " +
      staffing + more + "}}\n");
  find_input("staffing")->change(model, share);
  auto open = model.groups[0].staffing;
  open.pop_back();
  return open;
}

}  // namespace

TEST_CASE("an input's change is what the changed numbers would be", "[sensitivity]") {
  const Model base = test::model_of(scenario({}));
  const auto before = fingerprints(base);
  for (const Input& input : inputs())
    for (const double share : {-0.5, 0.5}) {
      INFO(input.name << ' ' << share);
      const std::string name(input.name);
      Model model = base;
      REQUIRE(input.change(model, share));
      const auto after = fingerprints(model);
      CHECK(after == fingerprints(test::model_of(scenario({{name, 1 + share}}))));
      CHECK(after != before);
    }
}

TEST_CASE("what a centre has none of stays as it is", "[sensitivity]") {
  const Model base = test::model_of(
      "time: {start: 2026-03-02 08:00, length: 2 h}\n"
      "call_types: {enquiry: {arrivals: {rate: 60/h}, talk: 1 min}}\n"
      "agent_groups: {desk: {skills: [enquiry], staffing: 3}}\n");
  for (const Input& input : inputs()) {
    INFO(input.name);
    Model model = base;
    const bool has = input.name == "volumes" || input.name == "talk_time" || input.name == "staffing";
    CHECK(input.change(model, 0.1) == has);
    CHECK((fingerprints(model) == fingerprints(base)) == !has);
  }
}

TEST_CASE("given times of calls: some are left out, or come twice", "[sensitivity]") {
  const Model model = test::model_of(
      "time: {start: 2026-03-02 08:00, length: 1 h}\n"
      "call_types: {enquiry: {arrivals: {times: [08:00:00, 08:00:10, 08:00:20, 08:00:30]}, talk: 1 min}}\n"
      "agent_groups: {desk: {skills: [enquiry], staffing: 1}}\n");
  const auto times = [&](double share) {
    return changed(model, "volumes", share).call_types[0].arrivals.times;
  };
  CHECK(times(-0.25) == std::vector<Seconds>{0, 10, 30});
  CHECK(times(0.25) == std::vector<Seconds>{0, 10, 15, 20, 30});
  CHECK(times(0.5).size() == 6);
  // Ten per cent of four calls are none.
  Model few = model;
  CHECK_FALSE(find_input("volumes")->change(few, 0.1));
  CHECK(few.call_types[0].arrivals.times == model.call_types[0].arrivals.times);
}

TEST_CASE("calls that power cuts bring", "[sensitivity]") {
  Model model = test::model_of(
      "time: {start: 2026-03-02 08:00, length: 2 h}\n"
      "call_types: {fault: {arrivals: none, talk: 1 min}}\n"
      "agent_groups: {desk: {skills: [fault], staffing: 3}}\n"
      "served_areas: {town: {customers: 2000, power_cuts: [{at: 2026-03-02 08:30, lasts: 1 h}],\n"
      "  fault_calls: {call_type: fault, share: 4 %, delay: 5 min}}}\n");
  CHECK(find_input("volumes")->change(model, 0.25));
  CHECK(model.areas[0].faults.customers == Approx(100));
}

TEST_CASE("more and fewer agents are whole agents", "[sensitivity]") {
  using Agents = std::vector<std::uint32_t>;
  CHECK(staffed("[12, 25, 100, 3]", 0.1) == Agents{13, 28, 110, 3});
  CHECK(staffed("[12, 25, 100, 3]", -0.1) == Agents{11, 22, 90, 3});
  // As far away to both sides, also from a half.
  CHECK(staffed("[5, 15, 0, 45]", -0.1) == Agents{4, 13, 0, 40});
  // Where it would change nothing, one agent; but never the last one.
  CHECK(staffed("[3, 0, 1, 4]", 0.1) == Agents{4, 0, 2, 5});
  CHECK(staffed("[3, 0, 1, 4]", -0.1) == Agents{2, 0, 1, 3});
  // Also where it would change too few.
  CHECK(staffed("[5, 3, 4, 4]", 0.1) == Agents{6, 3, 4, 4});
  CHECK(staffed("[4, 4, 6, 0]", 0.1) == Agents{4, 4, 7, 0});
  CHECK(staffed("[4, 4, 4, 9]", -0.2) == Agents{3, 3, 3, 7});
  CHECK(staffed("[14, 14, 14, 15]", 0.03) == Agents{15, 15, 15, 16});
  CHECK(staffed("1", -0.1) == Agents{1, 1, 1, 1});
  CHECK(staffed("10", 0.1, ", at_once: 3") == Agents{33, 33, 33, 33});
}

TEST_CASE("fewer and more agents of shifts are spread over the day", "[sensitivity]") {
  const Model model = test::model_of(
      "time: {start: 2026-03-02 08:00, length: 8 h, days: 2}\n"
      "call_types: {enquiry: {arrivals: {rate: 60/h}, talk: 1 min}}\n"
      "agent_groups: {desk: {skills: [enquiry], shifts: [{agents: 10, start: 08:00, length: 4 h},\n"
      "  {agents: 10, start: 12:00, length: 4 h}, {agents: 1, start: 10:00, length: 4 h}]}}\n");
  const auto starting = [](const Model& m, Seconds at) {
    return std::count_if(m.groups[0].shifts.begin(), m.groups[0].shifts.end(),
                         [&](const Shift& shift) { return shift.start == at; });
  };
  const Seconds tuesday = 86400, noon = 4 * 3600;
  const Model fewer = changed(model, "staffing", -0.1), more = changed(model, "staffing", 0.1);
  for (const Seconds day : {0.0, tuesday}) {
    CHECK(starting(fewer, day) == 9);
    CHECK(starting(fewer, day + noon) == 9);
    CHECK(starting(more, day) == 11);
    CHECK(starting(more, day + noon) == 11);
    CHECK(starting(more, day + noon / 2) == 1);
  }
  CHECK(mean_agents(model.calendar, model.groups[0]) == Approx(10.5));
  CHECK(mean_agents(model.calendar, fewer.groups[0]) == Approx(9.5));
}
