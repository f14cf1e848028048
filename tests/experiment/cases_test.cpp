// What an experiment tells of cases.
#include "analysis/experiment/case_measures.hpp"
#include "analysis/experiment/experiment.hpp"
#include "analysis/report/run_report.hpp"
#include "catch.hpp"
#include "sim/scenario/load.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

// Two faults at 8:11 and one crew: on site after 25 and 65 min, repaired after 40 and 80 min.  A third one
// comes at 11:56 and nobody gets to it any more.
const std::string faults =
    "time: {start: 2026-03-02 08:00, length: 4 h}\n"
    "call_types: {call: {arrivals: {times: [08:10:00, 08:10:00, 11:50:00, 11:55:00]}, talk: 1 min, opens: "
    "{fault: 100 %}}}\n"
    "cases: {fault: {worked_by: crews, travel: 25 min, work: 15 min, on_site_within: 45 min}}\n"
    "agent_groups: {tier1: {skills: [call], staffing: 2}, crews: {staffing: 1}}\n";

Experiment experiment(const Model& model, unsigned threads = 1, std::uint64_t replications = 2) {
  RunOptions options;
  options.replications = replications;
  options.threads = threads;
  return run_experiment(model, options);
}

double value(const Experiment& e, const std::string& name) {
  const CaseMeasure* const measure = find_case_measure(name);
  REQUIRE(measure);
  return e.results.cases(static_cast<std::size_t>(measure - case_measures().data()), {}).value;
}

}  // namespace

TEST_CASE("Measures of cases by hand", "[cases][measures]") {
  const Model model = model_of(faults);
  const Experiment e = experiment(model);
  // The third is opened at 11:51 and on site at 12:16; the fourth waits when the run ends at 12:31.
  CHECK(value(e, "cases.opened") == 4);
  CHECK(value(e, "cases.on_site") == 3);
  CHECK(value(e, "cases.closed") == 3);
  CHECK(value(e, "cases.unfinished") == 1);
  CHECK(value(e, "cases.overdue") == 0);
  CHECK(value(e, "cases.on_site_in_time") == Approx(2.0 / 3));
  CHECK(value(e, "cases.on_site_lateness") == 20 * 60);
  CHECK(value(e, "cases.on_site_time") == Approx((25 + 65 + 25) * 60 / 3.0));
  CHECK(value(e, "cases.on_site_time_max") == 65 * 60);
  CHECK(value(e, "cases.answer_time") == Approx((40 + 80 + 40) * 60 / 3.0));
  CHECK(value(e, "cases.on_site_time_p50") == Approx(25 * 60).epsilon(0.03));
}

TEST_CASE("Agreements on cases name their statistic", "[cases][agreements]") {
  const Model model =
      model_of(faults +
               "agreements:\n"
               "  share: {share: on_site_within 45 min, of: [fault], at_least: 90 %, per: run, penalty: 7}\n"
               "  mean: {statistic: mean, measure: on_site, of: [fault], at_most: 45 min, per: run}\n"
               "  maximum: {statistic: maximum, measure: on_site, at_most: 45 min, per: run}\n"
               "  median: {percentile: 50 %, measure: answer, at_most: 45 min}\n"
               "  high: {percentile: 95 %, measure: answer, at_most: 45 min}\n"
               "  hourly: {statistic: mean, measure: answer, at_most: 45 min, per: period}\n"
               "  wait: {statistic: mean, measure: wait, of: [call], at_most: 20 s}\n"
               "  longest: {statistic: maximum, measure: wait, of: [call], at_most: 20 s, per: run}\n"
               "  most: {percentile: 80 %, measure: wait, of: [call], at_most: 20 s, per: run}\n");
  const Experiment e = experiment(model);
  const auto result = [&](const std::string& name) {
    for (std::size_t a = 0; a < model.agreements.size(); ++a)
      if (model.agreements[a].name == name) return e.results.agreement(a);
    FAIL("no agreement " << name);
    return AgreementResult{};
  };
  CHECK(result("share").achieved.value == Approx(2.0 / 3));
  CHECK(result("share").breach.value == 1);
  CHECK(result("share").shortfall.value == Approx(0.9 - 2.0 / 3));
  CHECK(result("share").penalty.value == 7);
  CHECK(result("mean").achieved.value == Approx(115 * 60 / 3.0));
  CHECK_FALSE(result("mean").breached);
  CHECK(result("maximum").achieved.value == 65 * 60);
  CHECK(result("maximum").shortfall.value == 20 * 60);
  CHECK(result("median").achieved.value == 40 * 60);
  CHECK(result("high").achieved.value == 80 * 60);
  // The first two in one period, with a mean of 60 min; the third in another.
  CHECK(result("hourly").breach.value == 0.5);
  CHECK(result("hourly").shortfall.value == 15 * 60);
  CHECK(result("wait").achieved.value == 0);
  CHECK(result("longest").achieved.value == 0);
  CHECK(result("most").achieved.value == 0);
  CHECK(result("most").breach.value == 0);
}

TEST_CASE("Cases are in the reports, the same for any number of threads", "[cases][report]") {
  Loaded loaded = load_scenario(THIRDRING_SOURCE_DIR "/scenarios/repair_crews.yaml");
  REQUIRE(loaded.model);
  std::string first;
  for (const unsigned threads : {1U, 2U, 3U}) {
    const Experiment e = experiment(*loaded.model, threads, 7);
    const std::string rows = csv_rows(e, {});
    if (threads == 1) first = rows;
    CHECK(rows == first);
    if (threads > 1) continue;
    CHECK(rows.find("cases.on_site_in_time,urban,") != std::string::npos);
    CHECK(json_report(e, {}).find("\"cases.overdue\"") != std::string::npos);
    const std::string text = terminal_report(e, {}, {});
    for (const char* words : {"Cases", "opened per day", "open at the end of the run", "Deadlines of cases",
                              "on site in time", "if not, late by", "Times of cases", "90 % within"})
      CHECK(text.find(words) != std::string::npos);
  }
}

TEST_CASE("The trace of cases has a row for each", "[cases][trace]") {
  const Model model = model_of(faults);
  RunOptions options;
  options.replications = 1;
  std::string rows, legs;
  options.case_rows = [&](std::string_view more) { rows += more; };
  options.call_rows = [&](std::string_view more) { legs += more; };
  run_experiment(model, options);
  CHECK(rows.starts_with(
      "0,fault,3,1,call,660.000,2160.000,2160.000,3060.000,3060.000,,3360.000,,,,3060.000,closed\n"));
  CHECK(rows.find(",call,14160.000,,,,,,16860.000,,,,16260.000,opened\n") != std::string::npos);
  CHECK(legs.find(",fault,call,crews,") != std::string::npos);
}
