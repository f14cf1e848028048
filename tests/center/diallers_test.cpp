// A machine that dials for idle agents.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

// Ten minutes from 8:00 with two agents; customers talk for a minute.
Run sales(const std::string& dialler, const std::string& more = "") {
  return run(
      "time: {start: 2026-03-02 08:00, length: 10 min}\n"
      "call_types: {sale: {arrivals: {dialler: {group: desk, " +
      dialler + "}}, talk: 1 min, patience: 5 s}" + more +
      "}\n"
      "agent_groups: {desk: {skills: [sale], staffing: 2}}\n");
}

std::size_t count(const Run& day, Outcome outcome) {
  std::size_t n = 0;
  for (const Leg& leg : day.of("sale")) n += leg.outcome == outcome;
  return n;
}

}  // namespace

TEST_CASE("a number for each idle agent keeps all agents busy and nobody waiting", "[diallers]") {
  const Run day = sales("reached: 100 %");
  CHECK(day.legs.size() == 20);  // the last ones from 8:09 to the close
  CHECK(count(day, Outcome::served) == 20);
  for (const Leg& leg : day.legs) {
    CHECK(leg.answered == leg.arrived);
    CHECK_FALSE(leg.has_line);
  }
}

TEST_CASE("more numbers than agents leave customers without one", "[diallers]") {
  // At 8:00 four are dialled: two talk, two have gone by 8:00:05.  At 8:01 the first agent gets free and two
  // are dialled; one waits, and the other agent, free at the same moment, takes that one.
  const Run day = sales("numbers: 2, reached: 100 %");
  CHECK(count(day, Outcome::served) == 20);
  CHECK(count(day, Outcome::abandoned) == 2);
  CHECK(day.legs[0].ended == 5);
}

TEST_CASE("numbers that still ring are not dialled again", "[diallers]") {
  const Run day = sales("reached: 100 %, dial: 15 s");
  // Dialled at 8:00, 8:01:15, ...; who would be reached at the close is not.
  CHECK(count(day, Outcome::served) == 2 * 8);
  CHECK(day.legs[0].answered == 15);
  CHECK(day.legs[2].answered == 90);
}

TEST_CASE("a dialler works in its hours, while enough agents are idle", "[diallers]") {
  const Run hours = sales("reached: 100 %, from: 08:02, until: 08:05");
  CHECK(hours.legs.size() == 2 * 3);
  CHECK(hours.legs[0].arrived == 120);
  CHECK(sales("reached: 100 %, idle: 3").legs.empty());
  CHECK(sales("reached: 100 %, idle_of_all: 3").legs.empty());
  // One customer for two agents, again whenever both are idle.
  CHECK(sales("reached: 100 %, idle: 2, numbers: 0.5").legs.size() == 10);
}

TEST_CASE("a dialler does not dial while its equipment is broken", "[diallers]") {
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 10 min}\n"
          "call_types: {sale: {arrivals: {dialler: {group: desk, reached: 100 %}}, talk: 1 min}}\n"
          "outages: {exchange: {at: 08:02:30, lasts: 2 min}}\n"
          "agent_groups: {desk: {skills: [sale], staffing: 2}}\n");
  for (const Leg& leg : day.legs) CHECK((leg.arrived <= 150 || leg.arrived >= 270));
  CHECK(day.legs.size() == 2 * 3);  // nobody gets free after it, so nothing makes it look again
}

TEST_CASE("customers reached are a share of the numbers, and callers of their own", "[diallers]") {
  const std::string text =
      "time: {start: 2026-03-02 08:00, length: 100 h}\n"
      "call_types: {sale: {arrivals: {dialler: {group: desk, numbers: 3, reached: 20 %}}, talk: 1 min}, "
      "call: {arrivals: {rate: 60/h}, talk: 1 min}}\n"
      "agent_groups: {desk: {skills: [sale, call], staffing: 4}, other: {skills: [call], staffing: ";
  const Run day = run(text + "1}}\n"), again = run(text + "1}}\n"), more = run(text + "2}}\n");
  CHECK(day.legs.size() == again.legs.size());
  // Another agent changes whom it dials for, but none of the callers.
  const auto callers = day.of("call"), same = more.of("call");
  std::vector<Seconds> arrived, also;
  for (const Leg& leg : callers) arrived.push_back(leg.arrived);
  for (const Leg& leg : same) also.push_back(leg.arrived);
  std::sort(arrived.begin(), arrived.end());
  std::sort(also.begin(), also.end());
  CHECK(arrived == also);
}
