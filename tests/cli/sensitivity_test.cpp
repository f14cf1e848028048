#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

using namespace thirdring::test;

TEST_CASE("sensitivity", "[cli][sensitivity]") {
  const Scratch scratch;
  const std::string day = scratch.write(
      "day.yaml", small_scenario("agreements: {quick: {share: answered_within 20 s, at_least: 80 %}}\n"));
  const Outcome table = program("sensitivity " + day);
  CHECK(table.status == 0);
  CHECK(table.output.starts_with("20 replications of each, seed 1, the same callers in all; "));
  CHECK(table.output.find("\nagreement.quick.achieved: ") != std::string::npos);
  CHECK(table.output.find(", asked for at least 80 % per day\n") != std::string::npos);
  CHECK(table.output.find("\nstaffing is changed by whole agents (mean over the open time): "
                          "agents 3 to 2 and 4\nleft out, as there is none of it to change: hold_time, "
                          "wrap_up, ring_time, case_work, shrinkage\n") != std::string::npos);
  CHECK(program("sensitivity " + day + " --threads 1").output == table.output);

  const auto json = nlohmann::json::parse(program("sensitivity " + day + " --format json --by 20%").output);
  CHECK(json["by"] == 0.2);
  CHECK(json["effects"].size() == 8);
  CHECK(json["base"][0]["measure"] == "agreement.quick.achieved");
  CHECK(json["left_out"].size() == 5);
  for (const auto& effect : json["effects"]) {
    CHECK(std::abs(effect["change"].get<double>()) == 0.2);
    CHECK(effect["certain"] == (effect["low"] > 0.0 || effect["high"] < 0.0));
  }

  CHECK(program("sensitivity " + day +
                " --only talk_time,patience --only staffing --of mean_wait --of quick" +
                " --replications 5 --format csv --out " + scratch / "s.csv")
            .status == 0);
  const std::string csv = scratch.read("s.csv");
  CHECK(csv.starts_with("input,change,measure,difference,low,high,certain,correlation,unit,n\n"));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + 3 * 2 * 2);
  CHECK(csv.find(",mean_wait,") < csv.find(",agreement.quick.achieved,"));
}

TEST_CASE("one replication proves nothing", "[cli][sensitivity]") {
  const Scratch scratch;
  const Outcome table = program("sensitivity " + scratch.write("day.yaml", small_scenario()) +
                                " --replications 1 --of mean_wait");
  CHECK(table.status == 0);
  CHECK(table.output.find("                |\n") != std::string::npos);
  CHECK(table.output.find("-|") == std::string::npos);
  CHECK(table.output.find("|-") == std::string::npos);
}

TEST_CASE("a sensitivity that cannot be is refused before anything runs", "[cli][sensitivity]") {
  const Scratch scratch;
  const std::string day = scratch.write(
      "day.yaml", small_scenario("agreements: {slow: {measure: wait_p90, at_most: 40 s, per: run}}\n"));
  const auto refused = [&](const std::string& arguments, const std::string& message) {
    const Outcome outcome = program("sensitivity " + day + ' ' + arguments + " 2>&1");
    CHECK(outcome.status == 2);
    CHECK(outcome.output == message);
  };
  for (const char* by : {"0%", "100%", "10", "much", "''"}) {
    const std::string text = std::string(by) == "''" ? "" : by;
    refused(std::string("--by ") + by,
            "thirdring: --by: expected a share above 0 % and below 100 %, got '" + text + "'\n");
  }
  refused(
      "--only talktime",
      "thirdring: --only: expected volumes, talk_time, hold_time, wrap_up, patience, ring_time, case_work, "
      "shrinkage or staffing, got 'talktime'; did you mean 'talk_time'?\n");
  refused(
      "--of abandonned",
      "thirdring: --of: expected the name of a measure or of an agreement, got 'abandonned'; did you mean "
      "'abandoned'?\n");
  refused("--of wait_p90",
          "thirdring: --of: no differences are known of percentiles such as wait_p90; take mean_wait\n");
  refused("--of agreement.slow.achieved",
          "thirdring: --of: no differences are known of percentiles; take agreement.slow.breach\n");
  refused("--out " + day, "thirdring: " + day + ": expected a file of its own for the results\n");
  CHECK(program("sensitivity " + day + ' ' + day + " 2>&1").status == 2);
  CHECK(program("sensitivity " + day + " --of slow --format csv").output.find("agreement.slow.breach") !=
        std::string::npos);
  CHECK(scratch.files() == 1);
}
