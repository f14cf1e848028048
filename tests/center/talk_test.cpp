// Hold.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

TEST_CASE("a hold splits the talk and keeps agent and line", "[talk]") {
  const Run day =
      run(calls_at("08:00:00") +
          "    talk: 60 s\n    wrap_up: 10 s\n    hold: {chance: 100 %, time: 40 s, after: 25 %}\n" +
          served_by("    staffing: 1\n") + "lines: 1\n");
  REQUIRE(day.legs.size() == 1);
  CHECK(day.legs[0].talk_time == 60);
  CHECK(day.legs[0].hold_time == 40);
  CHECK(day.legs[0].ended == 100);
  CHECK(day.agent_time(AgentState::talking) == 60);
  CHECK(day.agent_time(AgentState::holding) == 40);
  CHECK(day.totals.lines_time(0) == 100);
  CHECK(day.sum(Count::held) == 1);
}

TEST_CASE("the caller may hang up on hold", "[talk]") {
  const Run day =
      run(calls_at("08:00:00") +
          "    talk: 60 s\n    wrap_up: 10 s\n    hold: {chance: 100 %, time: 40 s, patience: 15 s}\n" +
          served_by("    staffing: 1\n"));
  REQUIRE(day.legs.size() == 1);
  CHECK(day.legs[0].outcome == Outcome::hung_up);
  CHECK(day.legs[0].ended == 45);
  CHECK(day.sum(Count::answered) == 1);
  CHECK(day.sum(Count::hung_up) == 1);
  CHECK(day.agent_time(AgentState::wrap_up) == 10);
}

TEST_CASE("without consent there is no hold, or a callback instead", "[talk]") {
  const std::string hold = "    talk: 60 s\n    hold: {chance: 100 %, consent: 0 %, time: 40 s";
  const Run goes_on = run(calls_at("08:00:00") + hold + "}\n" + served_by("    staffing: 1\n"));
  CHECK(goes_on.legs[0].ended == 60);
  CHECK_FALSE(goes_on.legs[0].held);

  const Run called_back = run(calls_at("08:00:00") + hold +
                              ", if_refused: callback}\n    callback: {dial: 5 s, not_before: 10 min}\n" +
                              served_by("    staffing: 1\n"));
  REQUIRE(called_back.legs.size() == 2);
  CHECK(called_back.legs[0].ended == 30);
  CHECK(called_back.legs[0].promised_callback);
  CHECK_FALSE(called_back.legs[0].last_leg);
  CHECK(called_back.legs[1].answered == 30 + 600 + 5);
  CHECK(called_back.legs[1].contact == 1);
}
