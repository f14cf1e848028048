#include <fmt/format.h>

#include <algorithm>

#include "analysis/sweep/design.hpp"
#include "analysis/sweep/pick.hpp"
#include "cli/program.hpp"

using namespace thirdring::test;
using namespace thirdring::sweep;
using Values = std::vector<std::string>;

namespace {

const std::string whole =
    "# What we want to know.\n"
    "variables:\n"
    "  lines: 6..8\n"
    "  call_types.enquiry.arrivals.rate*: [0.9, 1]\n"
    "  call_types.enquiry.talk: [{distribution: exponential, mean: 2 min}, {distribution: constant, mean: 3 "
    "min}]\n"
    "plans:\n"
    "  lean: {agent_groups.agents.staffing: 2, call_types.enquiry.patience.mean: 1 min}\n"
    "  rich: {agent_groups.agents: {skills: [enquiry], staffing: 4}}\n"
    "where: [lines < 8]\n"
    "replications: 10\n"
    "seed: 7\n";

std::string refusal(const std::string& arguments) {
  const Outcome o = program(arguments + " 2>&1");
  CHECK(o.status == 2);
  return o.output;
}

}  // namespace

TEST_CASE("a sweep is written down in a file", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario()), by = scratch.write("s.yaml", whole),
                    one = scratch / "one.db", other = scratch / "other.db";
  CHECK(
      program("sweep " + file + " --file " + by + " --dry-run --where 'lines > 6' --only plan=rich").output ==
      "point  plan  lines  call_types.enquiry.arrivals.rate                   call_types.enquiry.talk\n"
      "1      rich      7                               0.9  {distribution: exponential, mean: 2 min}\n"
      "2      rich      7                               0.9     {distribution: constant, mean: 3 min}\n"
      "3      rich      7                                 1  {distribution: exponential, mean: 2 min}\n"
      "4      rich      7                                 1     {distribution: constant, mean: 3 min}\n"
      "4 points x 10 replications; nothing was run\n");
  // The same from the command line: what is in a plan goes together, the command line's counts more.
  REQUIRE(program("sweep " + file + " --file " + by + " lines=6 --replications 5 --store " + one + " 2>&1")
              .output == "8 points: 8 done, 0 reused, 0 left; 40 replications run\n");
  const std::string varied =
      " lines=6 'call_types.enquiry.arrivals.rate*=0.9,1' 'call_types.enquiry.talk={distribution: "
      "exponential, mean: 2 min},{distribution: constant, mean: 3 min}' --replications 5 --seed 7 --store ";
  REQUIRE(program("sweep " + file + varied + other +
                  " --set agent_groups.agents.staffing=2 --set call_types.enquiry.patience.mean='1 min' "
                  "2>/dev/null")
              .status == 0);
  REQUIRE(program("sweep " + file + varied + other + " --set agent_groups.agents.staffing=4 2>/dev/null")
              .status == 0);
  // Without the header and the first columns: the point's number, the plan.
  const auto numbers = [](const std::string& store, const std::string& more, int columns) {
    std::stringstream lines(
        program("results " + store + more + " --format csv --measure abandoned,service_level").output);
    std::string line, rows;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
      for (int i = 0; i < columns; ++i) line.erase(0, line.find(',') + 1);
      rows += line + '\n';
    }
    return rows;
  };
  const std::string of_plans = numbers(one, "", 2);
  CHECK(std::count(of_plans.begin(), of_plans.end(), '\n') == 16);
  CHECK(of_plans == numbers(other, " --sweep 1", 1) + numbers(other, " --sweep 2", 1));
}

TEST_CASE("a wrong file of a sweep is refused with its place", "[sweep]") {
  const Scratch scratch;
  const std::string file = scratch.write("a.yaml", small_scenario());
  const auto told = [&](const std::string& text) {
    const std::string by = scratch.write("s.yaml", text);
    std::string said = refusal(fmt::format("sweep {} --dry-run --file {}", file, by));
    for (std::size_t at; (at = said.find(by)) != std::string::npos;) said.replace(at, by.size(), 1, 'S');
    return said;
  };
  CHECK(told("variables: {lines: 8..6}\nvariabels: 3\n") ==
        "thirdring: S:1:20: lines=8..6: expected a range that is not empty, got '8..6'\n"
        "S:2:1: variabels: expected a known key, got 'variabels'; did you mean 'variables'?\n"
        "nothing was run\n");
  CHECK(told("variables: [lines]\nplans: {lean: 3, rich: {lines: }}\n") ==
        "thirdring: S:1:12: variables: expected a map from paths to what they take, got a list\n"
        "S:2:9: plans.lean: expected a map from paths to values, got '3'\n"
        "S:2:25: plans.rich.lines: expected a value, got nothing\n"
        "nothing was run\n");
  CHECK(told("variables: {lines: {a: 1}}\nreplications: 0\n") ==
        "thirdring: S:1:13: variables.lines: expected values such as 20..40:2 or a list of them, got a map\n"
        "S:2:15: replications: expected a whole number of at least 1, got 0\n"
        "nothing was run\n");
  CHECK(told("variables: {lines: [1, 2]}\nplans: {few: {lines: 1}}\n") ==
        "thirdring: S:2:22: lines: expected a path that is in a plan or varies by itself, got both\n");
  CHECK(told("plans: {few: {lnes: 1}}\n") ==
        "thirdring: S:1:15: lnes: expected a known key, got 'lnes'; did you mean 'lines'?\n"
        "1 problem; nothing was run\n");
  CHECK(told("# nothing\n") == "thirdring: S: expected a sweep, got nothing but comments\nnothing was run\n");
  CHECK(refusal("sweep " + file + " --dry-run --file " + (scratch / "none.yaml")) ==
        "thirdring: " + (scratch / "none.yaml") + ": expected a file, got nothing there\nnothing was run\n");
}

TEST_CASE("some points are picked", "[sweep]") {
  const std::vector<Variable> variables = {parse_variable("a=1..4"), parse_variable("b=x,y")};
  Design design;
  design.variables = variables;
  const std::vector<Values> points = points_of(design);
  CHECK(only("a=2,4", variables, points) ==
        std::vector<Values>{{"2", "x"}, {"2", "y"}, {"4", "x"}, {"4", "y"}});
  CHECK(only("b=y", variables, only("a=3..4", variables, points)) ==
        std::vector<Values>{{"3", "y"}, {"4", "y"}});
  CHECK(numbered("8,1..2", points) == std::vector<Values>{{"1", "x"}, {"1", "y"}, {"4", "y"}});
  const Scratch scratch;
  const std::string sweep = "sweep " + scratch.write("a.yaml", small_scenario()) + " --dry-run lines=5..9 ";
  CHECK(refusal(sweep + "--only lnes=5") ==
        "thirdring: --only: expected one of lines, got 'lnes'; did you mean 'lines'?\n");
  CHECK(refusal(sweep + "--only lines=5,10") ==
        "thirdring: --only 'lines=5,10': expected values of lines that a point has, got '10'\n");
  CHECK(refusal(sweep + "--only lines=5~6") ==
        "thirdring: --only 'lines=5~6': expected path=values, as the points have them\n");
  for (const char* wrong : {"0", "6", "4..2", "x", "1..", "..2", "1-2"})
    CHECK(refusal(sweep + "--points 1," + wrong) ==
          std::string("thirdring: --points: expected numbers from 1 to 5 such as 1,5,10..20, got '") + wrong +
              "'\n");
  CHECK(refusal(sweep + "--launcher mip") ==
        "--launcher: expected mpi or threads, got 'mip'; did you mean 'mpi'?\n"
        "Run with --help for more information.\n");
}
