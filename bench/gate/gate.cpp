// gate [--move REASON]: counts the instructions of a call and compares them with bench/baseline.json.
// Exit status: 0 good, 1 too many or an error, 77 skipped because counts cannot be compared here.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <gnu/libc-version.h>

#include <CLI/CLI.hpp>
#include <boost/version.hpp>
#include <fstream>
#include <sstream>

#include "bench/gate/baseline.hpp"
#include "bench/measuring/child.hpp"
#include "bench/measuring/instructions.hpp"

namespace thirdring::bench {
namespace {

constexpr int good = 0, bad = 1, skipped = 77;
constexpr const char* baseline_file = THIRDRING_SOURCE_DIR "/bench/baseline.json";

std::string slurp(const std::string& path) {
  std::stringstream text;
  if (!(text << std::ifstream(path).rdbuf())) throw std::runtime_error(path + " cannot be read");
  return text.str();
}

void write(const std::string& path, const std::string& text) {
  std::ofstream file(path);
  if (!(file << text << std::flush)) throw std::runtime_error(path + " cannot be written");
}

/// What an instruction count depends on.  The processor's model is not among it: see count().
Circumstances circumstances() {
  return {{"compiler", THIRDRING_COMPILER},
          {"build", THIRDRING_BUILD},
          {"architecture", THIRDRING_ARCHITECTURE},
          {"Boost", BOOST_LIB_VERSION},
          {"fmt", THIRDRING_FMT},
          {"yaml-cpp", THIRDRING_YAML_CPP},
          {"glibc", gnu_get_libc_version()},
          {"valgrind", valgrind_version()}};
}

Counts measure() {
  const auto fixed = [](const std::string& scenario) {
    return [scenario](unsigned replications) {
      std::vector<std::string> command = {THIRDRING_PROGRAM, "bench", "--fixed", "--replications",
                                          std::to_string(replications)};
      if (!scenario.empty()) command.push_back(scenario);
      return command;
    };
  };
  return {
      {"erlang_a", instructions_per_call(fixed(""), 1, 5)},
      {"busy_day", instructions_per_call(fixed(THIRDRING_SOURCE_DIR "/bench/gate/busy_day.yaml"), 5, 65)}};
}

/// Says it here and in a file beside the build, which .ci/run prints: ctest does not show what a test said
/// that passed or was skipped.
int say(int status, const std::string& text) {
  fmt::print("{}", text);
  write(THIRDRING_GATE_LOG, text);
  return status;
}

int check() {
  const Baseline baseline = read_baseline(slurp(baseline_file));
  if (const std::string unlike = differences(baseline.made_with, circumstances()); !unlike.empty())
    return say(
        skipped,
        "GATE SKIPPED: instructions per call are NOT compared here, for a count depends on\n" + unlike);
  const Judgement judgement =
      judge(baseline.in_force(), measure(), THIRDRING_GATE " --move 'why a call may cost more'");
  return say(judgement.passed ? good : bad,
             fmt::format("GATE {}\n{}", judgement.passed ? "PASSED" : "FAILED", judgement.text));
}

int move_baseline(const std::string& reason) {
  if (valgrind_version().empty()) throw std::runtime_error("valgrind is not installed");
  Baseline baseline;
  if (std::ifstream(baseline_file)) baseline = read_baseline(slurp(baseline_file));
  baseline.made_with = circumstances();
  baseline.history.push_back(
      {fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr))), reason, measure()});
  write(baseline_file, write_baseline(baseline));
  fmt::print("{}", write_baseline(baseline));
  return good;
}

}  // namespace
}  // namespace thirdring::bench

int main(int argc, char** argv) {
  using namespace thirdring::bench;
  CLI::App app(
      "Has a call become dearer?  Counts its instructions and compares them with bench/baseline.json");
  std::string reason;
  CLI::Option* const moves =
      app.add_option("--move", reason, "Move the baseline to what is counted now: why");
  CLI11_PARSE(app, argc, argv);
  try {
    if (*moves && reason.empty()) throw std::runtime_error("--move: expected the reason");
    return *moves ? move_baseline(reason) : check();
  } catch (const std::exception& error) {
    fmt::print(stderr, "gate: {}\n", error.what());
    return bad;
  }
}
