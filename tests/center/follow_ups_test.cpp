// Corrections and surveys: calls to customers that follow served ones.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

TEST_CASE("an error found later is corrected by calling back", "[follow_ups]") {
  const Run day =
      run(calls_at("08:00:00") +
          "    talk: 60 s\n    wrap_up: 10 s\n"
          "    follow_ups: {correction: {chance: 100 %, after: 20 min, due: 25 min, talk: 90 s, dial: 5 "
          "s}}\n" +
          served_by("    staffing: 1\n"));
  REQUIRE(day.legs.size() == 2);
  CHECK(day.legs[0].outcome == Outcome::served);
  CHECK_FALSE(day.legs[0].unsolved);
  CHECK_FALSE(day.legs[0].last_leg);
  const Leg& correction = day.legs[1];
  CHECK(correction.contact == 1);
  CHECK(correction.answered == 60 + 1200 + 5);
  CHECK(correction.ended == 1265 + 90);
  CHECK(correction.due == 60 + 25 * 60);
  CHECK(correction.last_leg);
  CHECK(day.sum(Count::called_back_due, "enquiry.correction") == 1);
  CHECK(day.sum(Count::callback_promised, "enquiry") == 0);
}

TEST_CASE("a survey waits behind everything else, and keeps agents idle", "[follow_ups]") {
  const std::string calls =
      calls_at("08:00:00, 08:00:50, 08:02:00") +
      "    talk: 60 s\n    follow_ups: {survey: {chance: 100 %, after: 0 s, talk: 30 s, dial: 0 "
      "s, keep: ";
  const Run one = run(calls + "0}}\n" + served_by("    staffing: 1\n"));
  // The second caller is served at 60 s, the third comes at 120 s to the very moment.
  const auto surveys = one.of("enquiry.survey");
  REQUIRE(surveys.size() == 3);
  CHECK(surveys[0].answered == 120);
  CHECK(surveys[0].contact == 1);
  CHECK(one.of("enquiry")[2].answered == 150);
  const Run kept = run(calls + "1}}\n" + served_by("    staffing: 2\n"));
  CHECK(kept.of("enquiry.survey")[0].answered == 110);  // only then are both idle
}

TEST_CASE("a survey is tried again until the customer is reached, by who lists it", "[follow_ups]") {
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 2 h, period: 30 min}\n"
          "call_types:\n"
          "  enquiry: {arrivals: {times: [08:00:00]}, talk: 60 s, follow_ups: {survey: {chance: 100 %, "
          "after: 10 min, "
          "talk: 30 s, dial: 20 s, reached: 0 %, attempts: 2, retry_after: 5 min}}}\n"
          "agent_groups:\n  tier1: {skills: [enquiry], staffing: 1}\n  polls: {skills: [enquiry.survey], "
          "staffing: 1}\n");
  const auto surveys = day.of("enquiry.survey");
  REQUIRE(surveys.size() == 2);
  CHECK(surveys[0].group == 1);
  CHECK(surveys[0].ended == 680);
  CHECK(surveys[1].ended == 680 + 320);
  CHECK(surveys[1].last_leg);
  CHECK(day.sum(Count::not_reached, "enquiry.survey") == 2);
}

TEST_CASE("nothing follows a call that is repeated or promised a callback", "[follow_ups]") {
  const std::string follow = "    follow_ups: {survey: {chance: 100 %, after: 1 min, talk: 30 s}}\n";
  const Run again =
      run(calls_at("08:00:00") +
          "    talk: 60 s\n    solved: 0 %\n    redial: {after_unsolved: 100 %, delay: 1 min, at_most: 1}\n" +
          follow + served_by("    staffing: 1\n"));
  CHECK(again.of("enquiry").size() == 2);
  CHECK(again.of("enquiry.survey").size() == 1);
  const Run promised = run(calls_at("08:00:00") + "    talk: 60 s\n    callback: {promised: 100 %}\n" +
                           follow + served_by("    staffing: 1\n"));
  CHECK(promised.of("enquiry.survey").empty());
}
