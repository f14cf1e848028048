// Small days worked out by hand: waiting, giving up, the busy tone, trying again.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

TEST_CASE("a free agent answers at once, talks and wraps up", "[center]") {
  const Run day =
      run(calls_at("08:00:10") + "    talk: 60 s\n    wrap_up: 30 s\n" + served_by("    staffing: 1\n"));
  REQUIRE(day.legs.size() == 1);
  const Leg& call = day.legs[0];
  CHECK(call.arrived == 10);
  CHECK(call.answered == 10);
  CHECK(call.ended == 70);
  CHECK(call.wrap_up_time == 30);
  CHECK(call.outcome == Outcome::served);
  CHECK(call.last_leg);
  CHECK(day.agent_time(AgentState::talking) == 60);
  CHECK(day.agent_time(AgentState::wrap_up) == 30);
  CHECK(day.agent_time(AgentState::idle) == 3600 - 90);
}

TEST_CASE("callers wait first come, first served, behind talk and wrap-up", "[center]") {
  const Run day = run(calls_at("08:00:00, 08:00:10, 08:00:20") + "    talk: 60 s\n    wrap_up: 30 s\n" +
                      served_by("    staffing: 1\n"));
  REQUIRE(day.legs.size() == 3);
  CHECK(day.legs[1].arrived == 10);
  CHECK(day.legs[1].answered == 90);
  CHECK(day.legs[2].answered == 180);
  CHECK(day.legs[2].wait() == 160);
  CHECK(day.sum(Count::waited) == 2);
  CHECK(day.sum(Count::wait_answered) == 80 + 160);
  CHECK(day.totals.queue_time(0, 0) == 80 + 160);
  CHECK(day.totals.longest_queue(0) == 2);
  CHECK(day.totals.longest_wait(0) == 160);
}

TEST_CASE("a caller who has waited long enough hangs up", "[center]") {
  const Run day = run(calls_at("08:00:00, 08:00:10, 08:00:20") + "    talk: 60 s\n    patience: 45 s\n" +
                      served_by("    staffing: 1\n"));
  REQUIRE(day.legs.size() == 3);
  CHECK(day.legs[0].outcome == Outcome::abandoned);
  CHECK(day.legs[0].ended == 55);
  CHECK(day.legs[0].wait() == 45);
  CHECK(day.legs[2].answered == 60);
  CHECK(day.sum(Count::abandoned) == 1);
  CHECK(day.sum(Count::wait_abandoned) == 45);
}

TEST_CASE("an agent who gets free at the very moment of giving up still answers", "[center]") {
  const Run day = run(calls_at("08:00:00, 08:00:10") + "    talk: 60 s\n    patience: 50 s\n" +
                      served_by("    staffing: 1\n"));
  CHECK(day.sum(Count::answered) == 2);
}

TEST_CASE("who finds no line free hears the busy tone and may redial", "[center]") {
  const std::string day_text = calls_at("08:00:00, 08:00:10") +
                               "    talk: 60 s\n"
                               "    redial: {after_busy: 100 %, delay: 20 s, at_most: 2}\n" +
                               served_by("    staffing: 5\n") + "lines: 1\n";
  const Run day = run(day_text);
  REQUIRE(day.legs.size() == 4);
  CHECK(day.legs[0].outcome == Outcome::busy);
  CHECK(day.legs[0].will_redial);
  CHECK(day.legs[1].outcome == Outcome::busy);
  CHECK(day.legs[1].arrived == 30);
  CHECK(day.legs[1].attempt == 2);
  CHECK(day.legs[2].outcome == Outcome::busy);  // at 50: one more than at_most
  CHECK_FALSE(day.legs[2].will_redial);
  CHECK(day.legs[3].ended == 60);
  CHECK(day.sum(Count::redials) == 2);
  CHECK(day.totals.all_lines_busy(0) == 60);
  CHECK(day.totals.lines_time(0) == 60);
}

TEST_CASE("a full queue gives the busy tone", "[center]") {
  const Run day = run(calls_at("08:00:00, 08:00:10, 08:00:20") + "    talk: 60 s\n    queue_capacity: 1\n" +
                      served_by("    staffing: 1\n"));
  CHECK(day.sum(Count::queue_full) == 1);
  CHECK(day.sum(Count::answered) == 2);
  CHECK(day.legs[0].arrived == 20);
}

TEST_CASE("who must wait may balk, who need not does not", "[center]") {
  const Run day = run(calls_at("08:00:00, 08:00:10") + "    talk: 60 s\n    balk: 100 %\n" +
                      served_by("    staffing: 1\n"));
  CHECK(day.sum(Count::balked) == 1);
  CHECK(day.sum(Count::answered) == 1);
  CHECK(day.legs[0].ended == 10);
}

TEST_CASE("the wait counts from the end of the menu", "[center]") {
  const Run day = run(calls_at("08:00:00, 08:00:00") + "    talk: 60 s\n    menu: 15 s\n" +
                      served_by("    staffing: 1\n"));
  REQUIRE(day.legs.size() == 2);
  CHECK(day.legs[0].asked == 15);
  CHECK(day.legs[0].wait() == 0);
  CHECK(day.legs[1].wait() == 60);
}

TEST_CASE("an unsolved call comes again, an abandoned one too", "[center]") {
  const Run unsolved =
      run(calls_at("08:00:00") +
          "    talk: 60 s\n    solved: 0 %\n    redial: {after_unsolved: 100 %, delay: 5 min, at_most: 1}\n" +
          served_by("    staffing: 1\n"));
  REQUIRE(unsolved.legs.size() == 2);
  CHECK(unsolved.legs[1].arrived == 360);
  CHECK(unsolved.sum(Count::unsolved) == 2);

  const Run abandoned = run(
      calls_at("08:00:00, 08:00:01") +
      "    talk: 60 s\n    patience: 9 s\n    redial: {after_abandoning: 100 %, delay: 1 min, at_most: 1}\n" +
      served_by("    staffing: 1\n"));
  REQUIRE(abandoned.legs.size() == 3);
  CHECK(abandoned.legs[0].ended == 10);
  CHECK(abandoned.legs[2].arrived == 70);
  CHECK(abandoned.legs[2].contact == abandoned.legs[0].contact);
}

TEST_CASE("after close the last callers are served, or disconnected", "[center]") {
  const std::string day = "    talk: 120 s\n";
  const std::string late = calls_at("08:59:00, 08:59:10") + day + served_by("    staffing: 1\n");
  const Run finished = run(late);
  CHECK(finished.sum(Count::answered) == 2);
  CHECK(finished.legs[1].answered == 3660);
  CHECK(finished.totals.period_length(2) == 3780 - 3600);
  const Run dropped =
      run("time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min, after_close: drop}\n" +
          late.substr(late.find('\n') + 1));
  CHECK(dropped.sum(Count::disconnected) == 1);
  CHECK(dropped.legs[0].ended == 3600);
  CHECK(dropped.sum(Count::answered) == 1);
}
