// The working-day calendar, against tables of dates written by hand.
#include <chrono>

#include "catch.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/units.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

struct Row {
  const char *opened, *due;  // due: the date on which it ends at 17:30
  std::uint32_t days;
};

void check(const std::string& start, const std::string& working_days, const std::vector<Row>& rows) {
  const Model model =
      model_of("time: {start: " + start +
               " 07:00, length: 12 h, days: 60, period: 12 h}\n"
               "call_types: {call: {arrivals: {rate: 1/h}, talk: 1 min, opens: {complaint: 5 %}}}\n"
               "cases: {complaint: {worked_by: desk, work: 1 min, answer_within: 30 working days}}\n"
               "working_days: {days: mon-fri, hours: 08:30-17:30" +
               working_days +
               "}\n"
               "agent_groups: {tier1: {skills: [call], staffing: 1}, desk: {staffing: 1}}\n");
  Start first;
  REQUIRE(Leaf<Start>::read(start + " 07:00", first));
  const auto seconds = [&](const std::string& text) {
    Start moment;
    REQUIRE(Leaf<Start>::read(text, moment));
    return static_cast<double>((moment.date - first.date).count()) * 86400 + *moment.clock - *first.clock;
  };
  for (const Row& row : rows) {
    INFO(row.days << " working days after " << row.opened);
    CHECK(model.working_days.end_after(seconds(row.opened), row.days) ==
          seconds(std::string(row.due) + " 17:30"));
  }
}

}  // namespace

TEST_CASE("Working days round holidays, weekends and make-up days", "[cases][calendar]") {
  check("2026-09-21", ", holidays: [2026-10-01 to 2026-10-07], make_up_days: [2026-09-27, 2026-10-10]",
        {{"2026-09-21 10:00", "2026-09-22", 1},
         {"2026-09-21 07:30", "2026-09-22", 1},     // before hours: that day
         {"2026-09-21 17:29:59", "2026-09-22", 1},  // within hours
         {"2026-09-21 17:30", "2026-09-23", 1},     // after hours: the next day
         {"2026-09-25 10:00", "2026-09-27", 1},     // Friday, to the Sunday made up
         {"2026-09-25 18:00", "2026-09-28", 1},
         {"2026-09-26 12:00", "2026-09-28", 1},
         {"2026-09-27 12:00", "2026-09-28", 1},
         {"2026-09-30 10:00", "2026-10-08", 1},  // over the holidays, and the month's end
         {"2026-09-30 10:00", "2026-10-10", 3},  // to the Saturday made up
         {"2026-10-03 10:00", "2026-10-09", 1},
         {"2026-09-28 09:00", "2026-10-13", 7},
         {"2026-10-09 17:30", "2026-10-12", 1}});
}

TEST_CASE("Working days over the end of a year and a leap day", "[cases][calendar]") {
  check("2027-12-27", ", holidays: [2028-01-03]",
        {{"2027-12-30 10:00", "2027-12-31", 1},
         {"2027-12-30 10:00", "2028-01-04", 2},
         {"2027-12-31 17:30", "2028-01-05", 1},
         {"2028-01-31 10:00", "2028-03-13", 30},
         {"2028-02-24 10:00", "2028-02-29", 3}});
  check("2028-02-21", "",
        {{"2028-02-28 10:00", "2028-02-29", 1},
         {"2028-02-28 10:00", "2028-03-01", 2},
         {"2028-02-29 18:00", "2028-03-02", 1}});
  check("2027-02-22", "", {{"2027-02-26 10:00", "2027-03-01", 1}, {"2027-02-26 18:00", "2027-03-02", 1}});
}

TEST_CASE("Deadlines are there for whatever is opened in the run, and after its last close",
          "[cases][calendar]") {
  const Model model = model_of(
      "time: {start: 2026-03-02 08:00, length: 4 h, days: 2}\n"
      "call_types: {call: {arrivals: {rate: 1/h}, talk: 1 min, opens: {complaint: 5 %}}}\n"
      "cases: {complaint: {worked_by: desk, work: 1 min, answer_within: 1 working day}}\n"
      "working_days: {}\n"
      "agent_groups: {tier1: {skills: [call], staffing: 1}, desk: {staffing: 1}}\n");
  CHECK(model.working_days.end_after(0, 1) == 33.5 * 3600);
  CHECK(model.working_days.end_after(20 * 86400.0, 1) < never);
  CHECK(model.working_days.end_after(0, 1000) == never);
}

TEST_CASE("Cases that are hardly meant so", "[cases][warnings]") {
  const Loaded loaded = load_scenario_text(
      "time: {start: 2026-03-02 08:00, length: 4 h}\n"
      "call_types: {call: {arrivals: {rate: 1/h}, talk: 1 min, opens: {fault: 5 %}}}\n"
      "cases:\n"
      "  complaint: {worked_by: desk, work: 10 min}\n"
      "  fault: {worked_by: crews, travel: 40 min, work: 30 min, on_site_within: 30 min, answer_within: 1 "
      "h}\n"
      "agent_groups: {tier1: {skills: [call], staffing: 1}, desk: {staffing: 0}, crews: {staffing: 1}}\n",
      "test.yaml");
  REQUIRE(loaded.model);
  std::string text;
  for (const Problem& warning : loaded.warnings) text += warning.text() + '\n';
  CHECK(text ==
        "test.yaml:4:3: cases.complaint: expected a call that opens these cases (opens, or a step open), got "
        "none\n"
        "test.yaml:4:3: cases.complaint: expected somebody on duty who works these cases, got nobody in the "
        "whole run\n"
        "test.yaml:5:75: cases.fault.on_site_within: expected a deadline that leaves time for the way there "
        "(40 min in "
        "the mean), got 30 min\n"
        "test.yaml:5:98: cases.fault.answer_within: expected a deadline that leaves time for travel and work "
        "(70 min in "
        "the mean), got 1 h\n");
}
