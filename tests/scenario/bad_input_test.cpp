// Everything wrong gets its full message: tests/bad/*.yaml with the text beside each.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;
namespace fs = std::filesystem;

namespace {

const fs::path bad = fs::path(THIRDRING_SOURCE_DIR) / "tests/bad";

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

// Messages name files as they were given; here that is without the directory.
std::string problems_of(const fs::path& file) {
  std::string result;
  for (Problem problem : load_scenario(file).problems) {
    problem.file = fs::path(problem.file).filename().string();
    result += problem.text() + '\n';
  }
  return result;
}

struct TemporaryFile {
  fs::path path;
  TemporaryFile(const char* name, const std::string& text) : path(fs::temp_directory_path() / name) {
    std::ofstream(path, std::ios::binary) << text;
  }
  ~TemporaryFile() { fs::remove(path); }
};

std::string only_message(const std::string& text) {
  const Loaded loaded = load_scenario_text(text, "x.yaml");
  return loaded.problems.size() == 1 ? loaded.problems[0].text()
                                     : std::to_string(loaded.problems.size()) + " problems";
}

}  // namespace

TEST_CASE("Each bad scenario is refused with its full message", "[scenario][bad]") {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(bad))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 90);
  for (const fs::path& file : files) {
    INFO(file.filename().string());
    const std::string expected = text_of(fs::path(file).replace_extension(".txt"));
    CHECK(!expected.empty());
    CHECK(problems_of(file) == expected);
    CHECK_FALSE(load_scenario(file).model);
  }
}

TEST_CASE("Files that are none are refused", "[scenario][bad]") {
  CHECK(problems_of(bad / "nowhere.yaml") == "nowhere.yaml: expected a file, got nothing there\n");
  CHECK(problems_of(bad) == "bad: expected a file, got a directory\n");
  CHECK(problems_of("/dev/null") == "null: expected a regular file, got something else\n");
}

TEST_CASE("A file of 100 MB is refused without reading it", "[scenario][bad]") {
  const TemporaryFile huge("thirdring_huge.yaml", "why: x\n");
  fs::resize_file(huge.path, 100'000'000);
  const auto begin = std::chrono::steady_clock::now();
  CHECK(problems_of(huge.path) ==
        "thirdring_huge.yaml: expected a file of at most 16 MiB, got one of 96 MiB\n");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(100));
}

TEST_CASE("Texts made to exhaust a parser are refused in time", "[scenario][bad]") {
  const auto repeated = [](const std::string& piece, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += piece;
    return result;
  };
  const std::string too_deep = "expected at most 64 levels of nesting, got more";
  const std::string too_many = "expected at most 2000000 values, aliases written out, got more";
  const auto begin = std::chrono::steady_clock::now();
  CHECK(only_message(repeated("[", 1'000'000)) == "x.yaml: " + too_deep);
  CHECK(only_message(repeated("{a: ", 1'000'000)) == "x.yaml: " + too_deep);
  CHECK(only_message(repeated("- ", 1'000'000)) == "x.yaml:1:129: " + too_deep);
  CHECK(only_message(repeated("? ", 1'000'000)) == "x.yaml:1:3: expected a plain word as a key, got a map");
  CHECK(only_message(repeated("a: b: ", 1'000'000)) ==
        "x.yaml:1:5: expected YAML, got a syntax error: illegal map value");
  CHECK(only_message("a: [" + repeated("1,", 2'500'000) + "]") == "x.yaml: " + too_many);
  std::string doubling = "a: &a0 {k: v}\n";
  for (int i = 1; i < 60; ++i) doubling += fmt::format("b{0}: &a{0} [*a{1}, *a{1}]\n", i, i - 1);
  CHECK(only_message(doubling) == "x.yaml: " + too_many);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
}

TEST_CASE("A scenario full of mistakes is not listed for ever", "[scenario][bad]") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += fmt::format("key{}: 1\n", i);
  const Loaded loaded = load_scenario_text(text, "x.yaml");
  CHECK(loaded.problems.size() == 1001);
  CHECK(loaded.problems[0].text() ==
        "x.yaml: expected a scenario with fewer mistakes, got 1000: there may be more");
}

TEST_CASE("Any damage to a good scenario is either harmless or refused", "[scenario][bad]") {
  const std::string good = text_of(fs::path(THIRDRING_SOURCE_DIR) /
                                   GENERATE("scenarios/escalation.yaml", "tests/scenario/everything.yaml"));
  Stream random(20260302);
  const std::string pieces = "\"'[]{}:,-&*#|>%@`!? \n\t0159eah.<\\";
  for (int i = 0; i < 3000; ++i) {
    std::string text = good;
    for (int changes = 0; changes < 3; ++changes) {
      const auto at = static_cast<std::size_t>(random.uniform() * static_cast<double>(text.size()));
      const char piece =
          pieces[static_cast<std::size_t>(random.uniform() * static_cast<double>(pieces.size()))];
      if (random.uniform() < 0.3)
        text.erase(at, 1 + static_cast<std::size_t>(random.uniform() * 20));
      else if (random.uniform() < 0.5)
        text[at] = piece;
      else
        text.insert(at, 1, piece);
    }
    const Loaded loaded =
        load_scenario_text(text, "x.yaml", fs::path(THIRDRING_SOURCE_DIR) / "tests/scenario");
    INFO(text);
    CHECK(loaded.model.has_value() == loaded.problems.empty());
  }
}

TEST_CASE("Results that fill the memory are refused", "[scenario][bad]") {
  std::string types, skills;
  for (int t = 0; t < 100; ++t) {
    types += fmt::format("  t{}: {{arrivals: {{rate: 1/h}}, talk: 1 min}}\n", t);
    skills += fmt::format("{}t{}", t == 0 ? "" : ", ", t);
  }
  std::string groups = fmt::format("  g0: {{skills: &all [{}], staffing: 1}}\n", skills);
  for (int g = 1; g < 50; ++g) groups += fmt::format("  g{}: {{skills: *all, staffing: 1}}\n", g);
  CHECK(
      only_message("time: {length: 12 h, days: 40}\ncall_types:\n" + types + "agent_groups:\n" + groups) ==
      "x.yaml:1:7: time.period: expected at most 377 periods for so many call types, skills and agreements, "
      "got 1000");
}
