// The page of a sweep tells what `results` prints.
#include <fstream>
#include <map>
#include <sstream>

#include "tests/cli/program.hpp"
#include "tests/html/data.hpp"

using namespace thirdring::test;
using nlohmann::json;

namespace {

json page_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return data_of(text.str());
}

struct Swept {
  Scratch scratch;
  std::string file = scratch.write(
      "a.yaml", small_scenario("agreements: {soon: {share: answered_within 20 s, at_least: 80 %, per: day}}\n"
                               "costs: {currency: EUR, agents: 20/h}\n"));
  std::string store = scratch / "a.db", page = scratch / "a.html";
  std::string sweep = "sweep " + file +
                      " agent_groups.agents.staffing=3..5 call_types.enquiry.talk.mean=2min,3min --store " +
                      store;
};

}  // namespace

TEST_CASE("the page of a sweep has every point with the numbers of its table", "[sweep]") {
  const Swept swept;
  const Outcome outcome = program(swept.sweep + " --report " + swept.page + " 2>&1");
  CAPTURE(outcome.output);
  REQUIRE(outcome.status == 0);
  const json data = page_of(swept.page);
  CHECK(data["kind"] == "sweep");
  CHECK(data["price"] == "cost");
  CHECK(data["currency"] == "EUR");
  CHECK(data["run"]["unfinished"] == 0);
  CHECK(data["variables"] == json({"agent_groups.agents.staffing", "call_types.enquiry.talk.mean"}));
  CHECK(data["agreements"][0]["name"] == "soon");
  const json table = json::parse(program("results " + swept.store + " --format json").output);
  REQUIRE(data["points"].size() == 6);
  for (std::size_t p = 0; p < 6; ++p) {
    const json &point = data["points"][p], &of = table["points"][p];
    CHECK(point["values"][0] == of["values"]["agent_groups.agents.staffing"]);
    CHECK(point["replications"] == of["replications"]);
    std::map<std::string, double> numbers;
    for (const json& number : of["numbers"])
      if (!number["estimate"].is_null()) numbers[number["measure"]] = number["estimate"];
    for (std::size_t m = 0; m < data["measures"].size(); ++m) {
      const std::string name = data["measures"][m]["name"];
      INFO(name);
      REQUIRE(numbers.contains(name));
      CHECK(point["numbers"][m][0].get<double>() == Approx(numbers[name]).epsilon(1e-4).margin(1e-9));
    }
    const bool reached = numbers["agreement.soon.achieved"] >= 0.8;
    CHECK(point["breached"] == (reached ? json::array() : json({"soon"})));
  }
}

TEST_CASE("the page from a store is that of its sweep", "[sweep]") {
  const Swept swept;
  REQUIRE(program(swept.sweep + " --report " + swept.page + " 2>/dev/null").status == 0);
  const std::string again = swept.scratch / "again.html";
  const Outcome outcome = program("results " + swept.store + " --report " + again);
  CHECK(outcome.status == 0);
  CHECK(outcome.output.empty());
  CHECK(page_of(again) == page_of(swept.page));
  // Measures that are asked for come first.
  REQUIRE(program("results " + swept.store + " --measure occupancy,calls --report " + again).status == 0);
  CHECK(page_of(again)["measures"][0]["name"] == "occupancy");
  CHECK(page_of(again)["measures"][1]["name"] == "calls");
  CHECK(page_of(again)["measures"].size() == page_of(swept.page)["measures"].size() + 1);
}

TEST_CASE("the page of a shard says what is not finished", "[sweep]") {
  const Swept swept;
  REQUIRE(program(swept.sweep + " --shard 1/3 --report " + swept.page + " 2>/dev/null").status == 0);
  const json data = page_of(swept.page);
  CHECK(data["run"]["points"] == 6);
  CHECK(data["run"]["unfinished"] == 4);
  CHECK(data["points"].size() == 2);
}

TEST_CASE("a page of a sweep takes no other file's place, and knows its measures", "[sweep]") {
  const Swept swept;
  REQUIRE(program(swept.sweep + " 2>/dev/null").status == 0);
  const auto told = [&](const std::string& command) {
    const Outcome outcome = program(command + " 2>&1");
    CHECK(outcome.status == 2);
    return outcome.output;
  };
  for (const std::string& taken : {swept.file, swept.store}) {
    INFO(taken);
    CHECK(told(swept.sweep + " --report " + taken).find("expected a file of its own") != std::string::npos);
    CHECK(told("results " + swept.store + " --report " + taken).find("expected a file of its own") != std::string::npos);
  }
  CHECK(told("results " + swept.store + " --measure ocupancy --report " + swept.page) ==
        "thirdring: --measure: expected a name that the results have, got 'ocupancy'; did you mean "
        "'occupancy'?\n");
}
