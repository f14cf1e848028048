// Who gets which call.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

std::string two_types(const std::string& enquiry_times, const std::string& complaint_times) {
  return "time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
         "call_types:\n"
         "  enquiry: {arrivals: {times: [" +
         enquiry_times +
         "]}, talk: 60 s, weight: 1}\n"
         "  complaint: {arrivals: {times: [" +
         complaint_times + "]}, talk: 60 s, weight: 3}\n";
}

std::vector<AgentId> agents_of(const Run& day) {
  std::vector<AgentId> agents;
  for (const Leg& leg : day.legs) agents.push_back(leg.agent);
  return agents;
}

}  // namespace

TEST_CASE("a call overflows to the next group after its delay", "[routing]") {
  const std::string scenario = calls_at("08:00:00, 08:00:05, 08:00:10") +
                               "    talk: 100 s\n"
                               "agent_groups:\n"
                               "  tier1: {skills: [enquiry], staffing: 1}\n"
                               "  tier2: {skills: [enquiry], staffing: 1}\n"
                               "routing:\n"
                               "  enquiry: [tier1, {group: tier2, after: 30 s}]\n";
  const Run day = run(scenario);
  REQUIRE(day.legs.size() == 3);
  CHECK(day.legs[0].group == 0);
  CHECK(day.legs[1].group == 1);
  CHECK(day.legs[1].answered == 35);
  // The third is open to both from 40 s on; tier 1 is free first.
  CHECK(day.legs[2].group == 0);
  CHECK(day.legs[2].answered == 100);
}

TEST_CASE("priority goes before the longest wait", "[routing]") {
  const Run day = run(two_types("08:00:00, 08:00:01", "08:00:02") +
                      "agent_groups:\n"
                      "  all: {skills: {enquiry: {priority: 2}, complaint: {priority: 1}}, staffing: 1}\n");
  REQUIRE(day.legs.size() == 3);
  CHECK(day.legs[1].type == 1);
  CHECK(day.legs[1].answered == 60);
  CHECK(day.legs[2].answered == 120);
}

TEST_CASE("weighted wait and longest queue look across priorities", "[routing]") {
  const std::string group = "agent_groups:\n  all: {skills: [enquiry, complaint], staffing: 1}\n";
  // At 60 s: enquiries have waited 59 s and 58 s, the complaint 30 s with weight 3.
  const std::string calls = two_types("08:00:00, 08:00:01, 08:00:02", "08:00:30");
  CHECK(run(calls + group + "routing: {queue_choice: weighted_wait}\n").legs[1].type == 1);
  CHECK(run(calls + group + "routing: {queue_choice: priority_then_longest_wait}\n").legs[1].type == 0);
  const std::string crowd = two_types("08:00:00, 08:00:01", "08:00:10, 08:00:20");
  CHECK(run(crowd + group + "routing: {queue_choice: longest_queue}\n").legs[1].type == 1);
  CHECK(run(crowd + group).legs[1].type == 0);
}

TEST_CASE("agents take turns as the scenario says", "[routing]") {
  const std::string calls = calls_at("08:00:00, 08:02:00, 08:02:30, 08:05:00") + "    talk: 60 s\n" +
                            served_by("    staffing: 3\n");
  CHECK(agents_of(run(calls)) == std::vector<AgentId>{0, 1, 2, 0});
  CHECK(agents_of(run(calls + "routing: {agent_choice: fixed_order}\n")) == std::vector<AgentId>{0, 0, 1, 0});
  // After three calls all have handled 60 s: the first of them is next.
  CHECK(agents_of(run(calls + "routing: {agent_choice: least_occupied}\n")) ==
        std::vector<AgentId>{0, 1, 2, 0});
}

TEST_CASE("agents kept free for a type are not given to others", "[routing]") {
  const Run day = run(two_types("08:00:00, 08:00:01", "08:00:02") +
                      "agent_groups:\n"
                      "  all: {skills: [enquiry, complaint], staffing: 2, reserve: {complaint: 1}}\n");
  REQUIRE(day.legs.size() == 3);
  // The second enquiry waits although an agent is idle; the complaint gets that agent.
  CHECK(day.legs[0].answered == 0);
  CHECK(day.legs[1].type == 1);
  CHECK(day.legs[1].answered == 2);
  // At 60 s one agent gets free, the other is still busy: nobody may take the enquiry until 62 s.
  CHECK(day.legs[2].answered == 62);
}

TEST_CASE("a group's talk factor stretches the talk", "[routing]") {
  const Run day = run(calls_at("08:00:00") +
                      "    talk: 60 s\n"
                      "agent_groups:\n"
                      "  novices: {skills: {enquiry: {talk_factor: 1.5}}, staffing: 1}\n");
  CHECK(day.legs[0].talk_time == 90);
}

TEST_CASE("who waits because agents are kept for others is served after close", "[routing][close]") {
  const Run day = run(calls_at("08:10:00") +
                      "    talk: 60 s\n"
                      "  vip: {arrivals: none, talk: 60 s}\n"
                      "agent_groups:\n"
                      "  tier1: {skills: [enquiry, vip], staffing: 1, reserve: {vip: 1}}\n");
  REQUIRE(day.legs.size() == 1);
  CHECK(day.legs[0].outcome == Outcome::served);
  CHECK(day.legs[0].answered == 3600);
}

TEST_CASE("whoever waits on the phone is disconnected by drop, also when passed on", "[routing][close]") {
  const auto outcomes_of = [](const std::string& mode) {
    const Run day =
        run("time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min, after_close: drop}\n"
            "call_types:\n"
            "  enquiry:\n"
            "    arrivals: {times: [08:50:00, 08:51:00, 08:59:30]}\n"
            "    talk: 60 s\n"
            "    transfers: [{chance: 100 %, to: order, mode: " +
            mode +
            "}]\n"
            "  order: {arrivals: none, talk: 30 min}\n"
            "agent_groups:\n"
            "  tier1: {skills: [enquiry], staffing: 9}\n"
            "  tier2: {skills: [order], staffing: 1}\n");
    std::vector<std::pair<Outcome, Seconds>> result;
    for (const Leg& leg : day.of("order")) result.emplace_back(leg.outcome, leg.ended);
    return result;
  };
  // The second waits at close, the third is passed on after it.
  const std::vector<std::pair<Outcome, Seconds>> expected = {
      {Outcome::disconnected, 3600}, {Outcome::disconnected, 3630}, {Outcome::served, 3060 + 1800}};
  CHECK(outcomes_of("cold") == expected);
  CHECK(outcomes_of("warm") == expected);
}

TEST_CASE("who calls after close does not count, whether or not somebody is still there", "[close]") {
  for (const char* const talk : {"1 s", "30 min"}) {
    const Run day =
        run("time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
            "call_types:\n"
            "  enquiry:\n"
            "    arrivals: {rate: 0/h, surges: [{start: 08:50, length: 20 min, calls: 1000}]}\n"
            "    talk: " +
            std::string(talk) + "\n" + served_by("    staffing: 500\n"));
    CHECK(day.sum(Count::legs) == Approx(500).margin(100));
    for (const Leg& leg : day.legs) CHECK(leg.arrived <= 3600);
  }
}
