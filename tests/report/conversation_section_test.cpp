#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/report/compare_report.hpp"
#include "analysis/report/sections.hpp"
#include "catch.hpp"
#include "tests/support/run.hpp"

using namespace thirdring;

namespace {

/// Four enquiries and two complaints a day, in which what happens is certain; two days.
Model talking(const std::string& silent = "hour = 8 and call_type = enquiry") {
  return test::model_of(
      "time: {start: 2026-03-02 08:00, length: 2 h, days: 2}\n"
      "call_types:\n"
      "  enquiry: {arrivals: {times: [08:05, 08:15, 09:25, 09:35]}, talk: 60 s, conversation: courier}\n"
      "  complaint: {arrivals: {times: [08:10, 09:40]}, talk: 60 s, conversation: courier}\n"
      "  other: {arrivals: {times: [08:50]}, talk: 60 s}\n"
      "conversations:\n"
      "  courier:\n"
      "    greeting: {stage: opening, steps: [say: 4 s, count: greeted, count: greeted]}\n"
      "    silent_call: {stage: opening, when: " +
      silent +
      ", steps: [end: silent]}\n"
      "    offer: {stage: closing, when: hour = 9, steps: [revenue: 2.5]}\n"
      "agent_groups: {g: {skills: [enquiry, complaint, other], staffing: 3}}\n"
      "costs: {currency: CNY}\n");
}

Experiment twice(const Model& model) {
  RunOptions options;
  options.replications = 2;
  return run_experiment(model, options);
}

const Origin origin{"talking.yaml", "0123456789abcdef", "9.9.9", {}, {}};

}  // namespace

TEST_CASE("what is said, in the report for a terminal", "[report][conversation]") {
  const Model model = talking();
  CHECK(conversation_section(twice(model).results, {}) ==
        R"(Situations   per day  per call  enquiry  complaint
greeting           6     100 %    100 %      100 %
silent_call        2      50 %     50 %          -
offer              3      50 %     50 %       50 %

Counters  per day  per call  enquiry  complaint
greeted        12         2        2          2

Calls ended by name  per day  per call
silent                     2      50 %

Revenue  per day  per call  enquiry  complaint
revenue  7.5 CNY   1.2 CNY  1.2 CNY    1.2 CNY

)");
  CHECK(conversation_section(twice(test::model_of(test::calls_at("08:00") + "    talk: 1 min\n" +
                                                  test::served_by("    staffing: 1\n")))
                                 .results,
                             {})
            .empty());
}

TEST_CASE("what is said, in CSV and JSON", "[report][conversation]") {
  const Model model = talking();
  const Experiment experiment = twice(model);
  const std::string rows = csv_rows(experiment, origin);
  const auto has = [&](const std::string& row) {
    return rows.find("talking.yaml," + row + '\n') != std::string::npos;
  };
  CHECK(has("situation.courier.silent_call,,,,2,2,2,calls,2"));
  CHECK(has("situation.courier.silent_call.share,,,,0.5,0.5,0.5,share,2"));
  CHECK(has("situation.courier.greeting.share,complaint,,,1,1,1,share,2"));
  CHECK(has("counter.greeted,,,,12,12,12,calls,2"));
  CHECK(has("counter.greeted.per_call,enquiry,,,2,2,2,number,2"));
  CHECK(has("end.silent,enquiry,,,2,2,2,calls,2"));
  CHECK(has("revenue,,,,7.5,7.5,7.5,CNY,2"));
  std::size_t told = 0;
  const auto report = nlohmann::json::parse(json_report(experiment, origin));
  for (const auto& m : report["measures"]) told += m["measure"] == "situation.courier.greeting.share";
  CHECK(told == 3);  // all and two types
}

TEST_CASE("what is said in one scenario is compared with the same in another", "[report][conversation]") {
  const Model two = talking(), one = talking("hour = 9 and call_type = enquiry");
  RunOptions options;
  options.replications = 2;
  const Comparison comparison = compare_models({&two, &one}, options);
  const std::string csv = csv_report(comparison, {origin, origin});
  CHECK(csv.find("talking.yaml,talking.yaml,end.silent,,,0,0,0,,,calls,2\n") != std::string::npos);
  CHECK(csv.find(",situation.courier.offer,enquiry,,-2,-2,-2,,,calls,2\n") != std::string::npos);
  CHECK(terminal_report(comparison, {origin, origin}, {}).find("revenue") != std::string::npos);
}
