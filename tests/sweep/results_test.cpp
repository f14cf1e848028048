// What `results` prints is what `run` prints of the same point.
#include <functional>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace thirdring::test;

namespace {

using Row = std::vector<std::string>;

/// Without the header, and each without its first `drop` cells.
std::vector<Row> rows_of(const std::string& csv, std::size_t drop) {
  std::stringstream lines(csv);
  std::vector<Row> rows;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::stringstream cells(line + ',');
    Row& row = rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    row.erase(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(drop));
  }
  return rows;
}

struct Swept {
  Scratch scratch;
  std::string file = scratch.write("a.yaml", small_scenario()), store = scratch / "a.db";
  Swept() {
    REQUIRE(program("sweep " + file + " agent_groups.agents.staffing=3,4 lines=6,8 --store " + store +
                    " 2>/dev/null")
                .status == 0);
  }
  std::string results(const std::string& arguments) const {
    const Outcome o = program("results " + store + ' ' + arguments + " 2>&1");
    CAPTURE(o.output);
    CHECK(o.status == 0);
    return o.output;
  }
  /// measure, call type, group, period, estimate, low, high, unit, n
  std::vector<Row> run(const std::string& agents, const std::string& lines,
                       const std::function<bool(const Row&)>& wanted) const {
    const std::vector<Row> all =
        rows_of(program("run " + file + " --set agent_groups.agents.staffing=" + agents +
                        " --set lines=" + lines + " --format csv")
                    .output,
                1);
    std::vector<Row> rows;
    for (const Row& row : all)
      if (wanted(row)) rows.push_back(row);
    return rows;
  }
  /// Point by point what the runs say, with the same rows.
  void check(const std::string& arguments, const std::function<bool(const Row&)>& wanted) const {
    CAPTURE(arguments);
    std::vector<Row> expected;
    for (const char* agents : {"3", "4"})
      for (const char* lines : {"6", "8"}) {
        const std::vector<Row> rows = run(agents, lines, wanted);
        expected.insert(expected.end(), rows.begin(), rows.end());
      }
    CHECK(expected.size() >= 8);
    CHECK(rows_of(results(arguments + " --format csv"), 3) == expected);
  }
};

bool whole_run(const Row& row) { return row[3].empty(); }
bool whole_centre(const Row& row) { return row[1].empty() && row[2].empty(); }

}  // namespace

TEST_CASE("results of a type, a group, each period", "[sweep]") {
  const Swept swept;
  swept.check("--of enquiry", [](const Row& row) { return whole_run(row) && row[1] == "enquiry"; });
  swept.check("--of agents", [](const Row& row) { return whole_run(row) && row[2] == "agents"; });
  swept.check("--periods", [](const Row& row) { return !whole_run(row) && whole_centre(row); });
  swept.check("--periods --of enquiry --measure abandoned",
              [](const Row& row) { return !whole_run(row) && row[1] == "enquiry" && row[0] == "abandoned"; });
  swept.check("--measure service_level,abandoned", [](const Row& row) {
    return whole_run(row) && whole_centre(row) && (row[0] == "service_level" || row[0] == "abandoned");
  });
}

TEST_CASE("results as JSON", "[sweep]") {
  const Swept swept;
  const auto json = nlohmann::json::parse(swept.results("--format json"));
  CHECK(json["variables"] == nlohmann::json({"agent_groups.agents.staffing", "lines"}));
  CHECK(json["replications"] == 20);
  REQUIRE(json["points"].size() == 4);
  const auto& point = json["points"][2];
  CHECK(point["values"] == nlohmann::json({{"agent_groups.agents.staffing", "4"}, {"lines", "6"}}));
  const std::vector<Row> rows =
      swept.run("4", "6", [](const Row& row) { return whole_run(row) && whole_centre(row); });
  REQUIRE(point["numbers"].size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& number = point["numbers"][i];
    CHECK(number["measure"] == rows[i][0]);
    if (rows[i][4].empty())
      CHECK(number["estimate"].is_null());
    else
      CHECK(number["estimate"] == std::stod(rows[i][4]));
    if (!rows[i][5].empty()) CHECK(number["low"] == std::stod(rows[i][5]));
    if (!rows[i][6].empty()) CHECK(number["high"] == std::stod(rows[i][6]));
    CHECK(number["unit"] == rows[i][7]);
    CHECK(number["n"] == std::stoull(rows[i][8]));
  }
}

TEST_CASE("results with the values of a path as columns", "[sweep]") {
  const Swept swept;
  const auto estimate = [&](const char* agents, const char* lines) {
    const std::vector<Row> rows = swept.run(agents, lines, [](const Row& row) {
      return whole_run(row) && whole_centre(row) && row[0] == "abandoned";
    });
    REQUIRE(rows.size() == 1);
    return rows[0][4];
  };
  const std::string pivot = "--measure abandoned --format csv --pivot ";
  CHECK(swept.results(pivot + "lines") ==
        "agent_groups.agents.staffing,lines=6,lines=8\n"
        "3," +
            estimate("3", "6") + ',' + estimate("3", "8") + "\n4," + estimate("4", "6") + ',' +
            estimate("4", "8") + '\n');
  CHECK(swept.results(pivot + "agent_groups.agents.staffing") ==
        "lines,agent_groups.agents.staffing=3,agent_groups.agents.staffing=4\n"
        "6," +
            estimate("3", "6") + ',' + estimate("4", "6") + "\n8," + estimate("3", "8") + ',' +
            estimate("4", "8") + '\n');
  const auto refusal = [&](const std::string& arguments) {
    const Outcome o = program("results " + swept.store + ' ' + arguments + " 2>&1");
    CHECK(o.status == 2);
    return o.output;
  };
  CHECK(refusal("--measure abandoned --pivot line") ==
        "thirdring: --pivot: expected one of agent_groups.agents.staffing or lines, got 'line'; did you mean "
        "'lines'?\n");
  CHECK(refusal("--measure abandoned,calls --pivot lines") ==
        "thirdring: --pivot: expected one number of each point, got 2; name one with --measure\n");
  CHECK(refusal("--measure abandoned --pivot lines --format json") ==
        "thirdring: --pivot: expected --format table or csv, got json\n");
  CHECK(refusal("--of agent") ==
        "thirdring: --of: expected a name that the results have, got 'agent'; did you mean 'agents'?\n");
  CHECK(refusal("--sweep 2") == "thirdring: " + swept.store + ": expected a sweep from 1 to 1, got 2\n");
}

TEST_CASE_METHOD(Swept, "results shows the points that are asked for", "[sweep]") {
  const auto swept = [&](const std::string& options) {
    const std::string other = scratch / "other.db";
    std::filesystem::remove(other);
    REQUIRE(program("sweep " + file + " agent_groups.agents.staffing=3,4 lines=6,8 --store " + other + ' ' +
                    options + " 2>/dev/null")
                .status == 0);
    return rows_of(program("results " + other + " --format csv").output, 1);
  };
  for (const char* options : {"--where 'agent_groups.agents.staffing + lines == 11'", "--only lines=8",
                              "--where 'lines > 6' --only agent_groups.agents.staffing=3"}) {
    CAPTURE(options);
    const std::vector<Row> rows = rows_of(results(std::string("--format csv ") + options), 1);
    CHECK(rows.size() > 10);
    CHECK(rows == swept(options));
  }
  // A point keeps its number.
  CHECK(rows_of(results("--format csv --only agent_groups.agents.staffing=4 --only lines=6"), 0)[0][0] ==
        "3");
  CHECK(results("--measure calls --pivot lines --only agent_groups.agents.staffing=4 --format csv") == [&] {
    const std::string all = results("--measure calls --pivot lines --format csv");
    return all.substr(0, all.find('\n') + 1) + all.substr(all.find("\n4,") + 1);
  }());
  const auto refused = [&](const std::string& options) {
    const Outcome o = program("results " + store + ' ' + options + " 2>&1");
    CHECK(o.status == 2);
    return o.output;
  };
  CHECK(
      refused("--where 'lnes > 5'") ==
      "thirdring: --where 'lnes > 5': expected a number or one of agent_groups.agents.staffing or lines, got "
      "'lnes'; did you mean 'lines'?\n");
  CHECK(refused("--where 'lines > 8'") == "thirdring: --where 'lines > 8': no point is left\n");
  CHECK(
      refused("--only lines=7") ==
      "thirdring: --only 'lines=7': expected values of lines that a point has, got '7'; did you mean '6'?\n");
}
