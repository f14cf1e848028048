// The centre's equipment fails.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

// Out of order from 300 s to 900 s.
std::string down(const std::string& keys) {
  return "outages:\n  exchange: {at: 2026-03-02 08:05, lasts: 10 min" + keys + "}\n";
}

}  // namespace

TEST_CASE("who calls while equipment is out of order is turned away and may call later", "[outages]") {
  const std::string scenario = calls_at("08:04:00, 08:05:00, 08:14:59, 08:15:00") + "    talk: 10 s\n" +
                               served_by("    staffing: 1\n");
  const Run gone = run(scenario + down(""));
  CHECK(gone.sum(Count::outage) == 2);
  CHECK(gone.sum(Count::answered) == 2);
  CHECK(gone.sum(Count::legs) == 4);
  CHECK(gone.legs[1].outcome == Outcome::outage);
  CHECK(gone.legs[1].ended == 300);
  CHECK(gone.totals.outages(0) == 1);
  CHECK(gone.totals.time_down(0) == 600);

  const Run later = run(scenario + down(", call_later: 100 %, delay: 10 min"));
  CHECK(later.sum(Count::outage) == 2);
  CHECK(later.sum(Count::redials) == 2);
  REQUIRE(later.legs.size() == 6);
  CHECK(later.legs[4].arrived == 900);
  CHECK(later.legs[4].answered == 910);
  CHECK(later.legs[5].answered == 899 + 600);
  CHECK(later.legs[5].earlier == Earlier::outage);
}

TEST_CASE("who leaves a number is called back once the equipment works", "[outages]") {
  const std::string callers =
      calls_at("08:04:00, 08:06:00") + "    talk: 10 s\n    callback: {dial: 5 s, not_before: ";
  const std::string rest = "}\n" + served_by("    staffing: 1\n") + down(", leave_number: 100 %");
  const Run soon = run(callers + "0 s" + rest);
  REQUIRE(soon.of("enquiry.callback").size() == 1);
  CHECK(soon.of("enquiry.callback")[0].requested == 360);
  CHECK(soon.of("enquiry.callback")[0].answered == 905);
  CHECK_FALSE(soon.legs[1].last_leg);
  const Run not_yet = run(callers + "20 min" + rest);
  CHECK(not_yet.of("enquiry.callback")[0].answered == 360 + 1200 + 5);
}

TEST_CASE("callbacks wait until the equipment works", "[outages]") {
  // One is due in the queue, one is dialled, when the outage begins at 300 s.
  const Run day = run(calls_at("08:04:30, 08:04:31, 08:04:32") +
                      "    talk: 20 s\n    callback: {offer: queue >= 0, dial: 30 s}\n" +
                      served_by("    staffing: 1\n") + down(""));
  const auto callbacks = day.of("enquiry.callback");
  REQUIRE(callbacks.size() == 2);
  CHECK(callbacks[0].answered == 930);
  CHECK(callbacks[0].ring_time == 30);
  CHECK(callbacks[1].answered == 980);
  CHECK(day.agent_time(AgentState::dialling) == 10 + 30 + 30);
}

TEST_CASE("calls in progress are kept or cut", "[outages]") {
  const std::string calls = calls_at("08:04:00, 08:04:10") + "    talk: 2 min\n    wrap_up: 20 s\n" +
                            served_by("    staffing: 1\n");
  const Run kept = run(calls + down(""));
  CHECK(kept.sum(Count::answered) == 2);
  CHECK(kept.legs[1].answered == 240 + 140);
  CHECK(kept.sum(Count::outage) + kept.sum(Count::cut_off) == 0);

  const Run cut = run(calls + down(", calls_in_progress: cut"));
  REQUIRE(cut.legs.size() == 2);
  CHECK(cut.legs[0].outcome == Outcome::outage);  // who waited
  CHECK(cut.legs[0].ended == 300);
  CHECK(cut.legs[1].outcome == Outcome::cut_off);
  CHECK(cut.legs[1].talk_time == 60);
  CHECK(cut.sum(Count::answered) == 1);
  CHECK(cut.sum(Count::cut_off) == 1);
  CHECK(cut.agent_time(AgentState::wrap_up) == 20);

  // A talk that ends at that very moment has ended.
  const Run just = run(calls_at("08:04:00") + "    talk: 1 min\n" + served_by("    staffing: 1\n") +
                       down(", calls_in_progress: cut"));
  CHECK(just.legs[0].outcome == Outcome::served);
}

TEST_CASE("menus, rings and holds are cut as well", "[outages]") {
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
          "call_types:\n"
          "  menu: {arrivals: {times: [08:04:59]}, menu: 10 s, talk: 1 min}\n"
          "  rings: {arrivals: {times: [08:04:59]}, talk: 1 min}\n"
          "  holds: {arrivals: {times: [08:04:00]}, talk: 1 min, hold: {chance: 100 %, time: 1 min}}\n"
          "agent_groups:\n"
          "  slow: {skills: [rings, menu], staffing: 1, pick_up: 8 s}\n"
          "  desk: {skills: [holds], staffing: 1}\n" +
          down(", calls_in_progress: cut"));
  CHECK(day.of("menu")[0].outcome == Outcome::outage);
  CHECK(day.of("rings")[0].outcome == Outcome::outage);
  CHECK(day.of("rings")[0].ring_time == 1);
  CHECK(day.of("holds")[0].outcome == Outcome::cut_off);
  CHECK(day.of("holds")[0].talk_time == 30);
  CHECK(day.of("holds")[0].hold_time == 30);
  CHECK(day.sum(Count::legs) == 3);
}

TEST_CASE("an outage of some call types leaves the others alone", "[outages]") {
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
          "call_types:\n"
          "  web: {arrivals: {times: [08:06:00]}, talk: 1 min}\n"
          "  phone: {arrivals: {times: [08:06:00]}, talk: 1 min}\n"
          "agent_groups:\n  desk: {skills: [web, phone], staffing: 2}\n" +
          down(", call_types: [web]"));
  CHECK(day.sum(Count::outage, "web") == 1);
  CHECK(day.sum(Count::answered, "phone") == 1);
}

TEST_CASE("while a group can do nothing its calls go on to the next", "[outages]") {
  const std::string calls =
      "time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
      "call_types:\n"
      "  enquiry: {arrivals: {times: [08:04:00, 08:04:30, 08:06:00, 08:14:00, 08:14:10, 08:20:00]}, talk: "
      "100 s}\n"
      "agent_groups:\n"
      "  one: {skills: [enquiry], staffing: 1}\n"
      "  two: {skills: [enquiry], staffing: 1}\n"
      "routing: {enquiry: [one, {group: two, after: 5 min}]}\n";
  const Run kept = run(calls + down(", groups: [one]"));
  const auto legs = kept.of("enquiry");
  REQUIRE(legs.size() == 6);
  CHECK(legs[0].group == 0);  // from 240 s to 340 s, to its end
  CHECK(legs[0].talk_time == 100);
  CHECK(legs[1].group == 1);  // waited from 270 s, goes on at 300 s
  CHECK(legs[1].answered == 300);
  CHECK(legs[2].group == 1);  // at 360 s it waits for the other
  CHECK(legs[2].answered == 400);
  CHECK(legs[3].answered == 840);
  CHECK(legs[3].group == 1);
  CHECK(legs[4].answered == 900);  // of the two that can take it, the first is back at 900 s
  CHECK(legs[4].group == 0);
  CHECK(legs[5].group == 0);
  CHECK(kept.sum(Count::outage) == 0);
  CHECK(kept.agent_time(AgentState::away) == 900 - 340);

  const Run cut = run(calls + down(", groups: [one], calls_in_progress: cut"));
  CHECK(cut.of("enquiry")[0].outcome == Outcome::cut_off);
  CHECK(cut.of("enquiry")[0].ended == 300);
  CHECK(cut.agent_time(AgentState::away) == 600);
}

TEST_CASE("what rings at a group that fails rings at the next", "[outages]") {
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
          "call_types:\n"
          "  enquiry: {arrivals: {times: [08:04:55]}, talk: 100 s}\n"
          "agent_groups:\n"
          "  one: {skills: [enquiry], staffing: 1, pick_up: 20 s}\n"
          "  two: {skills: [enquiry], staffing: 1, pick_up: 3 s}\n"
          "routing: {enquiry: [one, {group: two, after: 5 min}]}\n" +
          down(", groups: [one]"));
  REQUIRE(day.legs.size() == 1);
  CHECK(day.legs[0].group == 1);
  CHECK(day.legs[0].answered == 303);
  CHECK(day.legs[0].ring_time == 5 + 3);
}

TEST_CASE("who is on duty comes and goes while the group can do nothing", "[outages]") {
  // The shift ends at 08:10 and a break begins at 08:06, both within the outage.
  const Run day = run(
      "time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
      "call_types:\n  enquiry: {arrivals: {times: [08:20:00]}, talk: 1 min}\n"
      "agent_groups:\n"
      "  desk: {skills: [enquiry], shifts: [{agents: 1, start: 08:00, length: 10 min}, {agents: 1, start: "
      "08:00, "
      "length: 1 h, breaks: [{at: 08:06, length: 5 min}]}, {agents: 1, start: 08:07, length: 10 min}]}\n" +
      down(", groups: [desk]"));
  CHECK(day.agent_time(AgentState::on_break) == 300);
  CHECK(day.agent_time(AgentState::away) == 300 + (60 + 240) + 480);
  CHECK(day.legs[0].answered == 1200);
}

TEST_CASE("a second outage draws other numbers than the first", "[outages]") {
  const std::string day =
      "time: {start: 2026-03-02 00:00, days: 20}\n"
      "call_types:\n  enquiry: {arrivals: {rate: 20/h}, talk: 3 min, redial: {after_busy: 10 %, delay: 5 "
      "min}}\n"
      "agent_groups:\n  desk: {skills: [enquiry], staffing: 2}\n"
      "outages:\n"
      "  exchange: {every: {distribution: exponential, mean: 3 days}, lasts: {distribution: exponential, "
      "mean: "
      "1 h}, call_later: 50 %, delay: {distribution: exponential, mean: 20 min}, calls_in_progress: cut}\n";
  const std::string another =
      "  database: {every: {distribution: exponential, mean: 2 days}, lasts: 30 min, groups: [desk]}\n";
  const Run one = run(day, 3), both = run(day + another, 3);
  CHECK(one.totals.outages(0) > 2);
  CHECK(one.totals.outages(0) == both.totals.outages(0));
  CHECK(one.totals.time_down(0) == both.totals.time_down(0));
  CHECK(both.totals.outages(1) > 4);
  CHECK(both.totals.time_down(1) == Approx(1800 * both.totals.outages(1)).margin(1800));
  CHECK(run(day, 3).totals.time_down(0) == one.totals.time_down(0));
}

TEST_CASE("of two outages at a time the last to end counts", "[outages]") {
  const Run day = run(calls_at("08:06:00, 08:17:00") + "    talk: 10 s\n    callback: {dial: 5 s}\n" +
                      served_by("    staffing: 1\n") + down(", leave_number: 100 %") +
                      "  power: {at: 2026-03-02 08:09, lasts: 11 min}\n");
  REQUIRE(day.of("enquiry.callback").size() == 1);
  CHECK(day.of("enquiry.callback")[0].answered == 1205);
  CHECK(day.of("enquiry")[1].outcome ==
        Outcome::outage);  // at 1020 s: the exchange works, but there is no power
}

TEST_CASE("a call that waits for one agent goes to anyone when the group fails", "[outages]") {
  // Agent 0 promises at 60 s, and has a long call from 70 s on; the callback waits for this agent.
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
          "call_types:\n"
          "  enquiry: {arrivals: {times: [08:00:00]}, talk: 60 s, callback: {promised: 100 %, dial: 1 s, "
          "not_before: 20 "
          "s, same_agent_for: 30 min}}\n"
          "  long: {arrivals: {times: [08:01:10]}, talk: 20 min}\n"
          "agent_groups:\n"
          "  first: {skills: [enquiry, long], staffing: 1}\n"
          "  second: {skills: [enquiry], shifts: [{agents: 1, start: 08:02, length: 30 min}]}\n" +
          down(", groups: [first]"));
  const auto callbacks = day.of("enquiry.callback");
  REQUIRE(callbacks.size() == 1);
  CHECK(callbacks[0].agent == 1);
  CHECK(callbacks[0].answered == 301);
}

TEST_CASE("a run ends although somebody waits in vain and equipment fails again and again", "[outages]") {
  // The only agent hands over to the group in which only this agent is.
  const Run day = run(calls_at("08:01, 08:02, 08:03") +
                      "    talk: 1 min\n    transfers: [{chance: 90 %, to: tier1, mode: warm}]\n" +
                      served_by("    staffing: 1\n") +
                      "outages: {exchange: {every: {distribution: exponential, mean: 1 h}, lasts: 1 min}}\n");
  CHECK(day.sum(Count::unfinished) > 0);
}

TEST_CASE("who is cut before asking for an agent has not waited", "[outages]") {
  const Run day =
      run(calls_at("08:09:50") + "    menu: 1 min\n    talk: 1 min\n" + served_by("    staffing: 1\n") +
          "outages: {exchange: {at: 08:10, lasts: 5 min, calls_in_progress: cut}}\n");
  REQUIRE(day.legs.size() == 1);
  CHECK(day.legs[0].outcome == Outcome::outage);
  CHECK(day.legs[0].ended == 600);
  CHECK(day.legs[0].wait() == 0);
}
