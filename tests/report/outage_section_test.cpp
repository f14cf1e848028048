#include <nlohmann/json.hpp>

#include "analysis/report/run_report.hpp"
#include "analysis/report/sections.hpp"
#include "catch.hpp"
#include "sim/scenario/load.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

Model failing() {
  return test::model_of(
      "time: {start: 2026-03-02 08:00, length: 10 h, days: 2}\n"
      "call_types:\n  enquiry: {arrivals: {times: [08:30, 08:40, 09:30]}, talk: 60 s, home: north}\n"
      "agent_groups:\n  desk: {skills: [enquiry], staffing: 1}\n  south_desk: {skills: [enquiry], staffing: "
      "1}\n"
      "sites:\n  north: {groups: [desk]}\n  south: {groups: [south_desk]}\n"
      "outages:\n  exchange: {at: 2026-03-02 08:35, lasts: 30 min}\n  north_down: {at: 09:00, lasts: 1 h, "
      "sites: "
      "[north]}\n"
      "served_areas:\n  town: {customers: 1, power_cuts: [{at: 10:00, lasts: 2 h}]}\n");
}

Experiment twice(const Model& model) {
  RunOptions options;
  options.replications = 2;
  return run_experiment(model, options);
}

}  // namespace

TEST_CASE("outages and power cuts, in the report for a terminal", "[report][outages]") {
  const Model model = failing();
  CHECK(outage_section(twice(model).results, {}) ==
        R"(Outages     per day  out of order
exchange      0.500         2.5 %
north_down        1          10 %

Power cuts  per day  without power
town              1           20 %

)");
}

TEST_CASE("what each site has answered, and who was turned away", "[report][sites]") {
  const Model model = failing();
  const Experiment experiment = twice(model);
  const std::string groups = group_section(experiment.results, {});
  CHECK(groups.find("Sites ") != std::string::npos);
  const auto json = nlohmann::json::parse(json_report(experiment, {"x.yaml", "0", "9", {}, {}}));
  double north = -1, south = -1, turned_away = -1, down = -1;
  for (const auto& m : json["measures"]) {
    if (m.contains("period")) continue;
    if (m["measure"] == "calls_answered" && m.value("group", "") == "site.north") north = m["estimate"];
    if (m["measure"] == "calls_answered" && m.value("group", "") == "site.south") south = m["estimate"];
    if (m["measure"] == "turned_away" && !m.contains("call_type")) turned_away = m["estimate"];
    if (m["measure"] == "outage.exchange.time_down") down = m["estimate"];
  }
  // Of six calls one was turned away, and two came while the north was down.
  CHECK(north == Approx(3.0 / 2));
  CHECK(south == Approx(2.0 / 2));
  CHECK(turned_away == Approx(1.0 / 6));
  CHECK(down == Approx(0.025));
}

TEST_CASE("with outages, sites and other work: the same bits for 1, 2 and 7 threads", "[experiment][outages]") {
  const Model model = *load_scenario(THIRDRING_SOURCE_DIR "/tests/scenario/everything_else.yaml").model;
  std::string rows, expected_rows, expected;
  for (const unsigned threads : {1U, 2U, 7U}) {
    RunOptions options;
    options.replications = 20;
    options.threads = threads;
    rows.clear();
    options.call_rows = [&](std::string_view of_one) { rows += of_one; };
    const std::string report = json_report(run_experiment(model, options), {"else.yaml", "", "", {}, {}});
    if (threads == 1) {
      expected = report;
      expected_rows = rows;
    }
    CHECK(report == expected);
    CHECK(rows == expected_rows);
  }
}
