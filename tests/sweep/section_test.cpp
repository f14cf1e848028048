// A scenario that says itself what `sweep` varies.
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace thirdring::test;

namespace {

const std::string varied =
    "variables:\n"
    "  lines: 6..8\n"
    "  agent_groups.agents.staffing: [2, 3, 4]\n"
    "  call_types.enquiry.talk.mean*: [0.9, 1]\n"
    "plans:\n"
    "  hasty: {call_types.enquiry.patience.mean: 1 min}\n"
    "  patient: {call_types.enquiry.patience: {distribution: constant, mean: 5 min}}\n"
    "zip: [[lines, agent_groups.agents.staffing]]\n"
    "where: [lines < 8]\n"
    "replications: 6\n"
    "seed: 7\n";

std::string section_of(const std::string& file) {
  std::string text = "sweep:\n  ";
  for (const char c : file.substr(0, file.size() - 1))
    text += c == '\n' ? std::string("\n  ") : std::string(1, c);
  return text + '\n';
}

/// Points with their keys, seeds, values and all numbers.
std::string content(const std::string& store) {
  auto json = nlohmann::json::parse(program("results " + store + " --format json").output);
  json.erase("scenario");
  return json.dump(1);
}

struct Section {
  Scratch scratch;
  /// Status 2 and the message, with S for the path of the file.
  std::string told(const std::string& command, const std::string& text) const {
    const std::string file = scratch.write("s.yaml", text);
    const Outcome o = program(command + ' ' + file + " 2>&1");
    CHECK(o.status == 2);
    return shortened(o.output, file);
  }
  static std::string shortened(std::string said, const std::string& file) {
    for (std::size_t at; (at = said.find(file)) != std::string::npos;) said.replace(at, file.size(), 1, 'S');
    return said;
  }
  std::string points(const std::string& arguments) const {
    const Outcome o = program("sweep " + arguments + " --dry-run 2>&1");
    CAPTURE(o.output);
    CHECK(o.status == 0);
    return o.output;
  }
};

}  // namespace

TEST_CASE_METHOD(Section, "the section, a file and the command line give the same store", "[sweep]") {
  const std::string plain = scratch.write("a.yaml", small_scenario()), by = scratch.write("s.yaml", varied),
                    own = scratch.write("b.yaml", small_scenario(section_of(varied)));
  const std::string a = scratch / "a.db", b = scratch / "b.db";
  REQUIRE(program("sweep " + plain + " --file " + by + " --store " + a + " 2>&1").output ==
          "8 points: 8 done, 0 reused, 0 left; 48 replications run\n");
  REQUIRE(program("sweep " + own + " --store " + b + " 2>&1").output ==
          "8 points: 8 done, 0 reused, 0 left; 48 replications run\n");
  CHECK(content(a) == content(b));
  // They are the same points: there is nothing left to run.
  CHECK(program("sweep " + own + " --resume --store " + a + " 2>&1").output ==
        "8 points: 0 done, 8 reused, 0 left; 0 replications run\n");
  // Without its plans, which the command line has not.
  const std::string unplanned = varied.substr(0, varied.find("plans")) + varied.substr(varied.find("zip"));
  const std::string c = scratch / "c.db", d = scratch / "d.db";
  REQUIRE(program("sweep " + scratch.write("c.yaml", small_scenario(section_of(unplanned))) + " --store " +
                  c + " 2>/dev/null")
              .status == 0);
  REQUIRE(program("sweep " + plain +
                  " lines=6..8 agent_groups.agents.staffing=2,3,4 'call_types.enquiry.talk.mean*=0.9,1' "
                  "--zip lines,agent_groups.agents.staffing --where 'lines < 8' --replications 6 --seed 7 "
                  "--store " +
                  d + " 2>/dev/null")
              .status == 0);
  CHECK(content(c) == content(d));
}

TEST_CASE_METHOD(Section, "the section changes nothing of a run", "[sweep]") {
  const std::string plain = scratch.write("a.yaml", small_scenario()),
                    own = scratch.write("b.yaml", small_scenario(section_of(varied)));
  const std::string numbers = program("run " + plain + " --format csv").output;
  CHECK(numbers.size() > 1000);
  const auto unnamed = [](std::string text, const std::string& name) {
    for (std::size_t at; (at = text.find(name)) != std::string::npos;) text.erase(at, name.size());
    return text;
  };
  CHECK(unnamed(program("run " + own + " --format csv").output, own) == unnamed(numbers, plain));
  const std::string normal = program("check --normal " + own).output;
  CHECK(normal.find("\nsweep:\n") != std::string::npos);
  // Its normal form means the same sweep.
  CHECK(program("check --normal " + scratch.write("c.yaml", normal)).output == normal);
  CHECK(points(scratch / "c.yaml") == points(own));
}

TEST_CASE_METHOD(Section, "options add to the section, variables and --file stand in its place", "[sweep]") {
  const std::string own = scratch.write(
      "a.yaml", small_scenario("sweep: {variables: {lines: 6..9}, where: [lines > 6], replications: 5}\n"));
  CHECK(
      points(own) ==
      "point  lines\n1          7\n2          8\n3          9\n3 points x 5 replications; nothing was run\n");
  CHECK(points(own + " --where 'lines < 9' --replications 2") ==
        "point  lines\n1          7\n2          8\n2 points x 2 replications; nothing was run\n");
  CHECK(points(own + " --only lines=8 --set sweep.replications=3") ==
        "point  lines\n1          8\n1 points x 3 replications; nothing was run\n");
  CHECK(points(own + " agent_groups.agents.staffing=2") ==
        "point  agent_groups.agents.staffing\n"
        "1                                 2\n1 points x 20 replications; nothing was run\n");
  CHECK(points(own + " --file " + scratch.write("s.yaml", "variables: {lines: [3]}\n")) ==
        "point  lines\n1          3\n1 points x 20 replications; nothing was run\n");
  // Merged as everything is: keys replaced, added and taken away.
  CHECK(points(scratch.write("b.yaml",
                             "based_on: a.yaml\nsweep: {variables: {lines: 5..6, "
                             "agent_groups.agents.staffing: [4]}, where: null}\n")) ==
        "point  lines  agent_groups.agents.staffing\n1          5                             4\n"
        "2          6                             4\n2 points x 5 replications; nothing was run\n");
  CHECK(points(scratch.write("c.yaml", "based_on: a.yaml\nsweep: null\n") + " lines=5") ==
        "point  lines\n1          5\n1 points x 20 replications; nothing was run\n");
}

TEST_CASE_METHOD(Section, "what is wrong in the section is told with its place by every command", "[sweep]") {
  const std::string wrong = small_scenario(
      "sweep:\n"
      "  variables: {lines: 8..6, agent_groups.agents.staffing: {a: 1}}\n"
      "  plans: {lean: 3}\n"
      "  replications: 0\n");
  const std::string problems =
      "S:12:22: lines=8..6: expected a range that is not empty, got '8..6'\n"
      "S:12:28: sweep.variables.agent_groups.agents.staffing: expected values such as 20..40:2 or a list of "
      "them, got a map\n"
      "S:13:11: sweep.plans.lean: expected a map from paths to values, got '3'\n"
      "S:14:17: sweep.replications: expected a whole number of at least 1, got 0\n";
  for (const char* command : {"check", "run", "compare --replications 2 S2"}) {
    const std::string second = scratch.write("good.yaml", small_scenario());
    std::string line = command;
    if (const std::size_t at = line.find("S2"); at != std::string::npos) line.replace(at, 2, second);
    CHECK(told(line, wrong) == problems + "thirdring: 4 problems; nothing was run\n");
  }
  CHECK(told("sweep --dry-run", wrong) == "thirdring: " + problems + "nothing was run\n");
  CHECK(told("check", small_scenario("sweep: {variables: {lines: [5, 6]}, zip: [[lines, lnes]]}\n")) ==
        "thirdring: S:11:43: sweep.zip[0]: expected one of lines, got 'lnes'; did you mean 'lines'?\n");
  CHECK(told("check", small_scenario("sweep: {variables: {lines: [5, 6]}, where: [lnes < 3]}\n")) ==
        "thirdring: S:11:45: sweep.where[0]: expected a number or one of lines, got 'lnes'; did you mean "
        "'lines'?\n");
  CHECK(told("check", small_scenario("sweep: {variables: {lines: 5~9}, design: sobel:3}\n")) ==
        "thirdring: S:11:42: sweep.design: expected random:N or sobol:N, got 'sobel:3'\n");
}

TEST_CASE_METHOD(Section, "a wrong path or value of a section or a file is told with its line", "[sweep]") {
  const std::string wrong =
      "variables:\n"
      "  lnes: 5..7\n"
      "  agent_groups.agents.staffing: [3, many]\n"
      "  call_types.enquiry.tlak.mean*: [0.9]\n"
      "  agent_groups.agnets.shrinkage: [10 %]\n"
      "plans:\n"
      "  few: {call_types.enquiry.balk: often}\n";
  const std::vector<std::string> said = {
      "call_types.enquiry.tlak.mean: expected a value in the scenario to multiply, got none; did you mean "
      "'call_types.enquiry.talk.mean'?\n",
      "call_types.enquiry.balk: expected a share from 0 % to 100 %, such as 5 %, got 'often'\n",
      "lnes: expected a known key, got 'lnes'; did you mean 'lines'?\n",
      "agent_groups.agnets.shrinkage: expected one of agents, got 'agnets'; did you mean 'agents'?\n",
      "agent_groups.agents.staffing: expected a whole number of agents, or a list of them, one for each open "
      "period, got 'many'\n"};
  const auto at = [&](const std::vector<std::string>& places) {
    std::string text = "thirdring: ";
    for (std::size_t i = 0; i < places.size(); ++i)
      text.append("S:").append(places[i]).append(": ").append(said[i]);
    return text + std::to_string(places.size()) + " problems; nothing was run\n";
  };
  const std::string by = scratch.write("by.yaml", wrong), plain = scratch.write("a.yaml", small_scenario());
  const Outcome o = program("sweep " + plain + " --dry-run --file " + by + " 2>&1");
  CHECK(o.status == 2);
  CHECK(shortened(o.output, by) == at({"4:35", "7:34", "2:3", "5:3", "3:37"}));
  const std::vector<std::string> places = {"15:37", "18:36", "13:5", "16:5", "14:39"};
  CHECK(told("sweep --dry-run", small_scenario(section_of(wrong))) == at(places));
  // Of its first point alone.
  CHECK(told("check", small_scenario(section_of(wrong))) == at({places.begin(), places.end() - 1}));
  // A text that is no YAML has the place of the text, not one within it.
  CHECK(told("sweep --dry-run", small_scenario("sweep: {variables: {lines: \"[5\"}}\n")) ==
        "thirdring: S:11:28: lines: expected a plain word as a key, got a list\n"
        "1 problem; nothing was run\n");
}

TEST_CASE_METHOD(Section, "check tells how many points a section has", "[sweep]") {
  const std::string said =
      program("check " + scratch.write("a.yaml", small_scenario(section_of(varied)))).output;
  CHECK(said.ends_with(", a sweep of 8 points\n"));
  const std::string plain = program("check " + scratch.write("b.yaml", small_scenario())).output;
  CHECK(plain.find("sweep") == std::string::npos);
}
