// Cases by hand, and against exact answers.
#include "analysis/queueing/erlang.hpp"
#include "analysis/statistics/intervals.hpp"
#include "catch.hpp"
#include "sim/measures/fingerprint.hpp"
#include "sim/measures/simulate.hpp"
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
  const Call leg = r.of("complaint")[0];
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

TEST_CASE("Crews against the exact M/M/n", "[cases][exact]") {
  // The way there is the service; the call before it takes no time.
  const Model model = model_of(
      "time: {start: 2026-03-02 00:00, length: 2000 h, period: 1000 h}\n"
      "call_types: {call: {arrivals: {rate: 7/h}, talk: 0 s, opens: {fault: 100 %}}}\n"
      "cases: {fault: {worked_by: crews, travel: {distribution: exponential, mean: 30 min}, work: 0 s}}\n"
      "agent_groups: {tier1: {skills: [call], staffing: 20}, crews: {staffing: 5}}\n");
  Simulator simulator(model);
  const ErlangC exact({7.0 / 3600, 1.0 / 1800, 5});
  BivariateMoments times, delayed;
  for (std::uint64_t replication = 0; replication < 20; ++replication) {
    const Totals& totals = *simulator.run(1, replication);
    double sum = 0, done = 0, waited = 0;
    for (const Case& c : totals.cases())
      if (!c.open()) sum += c.at(CaseStep::on_site) - c.opened, done += 1;
    const TypeId fault = model.cases[0].type;
    for (std::size_t cell = totals.layout.first_cell(fault); cell < totals.layout.end_cell(fault); ++cell)
      for (PeriodId p = 0; p < totals.layout.periods(); ++p) waited += totals.count(cell, p, Count::waited);
    times.add({sum, done});
    delayed.add({waited, done});
  }
  const Estimate time = ratio_interval(times, 0.999), delay = ratio_interval(delayed, 0.999);
  INFO("times " << time.low << " to " << time.high << ", delayed " << delay.low << " to " << delay.high);
  CHECK(time.low <= exact.mean_wait() + 1800);
  CHECK(exact.mean_wait() + 1800 <= time.high);
  CHECK(time.half_width() < 0.03 * time.value);
  CHECK(delay.low <= exact.delay_probability());
  CHECK(exact.delay_probability() <= delay.high);
}

TEST_CASE("Cases are conserved, and the same in every run", "[cases][conservation]") {
  const Model model = model_of(
      "time: {start: 2026-03-02 08:00, length: 6 h, days: 4, period: 1 h}\n"
      "call_types: {call: {arrivals: {rate: 40/h}, talk: {distribution: exponential, mean: 3 min},\n"
      "  patience: {distribution: exponential, mean: 2 min}, opens: {complaint: 20 %, fault: 20 %}}}\n"
      "cases:\n"
      "  complaint: {worked_by: [desk, {group: tier1, after: 20 min}], contact: 3 min, wrap_up: 2 min,\n"
      "    work: {distribution: lognormal, mean: 15 min, cv: 1}, answer_within: 1 h, escalate: {to: leads, "
      "before: 10 min}}\n"
      "  fault: {worked_by: crews, travel: {distribution: exponential, mean: 20 min}, work: 10 min,\n"
      "    on_site_within: 45 min, escalate: {before: 10 min}}\n"
      "agent_groups:\n"
      "  tier1: {skills: [call], staffing: 3, shrinkage: 10 %}\n"
      "  desk: {shifts: [{agents: 2, start: 09:00, length: 8 h, breaks: [{at: 12:00, length: 30 min}]}]}\n"
      "  leads: {staffing: 1}\n  crews: {staffing: 3, shrinkage: 10 %}\n");
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Simulator simulator(model), again(model);
    Fingerprint one_print, other_print;
    const Totals& totals = *simulator.run(seed, 0, &one_print);
    again.run(seed, 1);
    again.run(seed, 0, &other_print);
    CHECK(one_print.value() == other_print.value());
    double closed = 0, unfinished = 0, opened = 0;
    for (const Case& c : totals.cases()) {
      ++opened;
      closed += !c.open();
      unfinished += c.open();
      CHECK(c.opened <= c.until);
      for (std::size_t i = 0; i < case_steps; ++i)
        if (c.done[i] < never) CHECK((c.done[i] >= c.opened && c.done[i] <= c.until));
    }
    CHECK(opened == closed + unfinished);
    double legs = 0;
    for (const char* type : {"complaint", "fault"}) {
      const Layout& layout = totals.layout;
      for (TypeId t = 0; t < model.call_types.size(); ++t)
        if (model.call_types[t].name == type)
          for (std::size_t cell = layout.first_cell(t); cell < layout.end_cell(t); ++cell)
            for (PeriodId p = 0; p < layout.periods(); ++p) legs += totals.count(cell, p, Count::answered);
    }
    CHECK(legs == closed);
  }
}

TEST_CASE("Cases move nobody's numbers", "[cases]") {
  const auto legs = [](const std::string& opens) {
    return run("time: {start: 2026-03-02 08:00, length: 2 h}\n"
               "call_types:\n"
               "  call: {arrivals: {rate: 60/h}, talk: {distribution: exponential, mean: 3 min}, wrap_up: 20 "
               "s,\n"
               "         patience: {distribution: exponential, mean: 2 min}" +
               opens +
               "}\n"
               "cases: {complaint: {worked_by: desk, work: {distribution: exponential, mean: 10 min}}}\n"
               "agent_groups: {tier1: {skills: [call], staffing: 3}, desk: {staffing: 1}}\n")
        .of("call");
  };
  const std::vector<Call> without = legs(""), with = legs(", opens: {complaint: 40 %}");
  REQUIRE(without.size() == with.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    CHECK(with[i].arrived == without[i].arrived);
    CHECK(with[i].ended == without[i].ended);
    CHECK(with[i].talk_time == without[i].talk_time);
    CHECK(with[i].outcome == without[i].outcome);
  }
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
