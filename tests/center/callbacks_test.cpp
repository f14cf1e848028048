// Callbacks.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

TEST_CASE("virtual hold keeps the caller's place", "[callbacks]") {
  const Run day = run(calls_at("08:00:00, 08:00:10, 08:00:20") +
                      "    talk: 60 s\n"
                      "    callback: {offer: queue >= 0, dial: 5 s}\n" +
                      served_by("    staffing: 1\n"));
  const auto callbacks = day.of("enquiry.callback");
  REQUIRE(callbacks.size() == 2);
  CHECK(callbacks[0].requested == 10);
  CHECK(callbacks[0].answered == 65);
  CHECK(callbacks[0].talk_time == 60);
  CHECK(callbacks[1].answered == 130);
  CHECK(day.sum(Count::to_callback, "enquiry") == 2);
  CHECK(day.sum(Count::callback_offered, "enquiry") == 2);
  CHECK(day.agent_time(AgentState::dialling) == 10);
}

TEST_CASE("a callback is offered when the queue or the expected wait is above the limit", "[callbacks]") {
  const std::string rest = served_by("    staffing: 2\n");
  const Run queue = run(calls_at("08:00:00, 08:00:00, 08:00:10, 08:00:20") +
                        "    talk: 60 s\n    callback: {offer: queue > 0}\n" + rest);
  CHECK(queue.sum(Count::to_callback) == 1);
  CHECK(queue.of("enquiry")[0].arrived == 20);
  // One call waits: expected wait of the next is (1 + 1) x 60 / 2 = 60 s; of the first 30 s.
  const Run wait = run(calls_at("08:00:00, 08:00:00, 08:00:10, 08:00:20") +
                       "    talk: 60 s\n    callback: {offer: expected_wait > 45 s}\n" + rest);
  CHECK(wait.sum(Count::to_callback) == 1);
  CHECK(wait.of("enquiry")[0].arrived == 20);
}

TEST_CASE("who is not reached is tried again, at most so often", "[callbacks]") {
  const Run day = run(calls_at("08:00:00, 08:00:10") +
                      "    talk: 60 s\n"
                      "    callback: {offer: always, dial: 10 s, reached: 0 %, attempts: 3, retry_after: 5 "
                      "min, due: 30 min}\n" +
                      served_by("    staffing: 1\n"));
  const auto callbacks = day.of("enquiry.callback");
  REQUIRE(callbacks.size() == 3);
  CHECK(callbacks[0].ended == 70);
  CHECK(callbacks[1].ended == 70 + 300 + 10);
  CHECK(callbacks[2].ended == 70 + 310 + 310);
  CHECK(callbacks[2].tries == 3);
  CHECK(callbacks[2].last_leg);
  CHECK_FALSE(callbacks[1].last_leg);
  CHECK(day.sum(Count::not_reached) == 3);
  CHECK(day.agent_time(AgentState::dialling) == 30);
}

TEST_CASE("a callback that is tried again goes through all groups of its route at once", "[callbacks]") {
  // It counts its wait from the request, so that both moments at which groups join are long past.
  const Run day = run(R"(
name: Three groups
time: {start: 2026-03-02 08:00, length: 1 h}
call_types:
  enquiry:
    arrivals: {times: [08:00:10]}
    talk: 10 min
    callback: {offer: always, dial: 10 s, reached: 0 %, attempts: 2, retry_after: 5 min}
  order:
    arrivals: {times: [08:00:00, 08:00:00, 08:00:00, 08:10:20, 08:10:20, 08:10:20]}
    talk: 10 min
agent_groups:
  one: {skills: [enquiry, order], staffing: 1}
  two: {skills: [enquiry, order], staffing: 1}
  three: {skills: [enquiry, order], staffing: 1}
routing:
  enquiry: [one, {group: two, after: 10 s}, {group: three, after: 30 s}]
  order: [one, two, three]
)");
  const auto callbacks = day.of("enquiry.callback");
  REQUIRE(callbacks.size() == 2);
  CHECK(callbacks[0].ended == 610);
  CHECK(callbacks[1].arrived == 610);
  CHECK(callbacks[1].ended == 1230);
  for (std::size_t i = 1; i < day.changes.size(); ++i) CHECK(day.changes[i].at >= day.changes[i - 1].at);
}

TEST_CASE("a callback for somebody who had redialled is a first try", "[callbacks]") {
  const Run day = run(calls_at("08:00:00, 08:00:01") +
                      "    talk: 60 s\n    patience: 10 s\n"
                      "    redial: {after_abandoning: 100 %, delay: 2 min, at_most: 1}\n"
                      "    callback: {promised: 100 %, dial: 1 s}\n" +
                      served_by("    staffing: 1\n"));
  CHECK(day.sum(Count::redials, "enquiry") == 1);
  CHECK(day.sum(Count::legs, "enquiry.callback") == 2);
  CHECK(day.sum(Count::redials, "enquiry.callback") == 0);
}

TEST_CASE("a callback without a kept place waits behind inbound calls and for idle agents", "[callbacks]") {
  const Run behind = run(calls_at("08:00:00, 08:00:10, 08:00:20") +
                         "    talk: 60 s\n"
                         "    callback: {promised: 100 %, keeps_place: no, dial: 1 s}\n" +
                         served_by("    staffing: 1\n"));
  REQUIRE(behind.of("enquiry.callback").size() == 3);
  CHECK(behind.of("enquiry.callback")[0].requested == 60);
  CHECK(behind.of("enquiry.callback")[0].answered == 181);

  const Run reserve = run(calls_at("08:00:00, 08:00:00, 08:00:10") +
                          "    talk: 60 s\n    wrap_up: 0 s\n"
                          "    callback: {offer: always, keeps_place: no, reserve: 1, dial: 1 s}\n" +
                          served_by("    staffing: 2\n"));
  // Both agents get free at 60 s; only then is more than one idle.
  REQUIRE(reserve.of("enquiry.callback").size() == 1);
  CHECK(reserve.of("enquiry.callback")[0].answered == 61);
}

TEST_CASE("a promised callback waits for the agent who promised it", "[callbacks]") {
  const std::string calls = calls_at("08:00:00, 08:00:30") +
                            "    talk: 60 s\n"
                            "    callback: {promised: 100 %, not_before: 30 s, dial: 1 s, same_agent_for: ";
  const std::string agents = "}\nagent_groups:\n  tier1: {skills: [enquiry], staffing: 2}\n";
  const Run same = run(calls + "5 min" + agents);
  for (const Leg& leg : same.of("enquiry.callback")) CHECK(leg.agent == leg.promised_by);
  CHECK(same.of("enquiry.callback").size() == 2);
  CHECK(same.of("enquiry.callback")[0].answered == 91);
}

TEST_CASE("after the limit anyone makes a promised callback", "[callbacks]") {
  // Agent 0 promises at 60 s and is busy again from 60 s; agent 1 comes at 100 s.
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
          "call_types:\n"
          "  enquiry: {arrivals: {times: [08:00:00]}, talk: 60 s, callback: {promised: 100 %, dial: 1 s, "
          "same_agent_for: 80 s, not_before: 1 s}}\n"
          "  long: {arrivals: {times: [08:00:10]}, talk: 10 min}\n"
          "agent_groups:\n"
          "  first: {skills: [enquiry, long], staffing: 1}\n"
          "  second: {skills: [enquiry], shifts: [{agents: 1, start: 08:01:40, length: 30 min}]}\n");
  const auto callbacks = day.of("enquiry.callback");
  REQUIRE(callbacks.size() == 1);
  CHECK(callbacks[0].promised_by == 0);
  CHECK(callbacks[0].agent == 1);
  CHECK(callbacks[0].answered == 61 + 80 + 1);
}

TEST_CASE("an agent whose group does not make callbacks is not waited for", "[callback]") {
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
          "call_types:\n"
          "  enquiry: {arrivals: {times: [08:00:00]}, talk: 60 s, callback: {promised: 100 %, "
          "same_agent_for: 10 min, dial: 10 s}}\n"
          "  other: {arrivals: {times: [08:01:00]}, talk: 5 min}\n"
          "agent_groups:\n"
          "  inbound: {skills: [enquiry, other], staffing: 1}\n"
          "  outbound: {skills: [enquiry.callback], staffing: 1}\n");
  const auto callbacks = day.of("enquiry.callback");
  REQUIRE(callbacks.size() == 1);
  CHECK(callbacks[0].group == 1);
  CHECK(callbacks[0].answered == 70);
  CHECK(day.sum(Count::answered, "enquiry.callback") == 1);
  CHECK(day.sum(Count::answered, "enquiry") == 1);
}
