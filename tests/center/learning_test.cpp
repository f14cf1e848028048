// Agents who learn.
#include <cmath>

#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

TEST_CASE("who learns talks less from day to day", "[learning]") {
  // Half-life of one day, half a day of service when the run begins: factor 1 + 2^-(d + 1/2) on day d.
  const Run days = run(
      "time: {start: 2026-03-02 08:00, length: 2 h, days: 3, period: 30 min}\n"
      "call_types:\n  enquiry: {arrivals: {times: [08:00:00, 09:00:00]}, talk: 100 s}\n"
      "agent_groups:\n"
      "  desk: {skills: [enquiry], staffing: 1, proficiency: {new: {share: 100 %, learning: {from: 2, to: 1, "
      "half_life: 1 day, service: 12 h}}}}\n");
  REQUIRE(days.legs.size() == 6);
  for (std::size_t i = 0; i < 6; ++i)
    CHECK(days.legs[i].talk_time == Approx(100 * (1 + std::exp2(-0.5 - static_cast<double>(i / 2)))));
}
