// What the README shows is what happens.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "cli/program.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;

namespace {

std::string page(const char* name) {
  std::ifstream file(std::filesystem::path(THIRDRING_SOURCE_DIR) / name);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string readme() { return page("README.md"); }

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  REQUIRE(from != std::string::npos);
  const std::size_t to = text.find(end, from + begin.size());
  REQUIRE(to != std::string::npos);
  return text.substr(from + begin.size(), to - from - begin.size());
}

}  // namespace

TEST_CASE("the README shows the beginning of what its first line prints", "[readme]") {
  const test::Outcome run =
      test::program("run scenarios/courier_hotline.yaml", "cd '" THIRDRING_SOURCE_DIR "' && ");
  CHECK(run.status == 0);
  const std::string first_screen = run.output.substr(0, run.output.find("\nwait p50") + 1);
  const std::string begin = "<!-- output of: thirdring run scenarios/courier_hotline.yaml -->\n```\n";
  std::string shown = between(readme(), begin, "```");
  if (std::getenv("THIRDRING_REGENERATE") != nullptr) {
    std::string text = readme();
    text.replace(text.find(begin) + begin.size(), shown.size(), first_screen);
    std::ofstream(THIRDRING_SOURCE_DIR "/README.md") << text;
    shown = first_screen;
  }
  CHECK(shown == first_screen);
}

TEST_CASE("the README's scenario is a good one", "[readme]") {
  const std::string scenario = between(readme(), "## A scenario\n\n```yaml\n", "```");
  const Loaded loaded = load_scenario_text(scenario, "README.md");
  for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  CHECK(loaded.model);
  CHECK(loaded.warnings.empty());
}

TEST_CASE("the block of a sweep in docs/sweeps.md gives the points shown", "[readme][sweep]") {
  const std::string text = page("docs/sweeps.md");
  const test::Scratch scratch;
  std::filesystem::create_directory_symlink(THIRDRING_SOURCE_DIR "/scenarios", scratch / "scenarios");
  scratch.write("staffing.yaml", between(text, "```yaml\n# staffing.yaml\n", "```"));
  const std::string command = between(text, "`thirdring sweep staffing.yaml ", "` prints\n");
  std::string there = "cd '";
  there.append(scratch / "").append("' && ");
  const test::Outcome dry = test::program("sweep staffing.yaml " + command, there);
  CHECK(dry.status == 0);
  CHECK(dry.output == between(text, "` prints\n\n```\n", "```"));
}
