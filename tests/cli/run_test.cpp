#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/program.hpp"

using namespace thirdring::test;

TEST_CASE("run prints a report and succeeds", "[cli]") {
  const Scratch scratch;
  const Outcome o = program("run " + scratch.write("a.yaml", small_scenario()) + " 2>&1");
  CHECK(o.status == 0);
  CHECK(o.output.starts_with("Small\n20 replications of 1 day"));
  CHECK(o.output.find("\x1b[") == std::string::npos);  // no colours and no bar in a pipe
  CHECK(o.output.find(" --seed 1 --replications 20\n") != std::string::npos);
}

TEST_CASE("options change the run", "[cli]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario());
  const auto run = [&](const std::string& options) {
    return nlohmann::json::parse(program("run " + file + " --format json " + options).output);
  };
  CHECK(run("--replications 7 --seed 3 --threads 2")["run"]["replications"] == 7);
  CHECK(run("--replications 7 --seed 3")["run"]["seed"] == 3);
  CHECK(run("--replication 5")["run"]["first_replication"] == 5);
  CHECK(run("--replication 5")["run"]["replications"] == 1);
  const auto precise = run("--precision service_level=4%");
  CHECK(precise["run"]["precision"]["reached"] == true);
  CHECK(precise["run"]["replications"].get<int>() % 20 == 0);
  const auto both = run("--precision service_level=4% --precision calls=100");
  CHECK(both["run"]["precision"]["goals"].size() == 2);
  CHECK(both["run"]["precision"]["goals"][1]["measure"] == "calls");
  CHECK(run("--set call_types.enquiry.talk='1 min' --set agent_groups.agents.staffing=9")["scenario"]
                                                                                         ["overrides"]
                                                                                             .size() == 2);
  CHECK(run("--threads 1") == run("--threads 5"));
}

TEST_CASE("the engine is named, and makes no difference", "[cli]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario());
  const std::string faster = program("run " + file).output,
                    by_events = program("run " + file + " --engine events").output;
  CHECK(faster.ends_with("\nEngine: offered_wait\n"));
  CHECK(by_events.ends_with("\nEngine: events\n"));
  CHECK(by_events.find(" --replications 20 --engine events\n") != std::string::npos);
  const auto numbers = [](const std::string& report) {
    return report.substr(0, report.find("\nThe same numbers"));
  };
  CHECK(numbers(faster) == numbers(by_events));
  CHECK(
      program("run " + file + " --calls " + (scratch / "calls.csv")).output.ends_with("\nEngine: events\n"));
  CHECK(program("compare " + file + " " + file + " --engine events").output.find(", engine events\n") !=
        std::string::npos);
  CHECK(program("compare " + file + " " + file).output.find(", engine offered_wait\n") != std::string::npos);
  CHECK(program("run " + file + " --engine steam 2>&1").status == 2);
}

TEST_CASE("a breach fails the run only on demand", "[cli]") {
  const Scratch scratch;
  const std::string hard = scratch.write(
      "a.yaml", small_scenario("agreements: {a: {share: answered_within 1 s, at_least: 99 %, per: day}}\n"));
  const std::string easy = scratch.write(
      "b.yaml", small_scenario("agreements: {a: {share: answered_within 1 s, at_least: 1 %, per: day}}\n"));
  CHECK(program("run " + hard).status == 0);
  CHECK(program("run " + hard + " --fail-on-breach").status == 3);
  CHECK(program("run " + easy + " --fail-on-breach").status == 0);
}

TEST_CASE("results in files", "[cli]") {
  const Scratch scratch;
  const std::string a = scratch.write("a.yaml", small_scenario()),
                    b = scratch.write("b.yaml", small_scenario());
  SECTION("one scenario, one file") {
    CHECK(program("run " + a + " --format csv --out " + (scratch / "a.csv")).output.empty());
    CHECK(scratch.read("a.csv").starts_with("scenario,measure,"));
    CHECK(scratch.files() == 3);  // nothing left beside it
  }
  SECTION("several scenarios, one directory") {
    CHECK(program("run " + a + " " + b + " --format json --out " + (scratch / "results")).status == 0);
    CHECK(nlohmann::json::parse(scratch.read("results/b.json"))["scenario"]["file"] == b);
  }
  SECTION("several scenarios on standard output are one list") {
    CHECK(nlohmann::json::parse(program("run " + a + " " + b + " --format json").output).size() == 2);
  }
  SECTION("calls") {
    CHECK(program("run " + a + " --replications 3 --threads 3 --calls " + (scratch / "calls.csv")).status ==
          0);
    const std::string rows = scratch.read("calls.csv");
    CHECK(rows.starts_with("replication,contact,leg,"));
    CHECK(rows.find("\n2,1,1,1,") > rows.find("\n1,1,1,1,"));
  }
}

TEST_CASE("what cannot be written is told before the run", "[cli]") {
  const Scratch scratch;
  const std::string a = scratch.write("a.yaml", small_scenario("# slow\n"));
  // Would take for ever if it were run.
  const std::string run = "run " + a + " --replications 1000000000 ";
  CHECK(program(run + "--out /nowhere/at/all.txt 2>&1").status == 2);
  CHECK(program(run + "--out " + (scratch / "") + " --calls /nowhere.csv/x 2>&1").status == 2);
  const Outcome o = program(run + "--calls " + (scratch / "") + " 2>&1");
  CHECK(o.status == 2);
  CHECK(o.output.find("is a directory") != std::string::npos);
}

TEST_CASE("a failed run leaves the old file alone", "[cli]") {
  const Scratch scratch;
  const std::string a = scratch.write("a.yaml", small_scenario()), out = scratch.write("out.txt", "good");
  CHECK(program("run " + a + " --set talk=x --out " + out + " 2>&1").status == 2);
  CHECK(scratch.read("out.txt") == "good");
}

TEST_CASE("bad arguments and bad scenarios have status 2", "[cli]") {
  const Scratch scratch;
  const std::string a = scratch.write("a.yaml", small_scenario());
  for (const std::string& arguments :
       {std::string("run"), "walk " + a, "run " + a + " --replications 0",
        "run " + a + " --replications many", "run " + a + " --threads 0", "run " + a + " --format xml",
        "run " + a + " --set lines", "run " + a + " --set nothing.such=3",
        "run " + a + " --precision service_level", "run " + a + " --precision service_level=3s",
        "run " + a + " --precision servce_level=1%", "run " + a + " --replication 3 --replications 4",
        "run " + a + " " + a + " --calls x.csv", "run " + (scratch / "none.yaml"),
        "run " + scratch.write("bad.yaml", "name: [\n"), std::string("compare ") + a}) {
    CAPTURE(arguments);
    const Outcome o = program(arguments + " 2>&1");
    CHECK(o.status == 2);
    CHECK_FALSE(o.output.empty());
  }
  CHECK(program("run " + a + " --precision servce_level=1% 2>&1").output ==
        "thirdring: --precision: expected the name of a measure, got 'servce_level'; did you mean "
        "'service_level'?\n");
}

TEST_CASE("compare selects the best of several scenarios", "[cli]") {
  const Scratch scratch;
  const std::string a = scratch.write("a.yaml", small_scenario()),
                    b = scratch.write("b.yaml", small_scenario()), both = fmt::format("compare {} {} ", a, b);
  const auto selects = [&](const std::string& arguments) {
    return program(both + arguments + " 2>/dev/null");
  };
  // They are the same, and the first will do.
  const Outcome table = selects("--lowest mean_wait=1s --confidence 99%");
  CHECK(table.status == 0);
  CHECK(table.output.find(a + " is the best. With 99 % confidence this is the right choice, if the best one "
                              "leads by at least 1 s.\n") != std::string::npos);
  const auto json = nlohmann::json::parse(selects("--highest service_level=0.5% --format json").output);
  CHECK(json["selection"]["best"] == a);
  CHECK(json["selection"]["decided"] == true);
  CHECK(json["selection"]["indifference"] == 0.005);
  CHECK(json["scenarios"][1]["verdict"] == "out");
  CHECK(selects("--highest calls=1 --format csv").output.find(",calls,") != std::string::npos);

  const auto refused = [&](const char* arguments) {
    const Outcome o = program(fmt::format("{}{} 2>&1", both, arguments));
    CHECK(o.status == 2);
    return o.output;
  };
  CHECK(refused("--lowest mean_wait") ==
        "thirdring: --lowest: expected MEASURE=DIFFERENCE, got 'mean_wait'\n");
  CHECK(refused("--lowest mean_wait=0s") ==
        "thirdring: --lowest: expected a DIFFERENCE above 0 for mean_wait such as 2s, got '0s'\n");
  CHECK(refused("--highest wait_p90=1s") ==
        "thirdring: --highest: wait_p90 has no value for a single replication\n");
  CHECK(refused("--highest service_level=1% --confidence 40%") ==
        "thirdring: --confidence: expected a share above 50 % and below 100 % such as 99%, got '40%'\n");
  CHECK(refused("--confidence 99%") == "thirdring: --confidence: expected --highest or --lowest beside it\n");
  CHECK_FALSE(refused("--highest calls=1 --lowest calls=1").empty());
  CHECK_FALSE(refused("--highest calls=1 --report x.html").empty());
}

TEST_CASE("Ctrl-C keeps what is finished", "[cli]") {
  const Scratch scratch;
  const std::string a = scratch.write("a.yaml", small_scenario());
  const Outcome o = program("run " + a + " --replications 1000000000 --threads 2 --format json 2>/dev/null",
                            "timeout --preserve-status -s INT 0.5 ");
  CHECK(o.status == 130);
  const auto report = nlohmann::json::parse(o.output);
  CHECK(report["run"]["status"] == "interrupted");
  CHECK(report["run"]["replications"].get<int>() > 0);
}

TEST_CASE("a closed pipe is no crash", "[cli]") {
  const Scratch scratch;
  const std::string a = scratch.write("a.yaml", small_scenario());
  const Outcome o = program("run " + a + " --format csv; echo status $? >&2) | head -1) 2>&1", "((");
  CHECK(o.output.find("status 0\n") != std::string::npos);
}
