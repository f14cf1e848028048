#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace thirdring::test;

TEST_CASE("the program tells its version and its use", "[cli]") {
  CHECK(program("--version").output.starts_with("thirdring 0."));
  const Outcome help = program("--help");
  CHECK(help.status == 0);
  for (const char* command : {"run", "check", "compare", "sensitivity", "explain", "erlang", "bench"})
    CHECK(help.output.find(command) != std::string::npos);
  CHECK(program("2>&1").status == 2);
}

TEST_CASE("check", "[cli]") {
  const Scratch scratch;
  const std::string good = scratch.write("a.yaml", small_scenario());
  CHECK(program("check " + good).output.starts_with(good + ": good, 60 calls expected in 1 day, scenario "));
  const std::string bad = scratch.write("b.yaml", small_scenario("linse: 3\n"));
  const Outcome o = program("check " + good + " " + bad + " 2>&1");
  CHECK(o.status == 2);
  CHECK(o.output.find(bad + ":11:") != std::string::npos);
  CHECK(o.output.find("lines") != std::string::npos);
}

TEST_CASE("check --normal writes a scenario that says the same", "[cli]") {
  const Scratch scratch;
  const std::string good = scratch.write("a.yaml", small_scenario("lines: 5\n"));
  const Outcome first = program("check --normal --set lines=7 " + good);
  CHECK(first.status == 0);
  CHECK(first.output.find("\nlines: 7\n") != std::string::npos);
  CHECK(program("check --normal " + scratch.write("b.yaml", first.output)).output == first.output);
  CHECK(program("check --normal " + good + " " + good + " 2>&1").status == 2);
}

TEST_CASE("compare", "[cli]") {
  const Scratch scratch;
  const std::string a = scratch.write("a.yaml", small_scenario());
  const std::string b = scratch.write("b.yaml", "based_on: a.yaml\nagent_groups: {agents: {staffing: 4}}\n");
  const Outcome table = program("compare " + a + " " + b + " --replications 50");
  CHECK(table.status == 0);
  CHECK(table.output.find(b + " against " + a) != std::string::npos);
  CHECK(nlohmann::json::parse(program("compare " + a + " " + b + " --format json").output)["differences"]
            .size() > 100);
  CHECK(program("compare " + a + " " + b + " --format csv --out " + (scratch / "c.csv")).status == 0);
  CHECK(scratch.read("c.csv").starts_with("scenario,against,"));
}

TEST_CASE("explain", "[cli]") {
  CHECK(program("explain abandoned")
            .output.starts_with(
                "abandoned (measure, share; of the whole centre, call types; also by period)\n"));
  CHECK(
      program("explain call_types.enquiry.patience").output.starts_with("call_types.*.patience (scenario: "));
  CHECK(program("explain patience").output.find("call_types.*.patience") != std::string::npos);
  CHECK(program("explain situation.courier.silent_call")
            .output.starts_with("situation.* (of conversations, calls"));
  CHECK(program("explain end.silent.share").output.starts_with("end.*.share (of conversations, share"));
  CHECK(program("explain counter").output.find("counter.*.per_call") != std::string::npos);
  CHECK(program("explain conversations.courier.silent_call.chance")
            .output.starts_with("conversations.*.*.chance (scenario: share)"));
  CHECK(program("explain step.say").output.starts_with("step.say (scenario: "));
  const Outcome o = program("explain abandonned 2>&1");
  CHECK(o.status == 2);
  CHECK(o.output.find("did you mean 'abandoned'?") != std::string::npos);
  const Outcome all = program("explain");
  CHECK(all.output.find("service_level.with_blocked") != std::string::npos);
  CHECK(all.output.find("call_types.*.talk") != std::string::npos);
}

TEST_CASE("bench does the same work every time", "[cli]") {
  const Outcome first = program("bench --fixed");
  CHECK(first.status == 0);
  CHECK(first.output.starts_with("events "));
  CHECK(first.output.find("\nchecksum ") != std::string::npos);
  CHECK(program("bench --fixed").output == first.output);
  CHECK(program("bench 2>&1").status == 2);
  CHECK(program("bench --fixed --replications 0 2>&1").status == 2);

  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario());
  const std::string one = program("bench --fixed --replications 1 " + file).output;
  const std::string ten = program("bench --fixed " + file).output;
  CHECK(one != ten);
  const auto checksum = [](const std::string& output) { return output.substr(output.find("checksum")); };
  CHECK(checksum(one) == checksum(ten));  // of the same replication
  CHECK(checksum(one) != checksum(first.output));
  CHECK(program("bench --fixed " + scratch.write("b.yaml", small_scenario("linse: 3\n")) + " 2>&1").status ==
        2);
}

TEST_CASE("numbers that would wrap around are refused", "[cli]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario());
  for (const char* const option :
       {"--seed -1", "--seed 18446744073709551616", "--seed ''", "--replication -1",
        "--replication 18446744073709551615", "--threads -1"}) {
    INFO(option);
    CHECK(program("run " + file + " " + option + " 2>&1").status == 2);
  }
  CHECK(program("run " + file + " --seed 18446744073709551615").status == 0);
}

TEST_CASE("results never replace a scenario or each other", "[cli]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), out = scratch / "out.csv";
  const std::string own = ": expected a file of its own for the results\n";
  const auto itself = program("run " + file + " --out " + (scratch / "./a.yaml") + " 2>&1");
  CHECK(itself.status == 2);
  CHECK(itself.output.ends_with(own));
  CHECK(program("run " + file + " --out " + out + " --calls " + out + " 2>&1").output.ends_with(own));
  CHECK(program("compare " + file + " " + file + " --out " + file + " 2>&1").status == 2);
  CHECK(scratch.read("a.yaml") == small_scenario());
  CHECK(scratch.files() == 1);
  CHECK(program("run " + file + " --out /dev/null --calls /dev/null").status == 0);
}

TEST_CASE("messages that cannot be written are no reason to crash", "[cli]") {
  CHECK(program("check nowhere.yaml 2>/dev/full").status == 2);
  CHECK(program("check 2>/dev/full").status == 2);
}

TEST_CASE("a word that an option does not take is refused with those that it does", "[cli]") {
  const Scratch scratch;
  const std::string day = scratch.write("day.yaml", small_scenario());
  const auto told = [&](const std::string& options) {
    const Outcome outcome = program("run " + day + ' ' + options + " 2>&1");
    CHECK(outcome.status == 2);
    return outcome.output.substr(0, outcome.output.find('\n'));
  };
  CHECK(told("--format jsn") ==
        "--format: expected csv, json, table or xlsx, got 'jsn'; did you mean 'json'?");
  CHECK(told("--engine fast") == "--engine: expected auto or events, got 'fast'");
  CHECK(told("--report x.html --lang de") == "--lang: expected en or zh, got 'de'");
  CHECK(program("run --help").output.find("--engine auto|events") != std::string::npos);
}
