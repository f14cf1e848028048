// Inbound calls and other work by the same agents.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

const std::string an_hour = "time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n";

}  // namespace

TEST_CASE("a list is called when inbound calls allow, and keeps agents for them", "[blending]") {
  const std::string scenario =
      an_hour +
      "call_types:\n  enquiry: {arrivals: {times: [08:00:30, 08:05:00]}, talk: 60 s}\n"
      "outbound:\n  renewals: {contacts: 3, talk: 100 s, dial: 20 s, keep: KEEP}\n"
      "agent_groups:\n  desk: {skills: [enquiry, outbound.renewals], staffing: 2}\n";
  const auto with_kept = [&](const char* keep) {
    std::string text = scenario;
    return run(text.replace(text.find("KEEP"), 4, keep));
  };
  const Run none_kept = with_kept("0");
  const auto calls = none_kept.of("outbound.renewals");
  REQUIRE(calls.size() == 3);
  CHECK(calls[0].answered == 20);
  CHECK(calls[1].answered == 20);
  CHECK(none_kept.of("enquiry")[0].answered == 120);  // before the third contact, though it came later
  CHECK(calls[2].answered == 140);
  const Run one_kept = with_kept("1");
  CHECK(one_kept.of("enquiry")[0].answered == 30);
  CHECK(one_kept.of("outbound.renewals")[0].answered == 20);
  CHECK(one_kept.of("outbound.renewals")[1].answered == 120 + 20);
  CHECK(one_kept.of("outbound.renewals")[2].answered == 240 + 20);
  CHECK(one_kept.of("enquiry")[1].answered == 300);
}

TEST_CASE("what is left of a list waits for the next day, and nobody stays for it", "[blending]") {
  const Run days =
      run("time: {start: 2026-03-02 08:00, length: 1 h, days: 2}\n"
          "call_types:\n  enquiry: {arrivals: none, talk: 60 s}\n"
          "outbound:\n  renewals: {contacts: 2, talk: 50 min, dial: 0 s}\n"
          "agent_groups:\n  desk: {skills: [enquiry, outbound.renewals], staffing: 1}\n");
  const auto calls = days.of("outbound.renewals");
  REQUIRE(calls.size() == 4);
  CHECK(calls[0].answered == 0);
  CHECK(calls[1].answered == 3000);  // begun before the close
  CHECK(calls[1].ended == 6000);
  CHECK(calls[2].answered == 86400);
  CHECK(calls[3].answered == 86400 + 3000);
  const Run rest =
      run("time: {start: 2026-03-02 08:00, length: 1 h, days: 2}\n"
          "call_types:\n  enquiry: {arrivals: none, talk: 60 s}\n"
          "outbound:\n  renewals: {contacts: 1, talk: 50 min, dial: 20 min, reached: 0 %, attempts: 2, "
          "retry_after: 1 h}\n"
          "agent_groups:\n  desk: {skills: [enquiry, outbound.renewals], staffing: 1}\n");
  // The first attempt ends at 20 min, the second is due after the close.
  CHECK(rest.of("outbound.renewals")[1].ended == 86400 + 1200);
  CHECK(rest.agent_time(AgentState::idle) + rest.agent_time(AgentState::dialling) == 7200);
}

TEST_CASE("an agent who has chats at once has places for them", "[blending]") {
  const Run chats =
      run(an_hour +
          "call_types:\n  chat: {arrivals: {times: [08:00:00, 08:00:10, 08:00:20, 08:00:30]}, talk: 5 "
          "min}\n"
          "agent_groups:\n  desk: {skills: [chat], staffing: 1, at_once: 3}\n");
  const auto legs = chats.of("chat");
  REQUIRE(legs.size() == 4);
  CHECK(legs[0].answered == 0);
  CHECK(legs[1].answered == 10);
  CHECK(legs[2].answered == 20);
  CHECK(legs[3].answered == 300);
  CHECK(chats.agent_time(AgentState::idle) + chats.agent_time(AgentState::talking) == 3600);
  CHECK(chats.agent_time(AgentState::talking) == 400);
}

TEST_CASE("the places of an agent are absent together", "[blending]") {
  const Run chats =
      run("time: {start: 2026-03-02 08:00, length: 1 h, days: 40}\n"
          "call_types:\n  chat: {arrivals: none, talk: 5 min}\n"
          "agent_groups:\n  desk: {skills: [chat], staffing: 1, at_once: 4, shrinkage: 50 %}\n");
  const double hours = chats.agent_time(AgentState::idle) / 3600;
  CHECK(hours == std::round(hours));
  CHECK(hours > 8);
  CHECK(hours < 32);
}

TEST_CASE("a call interrupts work, which goes on where it stopped", "[blending]") {
  const Run day =
      run(an_hour +
          "call_types:\n"
          "  call: {arrivals: {times: [08:05:00, 08:05:10]}, talk: 60 s, wrap_up: 10 s}\n"
          "  work: {arrivals: {times: [08:00:00, 08:01:00]}, talk: 10 min, preemptible: yes}\n"
          "agent_groups:\n  desk: {skills: {call: {priority: 1}, work: {priority: 2}}, staffing: 1}\n");
  const auto calls = day.of("call"), work = day.of("work");
  REQUIRE(calls.size() == 2);
  REQUIRE(work.size() == 2);
  CHECK(calls[0].answered == 300);
  CHECK_FALSE(calls[0].waited);
  CHECK(calls[1].answered == 370);  // a call does not interrupt a call
  // 300 s of work are done, the rest is from 440 s on; then the second piece.
  CHECK(work[0].answered == 0);
  CHECK(work[0].ended == 740);
  CHECK(work[0].talk_time == 600);
  CHECK(work[1].answered == 740);
  CHECK(work[1].ended == 1340);
  CHECK(day.sum(Count::interrupted, "work") == 1);
  CHECK(day.sum(Count::answered, "work") == 2);
}

TEST_CASE("the work that began last is interrupted first, and any agent goes on with it", "[blending]") {
  const Run day =
      run(an_hour +
          "call_types:\n"
          "  call: {arrivals: {times: [08:02:00]}, talk: 10 min}\n"
          "  work: {arrivals: {times: [08:00:00, 08:01:00]}, talk: 5 min, preemptible: yes}\n"
          "agent_groups:\n  desk: {skills: {call: {priority: 1}, work: {priority: 2}}, staffing: 2}\n");
  const auto work = day.of("work");
  REQUIRE(work.size() == 2);
  CHECK(day.of("call")[0].agent == 1);
  CHECK(work[0].ended == 300);
  CHECK(work[0].agent == 0);
  CHECK(work[1].agent == 0);  // its last 4 minutes
  CHECK(work[1].ended == 540);
}

TEST_CASE("equal priority interrupts nothing, nor does work interrupt work", "[blending]") {
  const Run equal = run(an_hour +
                        "call_types:\n"
                        "  call: {arrivals: {times: [08:02:00]}, talk: 1 min}\n"
                        "  work: {arrivals: {times: [08:00:00]}, talk: 5 min, preemptible: yes}\n"
                        "agent_groups:\n  desk: {skills: [call, work], staffing: 1}\n");
  CHECK(equal.of("call")[0].answered == 300);
  CHECK(equal.sum(Count::interrupted) == 0);
}

TEST_CASE("interrupted work is conserved", "[blending]") {
  const std::string busy =
      "time: {start: 2026-03-02 08:00, length: 10 h}\n"
      "call_types:\n"
      "  call: {arrivals: {rate: 50/h}, patience: 2 min, talk: {distribution: exponential, mean: 3 min}, "
      "follow_ups: "
      "{survey: {chance: 20 %, after: 5 min, talk: 1 min, reached: 50 %}}}\n"
      "  work: {arrivals: {rate: 10/h}, talk: {distribution: exponential, mean: 8 min}, preemptible: yes}\n"
      "outbound:\n  list: {contacts: 20, talk: 1 min, keep: 1}\n"
      "agent_groups:\n  desk: {skills: {call: {priority: 1}, work: {priority: 2}, outbound.list: {priority: "
      "3}}, "
      "staffing: 5, pick_up: 3 s}\n"
      "outages:\n  exchange: {every: {distribution: exponential, mean: 3 h}, lasts: 10 min, "
      "calls_in_progress: cut}\n";
  for (std::uint64_t replication = 0; replication < 10; ++replication) {
    const Run day = run(busy, 2, replication);
    CHECK(day.sum(Count::interrupted, "work") > 5);
    double talked = 0;
    for (const Leg& leg : day.legs) talked += leg.outcome == Outcome::unfinished ? 0 : leg.talk_time;
    CHECK(day.agent_time(AgentState::talking) == Approx(talked));
    double ends = 0;
    for (const Count c : {Count::answered, Count::abandoned, Count::unfinished, Count::not_reached,
                          Count::outage, Count::disconnected, Count::balked})
      ends += day.sum(c);
    CHECK(day.sum(Count::legs) == ends);
  }
}
