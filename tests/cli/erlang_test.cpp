#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace thirdring::test;

namespace {

Outcome erlang(const std::string& arguments) {
  return program("erlang --calls 100/30min --talk 3min " + arguments);
}

void refuses(const std::string& arguments, const std::string& reason) {
  CAPTURE(arguments);
  const Outcome o = program("erlang " + arguments + " 2>&1");
  CHECK(o.status == 2);
  CHECK(o.output.find(reason) != std::string::npos);
}

}  // namespace

TEST_CASE("erlang, for one number of agents", "[cli]") {
  CHECK(erlang("--agents 14").output ==
        R"(Erlang C: 200 calls per hour of 3 min, 10 erlangs
Service level: answered within 20 s

Erlang C           14 agents
service level         88.8 %
delay probability     17.4 %
speed of answer        7.8 s
mean wait              7.8 s
wait p90              25.0 s
wait p95              56.2 s
wait p99               129 s
mean queue             0.435
occupancy             71.4 %
)");
  const Outcome impatient = erlang("--agents 14 --patience 5min --within '20 s'");
  CHECK(impatient.status == 0);
  CHECK(impatient.output.starts_with(
      "Erlang A: 200 calls per hour of 3 min, 10 erlangs; patience 5 min, exponential\n"));
  CHECK(impatient.output.find("\nservice level                               91.7 %\n") != std::string::npos);
  CHECK(erlang("--agents 9").output.find("10 erlangs are more than 9 agents can carry: the queue grows") !=
        std::string::npos);
  CHECK(erlang("--agents 14 --lines 18").output.starts_with("M/M/n/K: "));
  CHECK(erlang("--agents 14 --lines 14 --patience 1min").output.starts_with("Erlang B: "));
  CHECK(erlang("--agents 14 --patience 1min --patience-law lognormal --patience-cv 2")
            .output.starts_with(
                "M/M/n+G: 200 calls per hour of 3 min, 10 erlangs; patience 1 min, lognormal\n"));
}

TEST_CASE("erlang finds the fewest agents", "[cli]") {
  const Outcome table = erlang("C --target 80%");
  CHECK(table.output.find("\nThe fewest that reach at least 80 %: 14 agents\n") != std::string::npos);
  CHECK(table.output.find("11 agents  12 agents  13 agents  14 agents") != std::string::npos);
  const Outcome lines = program("erlang B --calls 10/min --talk 1min --target 1%");
  CHECK(lines.output.find("\nThe fewest that block at most 1 %: 18 agents\n") != std::string::npos);

  const auto json = nlohmann::json::parse(erlang("--patience 5min --target 80% --format json").output);
  CHECK(json["schema_version"] == 1);
  CHECK(json["formula"] == "Erlang A");
  CHECK(json["given"]["offered_load"].get<double>() == Approx(10));
  CHECK(json["given"]["patience"] == 300);
  CHECK(json["fewest_agents"] == 13);
  REQUIRE(json["answers"].size() == 7);
  CHECK(json["answers"][3]["agents"] == 13);
  CHECK(json["answers"][3]["service_level.offered"].get<double>() >= 0.8);
  CHECK(json["answers"][2]["service_level.offered"].get<double>() < 0.8);

  const std::string csv = erlang("--agents 9 --format csv").output;
  CHECK(csv.starts_with("formula,agents,measure,value,unit\n"));
  CHECK(csv.find("\nErlang C,9,mean_wait,,seconds\n") != std::string::npos);
  CHECK(csv.find("\nErlang C,9,delay_probability,1,share\n") != std::string::npos);
}

TEST_CASE("erlang refuses what makes no sense", "[cli]") {
  const std::string load = "--calls 100/30min --talk 3min ";
  refuses("--talk 3min --agents 4", "--calls is required");
  refuses("--calls 100 --talk 3min --agents 4",
          "--calls: expected calls per time, such as 100/30min, got '100'");
  refuses("--calls 1/0min --talk 3min --agents 4", "--calls: expected calls per time");
  refuses("--calls / --talk 3min --agents 4", "--calls: expected calls per time");
  refuses("--calls 0/h --talk 3min --agents 4", "--calls: expected more than 0");
  refuses("--calls 1/h --talk 3 --agents 4", "--talk: expected a duration with a unit, such as 20s, got '3'");
  refuses(load, "expected --agents, or a --target");
  refuses(load + "--agents 0", "--agents");
  refuses(load + "--agents -3", "--agents");
  refuses(load + "--agents 3 --target 80%", "excludes");
  refuses(load + "--target 0.8", "--target: expected a share, such as 80%, got '0.8'");
  refuses(load + "--target 100%", "--target: expected a share below 100%");
  refuses("B " + load + "--target 0%", "--target: some blocking is left");
  refuses("A " + load + "--agents 4", "Erlang A needs --patience");
  refuses("C " + load + "--agents 4 --patience 1min", "Erlang C knows no --patience");
  refuses("B " + load + "--agents 4 --lines 9", "Erlang B knows no --lines");
  refuses("D " + load + "--agents 4", "MODEL");
  refuses(load + "--agents 4 --patience-law gamma", "--patience-law goes with --patience");
  refuses("--calls 1000000000/s --talk 3min --target 80%", "expected a load of at most 1000000 erlangs");
}
