// Which centres can be run without events.
#include "catch.hpp"
#include "sim/measures/offered_wait/fits.hpp"
#include "tests/support/one_pool.hpp"

using namespace thirdring;
using test::model_of;
using test::Parts;

TEST_CASE("whatever needs events has them", "[offered_wait]") {
  const Parts fitting;
  REQUIRE(fits_offered_wait(fitting.model()));
  const std::string redials = ", redial: {delay: 1 min, ";
  for (const std::string& also :
       {std::string(", menu: 5 s"), std::string(", queue_capacity: 10"), redials + "after_abandoning: 1 %}",
        ", balk: 1 %" + redials + "after_balking: 1 %}", ", solved: 99 %" + redials + "after_unsolved: 1 %}",
        std::string(", hold: {chance: 1 %, time: 1 min}"),
        std::string(", callback: {dial: 5 s, offer: always}"),
        std::string(", transfers: [{chance: 1 %, to: agents}]")}) {
    CAPTURE(also);
    Parts parts;
    parts.type += also;
    CHECK_FALSE(fits_offered_wait(parts.model()));
  }
  for (const std::string group :
       {"staffing: 3, pick_up: 1 s", "shifts: [{start: 08:00, length: 2 h, agents: 3}]",
        "staffing: 3}, others: {skills: [calls], staffing: 1"}) {
    CAPTURE(group);
    Parts parts;
    parts.group = group;
    CHECK_FALSE(fits_offered_wait(parts.model()));
  }
  Parts parts;
  parts.more = "lines: 20\n";
  CHECK_FALSE(fits_offered_wait(parts.model()));
  parts.more = "routing: {calls: [{group: agents, after: 10 s}]}\n";
  CHECK_FALSE(fits_offered_wait(parts.model()));
  CHECK_FALSE(fits_offered_wait(
      model_of("time: {length: 1 h}\n"
               "call_types:\n"
               "  calls: {arrivals: {rate: 60/h}, talk: 1 min, escalation: {chance: 1 %, talk: 1 min}}\n"
               "agent_groups: {agents: {skills: [calls, escalation], staffing: 3, team_lead: agents}}\n")));
  Model reserved = fitting.model();
  reserved.groups[0].reservations.push_back({0, 1});
  CHECK_FALSE(fits_offered_wait(reserved));

  // Chances of redials that come to nothing.
  for (const std::string& also : {", patience: never" + redials + "after_abandoning: 50 %}",
                                  redials + "after_unsolved: 50 %, after_balking: 50 %}",
                                  redials + "after_abandoning: 50 %, at_most: 0}"}) {
    CAPTURE(also);
    parts = {};
    parts.type = "talk: 1 min" + also;
    CHECK(fits_offered_wait(parts.model()));
  }
}
