// Agents come, pause and go.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

TEST_CASE("fewer agents: the idle go at once, the busy after their call", "[floor]") {
  const Run day = run(calls_at("08:29:30, 08:29:40, 08:30:10") + "    talk: 60 s\n    wrap_up: 10 s\n" +
                      served_by("    staffing: [3, 1]\n"));
  REQUIRE(day.legs.size() == 3);
  // Two are busy at 8:30, one of them too many: whoever is free first leaves, after wrap-up.
  CHECK(day.legs[0].ended == 1830);
  CHECK(day.legs[2].answered == 1850);
  std::vector<Seconds> offs;
  for (const AgentChange& change : day.changes)
    if (change.to == AgentState::off && change.at < 3600) offs.push_back(change.at);
  CHECK(offs == std::vector<Seconds>{1800, 1840});
}

TEST_CASE("more agents take waiting calls at once", "[floor]") {
  const Run day =
      run(calls_at("08:29:30, 08:29:40") + "    talk: 60 s\n" + served_by("    staffing: [1, 2]\n"));
  CHECK(day.legs[1].answered == 1800);
}

TEST_CASE("a break begins after the call and is taken in full", "[floor]") {
  const Run day = run(
      calls_at("08:09:30, 08:10:00, 08:14:00") + "    talk: 60 s\n" +
      served_by(
          "    shifts: [{agents: 1, start: 08:00, length: 50 min, breaks: [{at: 08:10, length: 5 min}]}]\n"));
  REQUIRE(day.legs.size() == 3);
  CHECK(day.legs[0].ended == 630);
  CHECK(day.legs[1].answered == 630 + 300);
  CHECK(day.legs[2].answered == 990);
  CHECK(day.agent_time(AgentState::on_break) == 300);
  CHECK(day.agent_time(AgentState::idle) == 3000 - 180 - 300);
}

TEST_CASE("a shift ends with the call in progress", "[floor]") {
  const Run day = run(calls_at("08:49:30, 08:49:40") + "    talk: 60 s\n    patience: 2 min\n" +
                      served_by("    shifts: [{agents: 1, start: 08:00, length: 50 min}]\n"));
  CHECK(day.sum(Count::answered) == 1);
  CHECK(day.sum(Count::abandoned) == 1);
  CHECK(day.agent_time(AgentState::talking) == 60);
  CHECK(day.agent_time(AgentState::idle) == 3000 - 30);
}

TEST_CASE("shrinkage keeps the expected share away, the same agents in every plan", "[floor]") {
  const auto staffed = [](int agents, std::uint64_t replication) {
    return run(calls_at("08:00:00") + "    talk: 60 s\n" +
                   served_by("    staffing: " + std::to_string(agents) + "\n    shrinkage: 20 %\n"),
               1, replication)
        .changes;
  };
  double there = 0;
  for (std::uint64_t r = 0; r < 100; ++r) {
    std::size_t of_40 = 0, of_41 = 0;
    for (const AgentChange& change : staffed(40, r)) of_40 += change.from == AgentState::off;
    for (const AgentChange& change : staffed(41, r)) of_41 += change.from == AgentState::off;
    CHECK((of_41 == of_40 || of_41 == of_40 + 1));
    there += static_cast<double>(of_40);
  }
  // 4000 agents-days, sd of the share 0.0063.
  CHECK(there / 4000 == Approx(0.8).margin(4 * 0.0063));
}

TEST_CASE("a centre opens again the next day", "[floor]") {
  const Run days =
      run("time: {start: 2026-03-02 08:00, days: 2, hours: 08:00-09:00, period: 30 min}\n"
          "call_types:\n  enquiry: {arrivals: {rate: 60/h}, talk: 60 s}\n" +
          served_by("    staffing: 4\n"));
  CHECK(days.model.calendar.days.size() == 2);
  bool second_day = false;
  for (const Leg& leg : days.legs) {
    CHECK((leg.arrived < 3600 || leg.arrived >= 86400));
    second_day |= leg.arrived >= 86400;
  }
  CHECK(second_day);
  // Nobody is paid for the night.
  const double paid = days.agent_time(AgentState::idle) + days.agent_time(AgentState::talking);
  CHECK(paid >= 2 * 4 * 3600);
  CHECK(paid < 2 * 4 * 3600 + 4 * 1200);
}
