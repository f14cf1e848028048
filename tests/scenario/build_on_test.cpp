// Scenarios on others, overrides, anchors, hashes, files and warnings.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "catch.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;
namespace fs = std::filesystem;

namespace {

const std::string plain = R"(time: {start: 2026-03-02 08:00, length: 1 h}
call_types:
  a:
    arrivals: {rate: 60/h}
    talk: {distribution: lognormal, mean: 1 min, cv: 0.5}
    patience: {distribution: exponential, mean: 1 min}
  b: {arrivals: none, talk: 10 s}
agent_groups:
  g: {skills: [a, b], staffing: [3, 4]}
  h: {skills: [b], staffing: 1}
)";

Loaded load(const std::string& text, const std::vector<Override>& overrides = {},
            const fs::path& directory = ".") {
  return load_scenario_text(text, "x.yaml", directory, overrides);
}

Model model_of(const std::string& text, const std::vector<Override>& overrides = {},
               const fs::path& directory = ".") {
  const Loaded loaded = load(text, overrides, directory);
  for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  REQUIRE(loaded.model);
  return *loaded.model;
}

std::string messages(const std::vector<Problem>& problems) {
  std::string result;
  for (const Problem& problem : problems) result += problem.text() + '\n';
  return result;
}

std::string refusal(const Override& change) { return messages(load(plain, {change}).problems); }

struct Directory {
  fs::path path = fs::temp_directory_path() / fmt::format("thirdring_build_on_test_{}", ::getpid());
  Directory() { fs::create_directories(path); }
  ~Directory() { fs::remove_all(path); }
  void write(const char* name, const std::string& text) const { std::ofstream(path / name) << text; }
};

}  // namespace

TEST_CASE("Overrides change a leaf, a branch or an element", "[scenario][set]") {
  CHECK(model_of(plain, {{"run.seed", "7"}}).run.seed == 7);
  CHECK(model_of(plain, {{"agent_groups.g.staffing.1", "9"}}).groups[0].staffing[1] == 9);
  CHECK(model_of(plain, {{"agent_groups.g.staffing[1]", "9"}}).groups[0].staffing[1] == 9);
  CHECK(model_of(plain, {{"agent_groups.g.staffing", "5"}}).groups[0].staffing[1] == 5);
  CHECK(model_of(plain, {{"call_types.a.balk", "5 %"}}).call_types[0].balk == 0.05);
  CHECK(model_of(plain, {{"call_types.a.redial", "{after_busy: 50 %, delay: 1 min}"}})
            .call_types[0]
            .redial.after_busy == 0.5);
  CHECK(model_of(plain, {{"call_types.a.redial.delay", "1 min"}}).call_types[0].redial.delay.mean() == 60);
  CHECK(model_of(plain,
                 {{"agent_groups.g.skills", "{a: {}, b: {}}"}, {"agent_groups.g.skills.b.priority", "2"}})
            .groups[0]
            .skills[1]
            .priority == 2);
  // In place: the order of groups decides who is asked first.
  CHECK(model_of(plain, {{"agent_groups.g.staffing", "5"}}).groups[0].name == "g");
}

TEST_CASE("An override takes the place of keys that exclude it", "[scenario][set]") {
  CHECK(model_of(plain, {{"call_types.a.arrivals.volumes", "[1, 2]"}}).call_types[0].arrivals.rate[1] ==
        Approx(2 / 1800.0));
  CHECK(model_of(plain, {{"call_types.a.talk.distribution", "exponential"}}).call_types[0].talk.variance() ==
        3600);
  CHECK(model_of(plain, {{"agent_groups.g.shifts", "[{agents: 1, start: 08:00, length: 1 h}]"}})
            .groups[0]
            .by_shifts());
  CHECK(model_of(plain, {{"call_types.a.patience", "null"}}).call_types[0].patience.is_never());
}

TEST_CASE("An override that leads nowhere is refused", "[scenario][set]") {
  CHECK(refusal({"agent_groups.gg.staffing", "5"}) ==
        "--set agent_groups.gg.staffing=5: agent_groups.gg.staffing: expected one of g or h, got 'gg'; did "
        "you mean 'g'?\n");
  CHECK(refusal({"runn.seed", "5"}).ends_with("got 'runn'; did you mean 'run'?\n"));
  CHECK(refusal({"run.sead", "5"}) ==
        "--set run.sead=5: run.sead: expected a known key, got 'sead'; did you mean 'seed'?\n");
  CHECK(refusal({"agent_groups.g.staffing.7", "5"}) ==
        "--set agent_groups.g.staffing.7=5: agent_groups.g.staffing.7: expected a position from 0 to 1, got "
        "'7'\n");
  CHECK(refusal({"agent_groups.h.staffing.0", "5"}) ==
        "--set agent_groups.h.staffing.0=5: agent_groups.h.staffing.0: expected a list or a map that the "
        "path goes on in, got '1'\n");
  CHECK(refusal({"run.seed", "x"}) ==
        "--set run.seed=x: run.seed: expected a whole number that is not negative, such as 12, got 'x'\n");
  CHECK(refusal({"run.seed", "[1"}).starts_with("--set run.seed=[1:1:"));
  CHECK(refusal({"", "1"}).ends_with("got ''\n"));
  CHECK(refusal({"run.seed", ""}) == "--set run.seed=: run.seed: expected a value, got nothing\n");
}

TEST_CASE("A scenario on another says what differs", "[scenario][based_on]") {
  const Directory directory;
  directory.write("base.yaml", plain);
  directory.write("middle.yaml", "based_on: base.yaml\nagent_groups: {g: {staffing: [7, 8]}}\n");
  const Model m = model_of(
      "based_on: middle.yaml\ncall_types: {a: {arrivals: {volumes: [1, 2]}, talk: {distribution: "
      "exponential}}}\n",
      {}, directory.path);
  CHECK(m.groups[0].staffing == std::vector<std::uint32_t>{7, 8, 0});
  CHECK(m.call_types[0].arrivals.rate[0] == Approx(1 / 1800.0));
  CHECK(m.call_types[0].talk.variance() == 3600);
  CHECK(m.call_types.size() == 2);
  // What is wrong is shown where it stands.
  directory.write("wrong.yaml", "based_on: base.yaml\nlines: many\n");
  CHECK(messages(load("based_on: wrong.yaml\nrun: {seed: x}", {}, directory.path).problems) ==
        "x.yaml:2:13: run.seed: expected a whole number that is not negative, such as 12, got 'x'\n"
        "wrong.yaml:2:8: lines: expected a whole number that is not negative, such as 12, got 'many'\n");
  directory.write("one.yaml", "based_on: two.yaml\n");
  directory.write("two.yaml", "based_on: one.yaml\n");
  CHECK(messages(load("based_on: one.yaml", {}, directory.path).problems) ==
        "two.yaml:1:11: based_on: expected another scenario, got 'one.yaml', which is based on this one\n");
}

namespace {

const std::string talking = R"(time: {start: 2026-03-02 08:00, length: 1 h}
call_types: {a: {arrivals: {rate: 60/h}, talk: 1 min, conversation: said}}
agent_groups: {g: {skills: [a], staffing: 3}}
conversations: {said: {use: situations.yaml}}
)";

double chance(const Model& m, std::size_t i) { return m.call_types[0].conversation->chances.at(i).chance; }

}  // namespace

TEST_CASE("A library of situations is shared, and one line says what differs", "[scenario][use]") {
  const Directory directory;
  directory.write("situations.yaml",
                  "silent: {stage: opening, chance: 1 %, steps: [wait: 5 s, end: silent]}\n"
                  "noisy: {stage: opening, chance: 3 %, steps: [say: {file: noise.csv}]}\n");
  directory.write("noise.csv", "seconds\n4\n8\n");
  const auto with = [&](const std::string& own) {
    return std::string(talking).replace(talking.find("yaml}") + 4, 0, own);
  };
  const Model plain_use = model_of(talking, {}, directory.path);
  CHECK(plain_use.situations.size() == 2);
  CHECK(chance(plain_use, 0) == 0.01);
  CHECK(plain_use.call_types[0].conversation->laws.at(0).mean() == 6);  // the file lies beside the library

  const Model one_line = model_of(with(", silent: {chance: 2 %}"), {}, directory.path);
  CHECK(chance(one_line, 0) == 0.02);
  CHECK(chance(one_line, 1) == 0.03);
  CHECK(model_of(talking, {{"conversations.said.silent.chance", "4 %"}}, directory.path)
            .call_types[0]
            .conversation->chances[0]
            .chance == 0.04);
  // 0 % switches a situation off, and null takes it away.
  CHECK(model_of(with(", silent: {chance: 0 %}"), {}, directory.path).situations.size() == 1);
  CHECK(model_of(with(", silent: null"), {}, directory.path).situations[0].name == "noisy");
  CHECK(model_of(with(", more: {stage: body, steps: [say: 1 s]}"), {}, directory.path).situations.size() ==
        3);
  // The content of the library is part of what a scenario says.
  const std::string before = load(talking, {}, directory.path).hash;
  directory.write("situations.yaml",
                  "silent: {stage: opening, chance: 1 %, steps: [wait: 6 s, end: silent]}\n");
  CHECK(load(talking, {}, directory.path).hash != before);
}

TEST_CASE("A scenario on another may use another library", "[scenario][use]") {
  const Directory directory;
  fs::create_directories(directory.path / "below");
  directory.write("below/situations.yaml", "one: {stage: opening, chance: 1 %, steps: [say: 1 s]}\n");
  directory.write("situations.yaml", "two: {stage: opening, chance: 2 %, steps: [say: 2 s]}\n");
  directory.write("below/base.yaml", talking);
  // The name of the library is relative to the file that says it.
  CHECK(model_of("based_on: below/base.yaml", {}, directory.path).situations[0].name == "one");
  CHECK(model_of("based_on: below/base.yaml\nconversations: {said: {one: {chance: 9 %}}}", {}, directory.path)
            .call_types[0]
            .conversation->chances[0]
            .chance == 0.09);
  const Model other = model_of("based_on: below/base.yaml\nconversations: {said: {use: situations.yaml}}", {},
                               directory.path);
  CHECK(other.situations.size() == 1);
  CHECK(other.situations[0].name == "two");
  CHECK(
      messages(load(talking, {{"conversations.said.use", "x.yaml"}}, directory.path).problems) ==
      "--set conversations.said.use=x.yaml: conversations.said.use: expected a key of the scenario as it is "
      "put together, got 'use'\n");
  CHECK(model_of(talking, {{"conversations.said", "{use: below/situations.yaml}"}}, directory.path)
            .situations[0]
            .name == "one");
}

TEST_CASE("Without its conversations a scenario is still one", "[scenario][use]") {
  const Directory directory;
  directory.write("situations.yaml", "one: {stage: opening, chance: 1 %, steps: [say: 1 s]}\n");
  const Model m = model_of(talking, {{"call_types.a.conversation", "none"}}, directory.path);
  CHECK_FALSE(m.call_types[0].conversation);
  CHECK(m.situations.empty());
}

TEST_CASE("Anchors and merge keys", "[scenario][yaml]") {
  const Model m = model_of(R"(time: {start: 2026-03-02 08:00, length: 1 h}
call_types:
  a: &a
    arrivals: {rate: 60/h}
    talk: &talk {distribution: lognormal, mean: 1 min, cv: 0.5}
    patience: 1 min
  b:
    <<: *a
    talk: {<<: *talk, mean: 2 min}
agent_groups:
  g: {skills: [a, b], staffing: 4}
)");
  CHECK(m.call_types[1].patience.mean() == 60);
  CHECK(m.call_types[1].talk.mean() == Approx(120));
}

TEST_CASE("The hash is of what a scenario says", "[scenario][hash]") {
  const std::string hash = load(plain).hash;
  CHECK(load(plain + "# a comment\n").hash == hash);
  CHECK(load("run: {seed: 1, replications: 3}\n" + plain).hash ==
        load("run: {replications: 3, seed: 1}\n" + plain).hash);
  CHECK(load("run: {seed: 2}\n" + plain).hash != hash);
  CHECK(load(plain, {{"run.seed", "2"}}).hash == load("run: {seed: 2}\n" + plain).hash);
}

TEST_CASE("Tables beside the scenario", "[scenario][files]") {
  const Directory directory;
  directory.write("calls.csv", "time,calls\n08:00,12\n\n08:30,\"24\"\n");
  directory.write("times.csv", "time\r\n08:00:10\r\n2026-03-02 08:00:05\r\n");
  directory.write("talk.csv", "minutes\n1\n2\n3\n");
  const auto change = [](const char* path, const char* value) {
    return std::vector<Override>{{path, value}};
  };
  const Model calls = model_of(plain, change("call_types.a.arrivals.file", "calls.csv"), directory.path);
  CHECK(calls.call_types[0].arrivals.rate[1] == Approx(24 / 1800.0));
  const Model times =
      model_of(plain, change("call_types.a.arrivals.times_file", "times.csv"), directory.path);
  CHECK(times.call_types[0].arrivals.times == std::vector<Seconds>{5, 10});
  const Model talk = model_of(plain, change("call_types.a.talk.file", "talk.csv"), directory.path);
  CHECK(talk.call_types[0].talk.mean() == Approx(120));
  // A file that changes changes the hash.
  const std::string before = load(plain, change("call_types.a.talk.file", "talk.csv"), directory.path).hash;
  directory.write("talk.csv", "minutes\n1\n2\n4\n");
  CHECK(load(plain, change("call_types.a.talk.file", "talk.csv"), directory.path).hash != before);
}

TEST_CASE("Scenarios do not build on one another without end", "[scenario][based_on]") {
  const Directory directory;
  for (int i = 0; i < 150; ++i)
    directory.write(fmt::format("{}.yaml", i).c_str(), fmt::format("based_on: {}.yaml\n", i + 1));
  directory.write("150.yaml", plain);
  const auto problems = load_scenario(directory.path / "0.yaml").problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].text().ends_with(
      "100.yaml:1:11: based_on: expected at most 100 scenarios that build on one another, got more"));
  CHECK(load_scenario(directory.path / "120.yaml").problems.empty());
  std::filesystem::remove_all(directory.path);
}

TEST_CASE("Doubtful scenarios are warned about", "[scenario][warnings]") {
  const auto warnings = [](const std::vector<Override>& changes) {
    return messages(load(plain, changes).warnings);
  };
  CHECK(warnings({}) == "");
  CHECK(warnings({{"call_types.a.arrivals.rate", "1e12/h"}})
            .starts_with(
                "x.yaml:3:3: call_types: expected at most 5e+07 calls in a run, got 1e+12: absurdly large "
                "work\n"));
  CHECK(warnings({{"call_types.a.patience", "never"}, {"call_types.a.arrivals.rate", "300/h"}}) ==
        "x.yaml:3:3: call_types.a: expected less work than its agents have time for (3.5 h), got 5 h from "
        "callers who never hang up: the queue grows without bound\n");
  CHECK(warnings({{"agent_groups.g.staffing", "[0, 4]"}}) ==
        "x.yaml:3:3: call_types.a: expected somebody on duty who can serve these calls whenever they come, "
        "got nobody in 1 of the periods, first at 08:00\n");
  CHECK(warnings({{"routing.b", "[g]"}}) ==
        "x.yaml:10:3: agent_groups.h: expected a route that leads to these agents, got none: they will be "
        "idle all day\n");
  CHECK(warnings({{"agent_groups.g.pick_up", "2 min"}}) ==
        "x.yaml:3:3: call_types.a: expected callers more patient than 'g' takes to pick up (120 s in the "
        "mean), got 60 s\n");
  const std::string circle =
      ": expected warm transfers to agents who need not wait for others in turn, got a circle: when all of "
      "them wait "
      "for one another, nobody gets free any more\n";
  CHECK(warnings({{"call_types.a.transfers", "[{chance: 10 %, to: g, mode: warm}]"}}) ==
        "x.yaml:9:3: agent_groups.g" + circle);
  CHECK(warnings({{"call_types.a.transfers", "[{chance: 10 %, to: g, mode: cold}]"}}) == "");
  CHECK(warnings({{"call_types.a.transfers", "[{chance: 10 %, to: h, mode: warm}]"}}) == "");
}

TEST_CASE("What a planner would ask about a plan", "[scenario][warnings]") {
  const auto warnings = [](const std::vector<Override>& changes) {
    return messages(load(plain, changes).warnings);
  };
  CHECK(warnings({{"call_types.a.arrivals.rate", "400/h"}}) ==
        "x.yaml:9:3: agent_groups: expected agents enough for the calls of every period, got much more work "
        "than all "
        "together can do in 2 of the periods, first at 08:00 (at most 167 % of their time)\n");
  CHECK(warnings({{"call_types.a.arrivals.rate", "260/h"}}) == "");
  CHECK(warnings({{"call_types.b.arrivals", "{volumes: [9, 0]}"}}) == "");
  CHECK(warnings({{"call_types.b.arrivals", "{volumes: [9, 0, 0, 5]}"},
                  {"time.period", "15 min"},
                  {"agent_groups.g.staffing", "4"}}) ==
        "x.yaml:10:3: agent_groups.h: expected calls for these agents whenever they are there, got none in 1 "
        "of the "
        "periods, first at 08:30\n");
  CHECK(warnings({{"lines", "4"}}) ==
        "--set lines=4: lines: expected a line for each agent at least, got 4 for 5 agents: some of them can "
        "never talk\n");
  CHECK(warnings({{"lines", "5"}}) == "");
  CHECK(
      warnings({{"call_types.b.talk", "10 h"}}) ==
      "x.yaml:7:3: call_types.b: expected calls of at most 2 h in the mean, got 10 h: is the unit right?\n");
  CHECK(warnings({{"agent_groups.g.pick_up", "8 s"},
                  {"agreements.quick", "{share: answered_within 5 s, of: [a], at_least: 80 %}"}}) ==
        "x.yaml:3:3: call_types.a: expected agents who pick up within the 5 s of 'quick', got 8 s in the "
        "mean\n");
}
