#include <cmath>

#include "analysis/experiment/experiment.hpp"
#include "catch.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

/// One agent, talks of exactly 10 min: of three calls at 8:01, 8:02 and 8:40 the second waits 9 min.
Model hour(const std::string& agreements) {
  return test::model_of(test::calls_at("08:01, 08:02, 08:40") + "    talk: 10 min\n" +
                        test::served_by("    staffing: 1\n    pick_up: 0 s\n") + "agreements:\n" +
                        agreements);
}

AgreementResult judged(const std::string& agreement, std::uint64_t replications = 1) {
  const Model model = hour("  a: {" + agreement + "}\n");
  RunOptions options;
  options.replications = replications;
  return run_experiment(model, options).results.agreement(0);
}

}  // namespace

TEST_CASE("an agreement per day", "[experiment]") {
  const AgreementResult r = judged("share: answered_within 20 s, at_least: 90 %, per: day, penalty: 300");
  CHECK(r.achieved.value == Approx(2.0 / 3));
  CHECK(r.breached);
  CHECK(r.breach.value == 1);
  CHECK(r.shortfall.value == Approx(0.9 - 2.0 / 3));
  CHECK(r.penalty.value == 300);
}

TEST_CASE("an agreement per period leaves out periods without calls", "[experiment]") {
  // 8:00 has a call in time and a late one, 8:30 one in time; nobody calls after 9:00.
  const AgreementResult r = judged("share: answered_within 20 s, at_least: 60 %, per: period, penalty: 10");
  CHECK(r.breach.value == 0.5);
  CHECK(r.shortfall.value == Approx(0.1));
  CHECK(r.penalty.value == 10);
  CHECK_FALSE(r.breached);  // over the whole run two of three are in time
}

TEST_CASE("agreements on other measures", "[experiment]") {
  CHECK(judged("measure: speed_of_answer, at_most: 3 min, per: day").achieved.value == Approx(180));
  CHECK(judged("measure: speed_of_answer, at_most: 3 min, per: day").breach.value == 0);  // exactly the limit
  CHECK(judged("measure: speed_of_answer, at_most: 2 min, per: day").shortfall.value == Approx(60));
  const AgreementResult longest = judged("measure: max_wait, at_most: 5 min, per: day");
  CHECK(longest.achieved.value == Approx(540));
  CHECK(longest.breached);
  CHECK(longest.breach.value == 1);
}

TEST_CASE("a breach that is always or never seen keeps an interval", "[experiment]") {
  // Ten replications, all alike: Wilson's rule for 0 or 10 of 10, z^2 / (n + z^2).
  const AgreementResult per_day = judged("share: answered_within 20 s, at_least: 90 %, per: day", 10);
  CHECK(per_day.breach.low == Approx(10 / 13.841459));
  CHECK(per_day.breach.high == 1);
  const AgreementResult per_period = judged("share: answered_within 20 s, at_least: 10 %, per: period", 10);
  CHECK(per_period.breach.value == 0);
  CHECK(per_period.breach.low == 0);
  CHECK(per_period.breach.high == Approx(3.841459 / 13.841459));
  CHECK(std::isnan(per_period.shortfall.value));
}

TEST_CASE("the three estimators of the service level", "[experiment]") {
  // Two days: 1 of 2 calls in time on the first, 1 of 1 on the second.
  const Model model = test::model_of(
      "time: {start: 2026-03-02 08:00, length: 1 h, days: 2}\n"
      "call_types:\n"
      "  enquiry:\n"
      "    arrivals: {times: ['2026-03-02 08:01', '2026-03-02 08:02', '2026-03-03 08:01']}\n"
      "    talk: 10 min\n" +
      test::served_by("    staffing: 1\n    pick_up: 0 s\n") +
      "agreements: {a: {share: answered_within 20 s, at_least: 80 %, per: day}}\n");
  RunOptions options;
  options.replications = 1;
  const Results results = run_experiment(model, options).results;
  const auto value = [&](const char* name) { return results.estimate(*find_measure(name), {}).value; };
  CHECK(value("service_level") == Approx(2.0 / 3));
  CHECK(value("service_level.daily_mean") == Approx(0.75));
  CHECK(value("service_level.days_met") == 0.5);
  CHECK(value("calls") == 1.5);
  CHECK(results.agreement(0).breach.value == 0.5);
}
