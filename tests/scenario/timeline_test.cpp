// Days, periods and what follows from them.
#include <fmt/format.h>

#include "catch.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;

namespace {

Model with(const std::string& time, const std::string& group = "staffing: 1",
           const std::string& arrivals = "{rate: 60/h}") {
  Loaded loaded =
      load_scenario_text(fmt::format("time: {}\ncall_types:\n  a: {{arrivals: {}, talk: 1 s, patience: 1 "
                                     "min}}\nagent_groups:\n  g: {{skills: [a], {}}}\n",
                                     time, arrivals, group),
                         "x");
  for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  REQUIRE(loaded.model);
  return *loaded.model;
}

}  // namespace

TEST_CASE("One day", "[scenario][calendar]") {
  const Calendar c = with("{start: 2026-03-02 08:00, length: 100 min}").calendar;
  REQUIRE(c.days.size() == 1);
  CHECK(c.start == "2026-03-02 08:00");
  CHECK(c.days[0].date == "2026-03-02");
  CHECK(c.horizon() == 6000);
  REQUIRE(c.periods.size() == 5);  // the last open one is shorter; the closed one has no end
  CHECK(c.periods[3].start == 5400);
  CHECK(c.periods[3].label == "09:30");
  CHECK((c.periods[4].start == 6000 && !c.periods[4].open));
  CHECK(c.days[0].closed == 4);
  CHECK(c.end_of(4) == never);
}

TEST_CASE("Days by weekday, some closed", "[scenario][calendar]") {
  const Model m =
      with("{start: 2026-03-06, days: 4, hours: {mon-fri: 08:00-12:00, sat: 09:00-11:00}, period: 1 h}",
           "shifts: [{agents: 2, start: 08:00, length: 4 h, days: [mon, sat]}, {agents: 1, start: 08:00, "
           "length: 4 h, days: [fri]}]");
  const Calendar& c = m.calendar;
  REQUIRE(c.days.size() == 3);  // Friday, Saturday, Monday
  CHECK(c.start == "2026-03-06 08:00");
  CHECK((c.days[1].date == "2026-03-07" && c.days[1].opens == 25 * 3600 && c.days[1].closes == 27 * 3600));
  CHECK(c.days[2].opens == 72 * 3600);
  CHECK((c.days[1].first == 5 && c.days[1].closed == 7 && c.days[2].first == 8));
  CHECK(c.periods[5].label == "2026-03-07 09:00");
  CHECK((c.periods[7].day == 1 && !c.periods[7].open));
  REQUIRE(m.groups[0].shifts.size() == 5);
  CHECK(m.groups[0].shifts[0].start == 24 * 3600);
}

TEST_CASE("Around the clock", "[scenario][calendar]") {
  const Model m = with("{start: 2026-03-02 06:00, days: 3, period: 6 h}",
                       "shifts: [{agents: 1, start: 22:00, length: 10 h}]");
  REQUIRE(m.calendar.days.size() == 3);
  CHECK(m.calendar.periods.size() == 15);
  CHECK(m.calendar.periods[4].start == m.calendar.periods[5].start);  // closed for no time
  CHECK(m.calendar.horizon() == 3 * 86400);
  // The night shift of the eve is there when the run begins.
  REQUIRE(m.groups[0].shifts.size() == 4);
  CHECK((m.groups[0].shifts[0].start == 0 && m.groups[0].shifts[0].end == 2 * 3600));
  CHECK((m.groups[0].shifts[1].start == 16 * 3600 && m.groups[0].shifts[1].end == 26 * 3600));
}

TEST_CASE("Hours beyond midnight, and one long opening", "[scenario][calendar]") {
  const Model night = with("{start: 2026-03-02, days: 2, hours: 20:00-04:00, period: 2 h}",
                           "staffing: [1, 2, 3, 4]", "{times: [21:00, 02:00]}");
  CHECK(night.calendar.days[0].closes == 8 * 3600);
  CHECK(night.call_types[0].arrivals.times == std::vector<Seconds>{3600, 6 * 3600, 25 * 3600, 30 * 3600});
  CHECK(night.groups[0].staffing == std::vector<std::uint32_t>{1, 2, 3, 4, 0, 1, 2, 3, 4, 0});
  const Model longest =
      with("{start: 2026-03-02 08:00, length: 48 h, period: 12 h}", "staffing: 1", "{times: [09:00]}");
  CHECK(longest.calendar.days.size() == 1);
  CHECK(longest.calendar.periods[1].label == "2026-03-02 20:00");
  CHECK(longest.call_types[0].arrivals.times == std::vector<Seconds>{3600, 25 * 3600});
}

TEST_CASE("Volumes of the whole run", "[scenario][calendar]") {
  const Model m = with("{start: 2026-03-02, days: 2, hours: 08:00-10:00, period: 1 h}",
                       "staffing: [1, 2, 3, 4]", "{volumes: [36, 72, 108, 144]}");
  CHECK(m.call_types[0].arrivals.rate[0] == Approx(0.01));
  CHECK(m.call_types[0].arrivals.rate[4] == Approx(0.04));
  CHECK(m.groups[0].staffing == std::vector<std::uint32_t>{1, 2, 0, 3, 4, 0});
}
