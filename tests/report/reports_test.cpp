#include <nlohmann/json.hpp>
#include <sstream>

#include "analysis/report/compare_report.hpp"
#include "analysis/report/run_report.hpp"
#include "catch.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

/// One agent, talks of exactly 10 min: of three calls the second waits 9 min.
Model tiny() {
  return test::model_of("name: Tiny\nwhy: For the exact words.\n" + test::calls_at("08:01, 08:02, 08:40") +
                        "    talk: 10 min\n" + test::served_by("    staffing: 1\n    pick_up: 0 s\n") +
                        "agreements: {in_time: {share: answered_within 20 s, at_least: 90 %, per: day}}\n");
}

Experiment twice(const Model& model) {
  RunOptions options;
  options.replications = 2;
  return run_experiment(model, options);
}

const Origin origin{"=tiny.yaml", "0123456789abcdef", "9.9.9", {"a.b=2 min"}, {{"", Sentence("doubtful")}}};

}  // namespace

TEST_CASE("the whole report for a terminal", "[report]") {
  const Model model = tiny();
  CHECK(terminal_report(twice(model), origin, {}) ==
        R"(Tiny
For the exact words.
2 replications of 1 day from 2026-03-02 08:00, 6 calls; intervals of 95 % confidence

Agreements                  asked  reached           breached  short by  penalty per day
in_time     at least 90 % per day   66.7 %  100 % (34 to 100)    23.3 %                -

Calls                  enquiry
calls                        3
calls answered               3
service level           66.7 %
answered within rings   66.7 %
delay probability       33.3 %
speed of answer          180 s
mean wait                180 s
wait p90                 539 s
wait p99                 544 s
max wait                 540 s
mean queue               0.150
longest queue                1
rings heard               36.7
talk time               10 min
handle time             10 min
solved                   100 %

Groups                 tier1
agents                     1
occupancy               50 %
utilisation             50 %
calls answered             3
calls per agent hour       3
handle time           10 min
paid hours               1 h

Periods  calls  in time %  by ring %  abandoned %  answer s  agents  occupancy %
08:00        2         50         50            0       270       1         66.7
08:30        1        100        100            0         0       1         33.3

A formula's answer     simulated  Erlang C
service level             66.7 %    45.2 %
answered within rings     66.7 %    45.0 %
delay probability         33.3 %    55.6 %
mean wait                  180 s  15.0 min
Erlang C for each period by itself in the long run;
fed with the simulated calls and agents present, handle time 10 min.
It leaves out: what a period leaves to the next, calls at given times,
laws other than the exponential.

Intervals rest on 2 replications: take 10 or more to rely on them.
Warning: doubtful
The same numbers again: thirdring run =tiny.yaml --set 'a.b=2 min' --seed 1 --replications 2
Scenario 0123456789abcdef, thirdring 9.9.9
Engine: offered_wait
)");
}

TEST_CASE("JSON with everything and without NaN", "[report]") {
  const Model model = tiny();
  const std::string text = json_report(twice(model), origin);
  CHECK(text.find("nan") == std::string::npos);
  const auto report = nlohmann::json::parse(text);
  CHECK(report["schema_version"] == 1);
  CHECK(report["version"] == "9.9.9");
  CHECK(report["scenario"]["hash"] == "0123456789abcdef");
  CHECK(report["scenario"]["overrides"] == nlohmann::json{"a.b=2 min"});
  CHECK(report["run"]["seed"] == 1);
  CHECK(report["run"]["replications"] == 2);
  CHECK(report["run"]["status"] == "complete");
  CHECK(report["run"]["engine"] == "offered_wait");
  CHECK(report["agreements"][0]["name"] == "in_time");
  CHECK(report["agreements"][0]["breached"] == true);
  CHECK(report["agreements"][0]["breach"]["estimate"] == 1);

  bool speed = false, unknown_lines = false, period = false;
  for (const auto& m : report["measures"]) {
    if (m["measure"] == "speed_of_answer" && m.value("call_type", "") == "enquiry" && !m.contains("period")) {
      speed = true;
      CHECK(m["estimate"] == 180);
      CHECK(m["low"] == 180);
      CHECK(m["unit"] == "seconds");
      CHECK(m["replications"] == 2);
    }
    if (m["measure"] == "lines_busy" && !m.contains("period")) unknown_lines = m["estimate"].is_null();
    if (m["measure"] == "calls" && m.value("period", "") == "08:30" && !m.contains("call_type")) {
      period = true;
      CHECK(m["estimate"] == 1);
    }
  }
  CHECK(speed);
  CHECK(unknown_lines);
  CHECK(period);
}

TEST_CASE("tidy CSV", "[report]") {
  const Model model = tiny();
  CHECK(csv_header() == "scenario,measure,call_type,group,period,estimate,low,high,unit,n\n");
  const std::string rows = csv_rows(twice(model), origin);
  const auto has = [&](const std::string& row) { return rows.find(row + '\n') != std::string::npos; };
  // A name that a spreadsheet would take for a formula.
  CHECK(has("'=tiny.yaml,calls,,,,3,3,3,calls,2"));
  CHECK(has("'=tiny.yaml,calls,enquiry,,08:00,2,2,2,calls,2"));
  CHECK(has("'=tiny.yaml,lines_busy,,,,,,,share,2"));
  CHECK(has("'=tiny.yaml,agreement.in_time.penalty,,,,0,0,0,money,2"));
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) CHECK(std::count(line.begin(), line.end(), ',') == 9);
}

TEST_CASE("a comparison for a terminal, in JSON and CSV", "[report]") {
  const Model slow = tiny();
  Model fast = slow;
  fast.call_types[0].talk = Distribution::constant(30);
  RunOptions options;
  options.replications = 2;
  const Comparison comparison = compare_models({&slow, &fast}, options);
  const std::vector<Origin> origins = {{"slow.yaml", "a", "1", {}, {}}, {"fast.yaml", "b", "1", {}, {}}};
  const std::string text = terminal_report(comparison, origins, {});
  CHECK(text.find("fast.yaml against slow.yaml") != std::string::npos);
  CHECK(text.find("speed_of_answer") != std::string::npos);
  CHECK(text.find("-180 s") != std::string::npos);
  const auto json = nlohmann::json::parse(json_report(comparison, origins));
  CHECK(json["differences"].size() == comparison.differences[0].size());
  CHECK(csv_report(comparison, origins)
            .find("fast.yaml,slow.yaml,speed_of_answer,,,-180,-180,-180,,,seconds,2\n") != std::string::npos);
}

TEST_CASE("a terminal is not flooded with periods", "[report]") {
  const Model model = test::model_of(
      "time: {start: 2026-03-02 00:00, days: 7, period: 60 min}\n"
      "call_types: {enquiry: {arrivals: {rate: 1/h}, talk: 1 min}}\n"
      "agent_groups: {tier1: {skills: [enquiry], staffing: 1}}\n");
  const std::string report = terminal_report(twice(model), origin, {});
  CHECK(report.find("\nPeriods: 168 of them, too many to read here; see --format csv or json\n\n") !=
        std::string::npos);
  CHECK(report.find("2026-03-03 00:00") == std::string::npos);
}
