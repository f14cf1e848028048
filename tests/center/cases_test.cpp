// Cases by hand.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

// From 8:00 calls of a minute at the given moments, each of which opens a case; Monday 2026-03-02.
std::string calls_open(const std::string& times, const std::string& what,
                       const std::string& time = "length: 4 h") {
  return "time: {start: 2026-03-02 08:00, " + time + ", period: 1 h}\n" +
         "call_types:\n  call: {arrivals: {times: [" + times + "]}, talk: 1 min, opens: {" + what +
         ": 100 %}}\n";
}

std::string groups(const std::string& others) {
  return "agent_groups:\n  tier1: {skills: [call], staffing: 9}\n" + others;
}

Case one(const Run& r) {
  REQUIRE(r.totals.cases().size() == 1);
  return r.totals.cases()[0];
}

constexpr Seconds minute = 60, hour = 3600;

}  // namespace

TEST_CASE("A case is opened at the end of the call, worked and answered", "[cases]") {
  const Run r = run(calls_open("08:10:00", "complaint") +
                    "cases: {complaint: {worked_by: desk, work: 20 min, answer_within: 2 h}}\n" +
                    groups("  desk: {staffing: 1}\n"));
  const Case c = one(r);
  CHECK(c.opened == 11 * minute);
  CHECK(c.at(CaseStep::contacted) == 11 * minute);  // when the work begins
  CHECK(c.at(CaseStep::on_site) == never);
  CHECK(c.at(CaseStep::answered) == 31 * minute);
  CHECK(c.at(CaseStep::closed) == 31 * minute);
  CHECK(c.promised_at(CaseStep::answered) == 11 * minute + 2 * hour);
  CHECK(c.opened_by == 1);
  CHECK(c.contact == 2);
  CHECK_FALSE(c.open());
  REQUIRE(r.of("complaint").size() == 1);
  const Leg leg = r.of("complaint")[0];
  CHECK(leg.talk_time == 20 * minute);
  CHECK(leg.outcome == Outcome::served);
  CHECK(leg.leg == 1);
  CHECK(r.agent_time(AgentState::working) == 20 * minute);
}

TEST_CASE("First contact, then the rest, then the paperwork", "[cases]") {
  // One at the desk.  The second case's contact waits for the first one's; by then the first one's work is
  // older.
  const Run r = run(calls_open("08:10:00, 08:12:00", "complaint") +
                    "cases: {complaint: {worked_by: desk, contact: 5 min, work: 20 min, wrap_up: 3 min,\n"
                    "  contact_within: 10 min, answer_within: 30 min, close_within: 35 min}}\n" +
                    groups("  desk: {staffing: 1}\n"));
  REQUIRE(r.totals.cases().size() == 2);
  const Case first = r.totals.cases()[0], second = r.totals.cases()[1];
  CHECK(first.at(CaseStep::contacted) == 11 * minute);
  CHECK(first.at(CaseStep::answered) == (11 + 5 + 20) * minute);
  CHECK(first.at(CaseStep::closed) == (11 + 5 + 20 + 3) * minute);
  CHECK(second.opened == 13 * minute);
  CHECK(second.at(CaseStep::contacted) == 39 * minute);
  CHECK(second.at(CaseStep::answered) == (39 + 25) * minute);
  CHECK(second.at(CaseStep::closed) == (39 + 28) * minute);
  CHECK(second.promised_at(CaseStep::contacted) == 23 * minute);
  CHECK(second.promised_at(CaseStep::answered) == 43 * minute);
  CHECK(second.promised_at(CaseStep::closed) == 48 * minute);
  CHECK(r.of("complaint.contact").size() == 2);
  CHECK(r.agent_time(AgentState::wrap_up) == 6 * minute);
}

TEST_CASE("A crew travels, and works on site", "[cases]") {
  const Run r =
      run(calls_open("08:10:00, 08:10:00", "fault") +
          "cases: {fault: {worked_by: crews, travel: 25 min, work: 15 min, on_site_within: 45 min}}\n" +
          groups("  crews: {staffing: 1}\n"));
  REQUIRE(r.totals.cases().size() == 2);
  const Case first = r.totals.cases()[0], second = r.totals.cases()[1];
  CHECK(first.at(CaseStep::on_site) == 36 * minute);
  CHECK(first.at(CaseStep::contacted) == 36 * minute);
  CHECK(first.at(CaseStep::answered) == 51 * minute);
  CHECK(second.at(CaseStep::on_site) == 76 * minute);
  CHECK(second.promised_at(CaseStep::on_site) == 56 * minute);  // 20 min late
  CHECK(r.agent_time(AgentState::travelling) == 50 * minute);
  CHECK(r.agent_time(AgentState::working) == 30 * minute);
  CHECK(r.of("fault")[1].ring_time == 25 * minute);
  CHECK(r.of("fault")[1].wait() == 65 * minute);
}

TEST_CASE("A step of a conversation opens a case at its moment", "[cases]") {
  const Run r =
      run("time: {start: 2026-03-02 08:00, length: 4 h}\n"
          "call_types:\n  call: {arrivals: {times: [08:10:00]}, talk: 1 min, conversation: desk}\n"
          "conversations:\n  desk:\n"
          "    taken_down: {stage: opening, steps: [say: 10 s, open: complaint, say: 5 s, open: idea]}\n"
          "cases:\n  complaint: {work: 20 min}\n  idea: {work: 1 min}\n" +
          groups("  desk: {skills: {complaint: {talk_factor: 2}, idea: {priority: 2}}, staffing: 1}\n"));
  REQUIRE(r.totals.cases().size() == 2);
  CHECK(r.totals.cases()[0].opened == 610);
  CHECK(r.totals.cases()[0].at(CaseStep::closed) == 610 + 2400);
  CHECK(r.totals.cases()[1].opened == 615);
  CHECK(r.totals.cases()[1].at(CaseStep::closed) == 610 + 2400 + 60);
}

TEST_CASE("A case waits for its agents until they are there again, and keeps nobody after close", "[cases]") {
  const std::string days = "length: 4 h, days: 2";
  const std::string cases = "cases: {complaint: {worked_by: desk, work: 3 h}}\n";
  SECTION("by staffing: what is in hand is finished, what waits begins on the next day") {
    const Run r = run(calls_open("2026-03-02 10:59:00, 2026-03-02 11:00:00", "complaint", days) + cases +
                      groups("  desk: {staffing: 1}\n"));
    REQUIRE(r.totals.cases().size() == 2);
    CHECK(r.totals.cases()[0].at(CaseStep::closed) == 6 * hour);  // at 14:00, two hours after close
    CHECK(r.totals.cases()[1].at(CaseStep::contacted) == 24 * hour);
    CHECK(r.totals.cases()[1].at(CaseStep::closed) == 27 * hour);
    // The others are not kept by the desk.
    CHECK(r.totals.agent_time(0, 4, AgentState::idle) == 0);
    CHECK(r.totals.agent_time(1, 4, AgentState::working) == 2 * hour);
  }
  SECTION("by shifts: they work as long as they are on duty") {
    const Run r = run(calls_open("2026-03-02 10:59:00, 2026-03-02 11:00:00", "complaint", days) + cases +
                      groups("  desk: {shifts: [{agents: 1, start: 08:00, length: 9 h}]}\n"));
    REQUIRE(r.totals.cases().size() == 2);
    CHECK(r.totals.cases()[0].at(CaseStep::closed) == 6 * hour);
    CHECK(r.totals.cases()[1].at(CaseStep::closed) == 9 * hour);
  }
  SECTION("who serves callers too begins none after close") {
    const Run r =
        run(calls_open("2026-03-02 11:59:30", "complaint", days) +
            "cases: {complaint: {worked_by: tier1, work: 30 min}}\n"
            "agent_groups: {tier1: {skills: [call], shifts: [{agents: 2, start: 08:00, length: 9 h}]}}\n");
    CHECK(one(r).opened == 4 * hour + 30);
    CHECK(one(r).at(CaseStep::contacted) == 24 * hour);
  }
  SECTION("what is open at the end is told") {
    const Run r = run(calls_open("2026-03-03 10:59:00, 2026-03-03 11:00:00", "complaint", days) +
                      "cases: {complaint: {worked_by: desk, work: 3 h, answer_within: 2 h}}\n" +
                      groups("  desk: {staffing: 1}\n"));
    REQUIRE(r.totals.cases().size() == 2);
    CHECK(r.totals.cases()[0].at(CaseStep::closed) == 30 * hour);
    const Case& open = r.totals.cases()[1];
    CHECK(open.open());
    CHECK(open.until == 30 * hour);
    CHECK(open.overdue(CaseStep::answered));
    CHECK(r.sum(Count::unfinished, "complaint") == 1);
  }
}

TEST_CASE("Which case is next: first come, by priority, by deadline", "[cases]") {
  const auto order = [](const std::string& choice, const std::string& slow, const std::string& quick) {
    // The desk is taken until 8:41; at 8:11 comes a slow one, at 8:21 a quick one.
    const Run r =
        run("time: {start: 2026-03-02 08:00, length: 4 h}\n"
            "call_types:\n"
            "  first: {arrivals: {times: [08:00:00]}, talk: 1 min, opens: {slow: 100 %}}\n"
            "  second: {arrivals: {times: [08:10:00]}, talk: 1 min, opens: {slow: 100 %}}\n"
            "  third: {arrivals: {times: [08:20:00]}, talk: 1 min, opens: {quick: 100 %}}\n"
            "cases:\n"
            "  slow: {worked_by: desk, work: 40 min, answer_within: 3 h" +
            slow + "}\n" + "  quick: {worked_by: desk, work: 40 min, answer_within: 30 min" + quick + "}\n" +
            "routing: {queue_choice: " + choice + "}\n" +
            "agent_groups:\n  tier1: {skills: [first, second, third], staffing: 9}\n  desk: {staffing: 1}\n");
    REQUIRE(r.totals.cases().size() == 3);
    std::string kinds;
    for (const Case& c : r.totals.cases()) kinds += r.model.cases[c.kind].name[0];
    return kinds;
  };
  CHECK(order("priority_then_longest_wait", "", "") == "ssq");
  CHECK(order("priority_then_longest_wait", ", priority: 2", ", priority: 1") == "sqs");
  CHECK(order("priority_then_earliest_deadline", "", "") == "sqs");
  CHECK(order("priority_then_earliest_deadline", ", priority: 1", ", priority: 2") == "ssq");
}

TEST_CASE("A case near its deadline is escalated", "[cases]") {
  const auto escalated = [](const std::string& how) {
    return run(calls_open("08:00:00, 08:00:00, 08:09:00", "complaint") +
               "cases: {complaint: {worked_by: desk, work: 1 h, answer_within: 90 min, escalate: {" + how +
               "}}}\n" + groups("  desk: {staffing: 1}\n  leads: {staffing: 1}\n"));
  };
  SECTION("before the deadline, to the leads") {
    const Run r = escalated("to: leads, before: 60 min");
    // The second, opened at 8:01, goes to the leads at 8:31; the third at 8:40, but the desk has it at 9:01
    // before the leads are free again.
    const auto& cases = r.totals.cases();
    REQUIRE(cases.size() == 3);
    CHECK(cases[0].escalated == never);
    CHECK(cases[1].escalated == 31 * minute);
    CHECK(cases[1].at(CaseStep::answered) == 91 * minute);
    CHECK(cases[2].escalated == 40 * minute);
    CHECK(cases[2].at(CaseStep::answered) == 121 * minute);
  }
  SECTION("at the deadline") {
    const Run r = escalated("to: leads, after: 0 s");
    CHECK(r.totals.cases()[1].at(CaseStep::answered) == 121 * minute);  // the desk was first
    CHECK(r.totals.cases()[2].escalated == 100 * minute);
    CHECK(r.totals.cases()[2].at(CaseStep::answered) == 160 * minute);
  }
  SECTION("first in line") {
    const Run r =
        run("time: {start: 2026-03-02 08:00, length: 4 h}\n"
            "call_types:\n"
            "  first: {arrivals: {times: [08:00:00, 08:01:00]}, talk: 1 min, opens: {plain: 100 %}}\n"
            "  second: {arrivals: {times: [08:10:00]}, talk: 1 min, opens: {urgent: 100 %}}\n"
            "cases:\n"
            "  plain: {worked_by: desk, work: 1 h, priority: 2}\n"
            "  urgent: {worked_by: desk, work: 1 h, priority: 3, answer_within: 1 h, escalate: {before: 20 "
            "min}}\n"
            "agent_groups:\n  tier1: {skills: [first, second], staffing: 9}\n  desk: {staffing: 1}\n");
    CHECK(r.model.cases[r.totals.cases()[1].kind].name == "urgent");
    CHECK(r.totals.cases()[1].escalated == 51 * minute);
  }
}

TEST_CASE("Other groups of a case join later", "[cases]") {
  const Run r = run(calls_open("08:00:00, 08:00:00", "complaint") +
                    "cases: {complaint: {worked_by: [desk, {group: others, after: 30 min}], work: 1 h}}\n" +
                    groups("  desk: {staffing: 1}\n  others: {staffing: 1}\n"));
  CHECK(r.totals.cases()[0].at(CaseStep::closed) == 61 * minute);
  CHECK(r.totals.cases()[1].at(CaseStep::closed) == 91 * minute);
}

TEST_CASE("The call that ends with an agent opens the case, however it got there", "[cases]") {
  const std::string time = "time: {start: 2026-03-02 08:00, length: 4 h}\n";
  const std::string cases = "cases: {complaint: {worked_by: desk, work: 5 min}}\n";
  SECTION("a callback, not the call that promised it") {
    const Run r =
        run(time +
            "call_types: {call: {arrivals: {times: [08:10:00]}, talk: 1 min, opens: {complaint: 100 %},\n"
            "  callback: {promised: 100 %, dial: 0 s}}}\n" +
            cases + groups("  desk: {staffing: 1}\n"));
    CHECK(one(r).opened == 12 * minute);
    CHECK(r.model.call_types[one(r).from].name == "call.callback");
  }
  SECTION("after a transfer") {
    const Run r =
        run(time +
            "call_types: {call: {arrivals: {times: [08:10:00]}, talk: 1 min, opens: {complaint: 100 %},\n"
            "  transfers: [{chance: 100 %, to: tier2, talk: 3 min}]}}\n" +
            cases + groups("  tier2: {skills: [call], staffing: 1}\n  desk: {staffing: 1}\n") +
            "routing: {call: [tier1]}\n");
    CHECK(one(r).opened == 14 * minute);
  }
}

TEST_CASE("Agents between calls work on cases behind the calls", "[cases]") {
  // One agent for all: the case is begun at 8:11, the call of 8:15 waits for its end, and the second case for
  // the call.
  const Run r = run(calls_open("08:10:00, 08:15:00", "complaint") +
                    "cases: {complaint: {worked_by: tier1, work: 10 min}}\n"
                    "agent_groups: {tier1: {skills: [call], staffing: 1}}\n");
  REQUIRE(r.totals.cases().size() == 2);
  CHECK(r.of("call")[1].answered == 21 * minute);
  CHECK(r.totals.cases()[1].opened == 22 * minute);
  CHECK(r.totals.cases()[1].at(CaseStep::closed) == 32 * minute);
}
