// The telephone rings.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

TEST_CASE("ringing is part of the caller's wait", "[ringing]") {
  const Run day =
      run(calls_at("08:00:00") + "    talk: 60 s\n" + served_by("    staffing: 1\n    pick_up: 11 s\n"));
  REQUIRE(day.legs.size() == 1);
  CHECK(day.legs[0].answered == 11);
  CHECK(day.legs[0].ring_time == 11);
  CHECK(day.sum(Count::rings) == 3);  // at 0, 5 and 10 s
  CHECK_FALSE(day.legs[0].waited);
  CHECK(day.agent_time(AgentState::ringing) == 11);
}

TEST_CASE("answered at the end of the third ring is answered by the third ring", "[ringing]") {
  const std::string rest = "    talk: 60 s\n" + served_by("    staffing: 1\n    pick_up: 15 s\n");
  const Run china = run(calls_at("08:00:00") + rest);
  CHECK(china.sum(Count::rings) == 3);
  CHECK(china.totals.within(1, 0, Within::answered, china.model.threshold_index(15)) == 1);
  const Run britain = run(calls_at("08:00:00") + rest + "ringing: {cycle: 3 s}\n");
  CHECK(britain.sum(Count::rings) == 5);
  CHECK(britain.totals.within(1, 0, Within::answered, britain.model.threshold_index(9)) == 0);
}

TEST_CASE("the caller may give up while it rings", "[ringing]") {
  const Run day = run(calls_at("08:00:00, 08:00:05") + "    talk: 60 s\n    patience: 8 s\n" +
                      served_by("    staffing: 1\n    pick_up: 10 s\n"));
  REQUIRE(day.legs.size() == 2);
  CHECK(day.legs[0].outcome == Outcome::abandoned);
  CHECK(day.legs[0].ended == 8);
  // The agent's telephone rings for the second caller from 8 s on; that caller's patience ends at 13 s.
  CHECK(day.legs[1].ended == 13);
  CHECK(day.legs[1].ring_time == 5);
}

TEST_CASE("nobody picks up in time: back to the head of the queue, the agent is away", "[ringing]") {
  const Run day =
      run(calls_at("08:00:00, 08:00:01") + "    talk: 60 s\n" +
          "agent_groups:\n"
          "  dozing: {skills: [enquiry], staffing: 1, pick_up: 30 s, away_after_no_answer: 100 s}\n"
          "  awake: {skills: [enquiry], shifts: [{agents: 1, start: 08:00:40, length: 10 min}]}\n"
          "ringing: {take_back_after: 4 rings}\n");
  REQUIRE(day.legs.size() == 2);
  const Leg& first = day.legs[0];
  CHECK(first.arrived == 0);
  CHECK(first.taken_back == 1);
  CHECK(first.ring_time == 20);
  CHECK(first.answered == 40);  // before the caller who was second
  CHECK(first.group == 1);
  CHECK(day.legs[1].answered == 100);
  CHECK(day.agent_time(AgentState::away) == 100);
  CHECK(day.sum(Count::taken_back) == 1);
}
