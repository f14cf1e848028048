// report [--json FILE] [--markdown FILE...] [--only PART] [--long]: measures every bar of
// docs/performance.md.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "bench/measuring/google_json.hpp"
#include "bench/measuring/processor.hpp"
#include "bench/report/jobs.hpp"
#include "bench/report/rows.hpp"
#include "bench/workloads/runs.hpp"
#include "bench/workloads/workloads.hpp"

namespace thirdring::bench {
namespace {

constexpr const char* block_begin = "<!-- report -->";
constexpr const char* block_end = "<!-- end of report -->";

void write(const std::string& path, const std::string& text) {
  std::ofstream file(path);
  if (!(file << text << std::flush)) throw std::runtime_error(path + " cannot be written");
}

void fill(const std::string& path, const std::string& content) {
  std::stringstream text;
  if (!(text << std::ifstream(path).rdbuf())) throw std::runtime_error(path + " cannot be read");
  write(path, fill_block(text.str(), block_begin, block_end, content));
}

struct Command {
  Settings settings;
  std::string json, only;
  std::vector<std::string> markdown;
  std::string job, name;
  std::uint64_t amount = 1;
};

void report(const Command& command) {
  const Machine machine = this_machine();
  Runs trial(workload("ea100"), Engine::events);
  std::vector<Row> rows;
  for (const Part& part : parts()) {
    if (part.name.find(command.only) == std::string::npos) continue;
    fmt::print(stderr, "measuring: {}\n", part.name);
    std::optional<StayOn> here;
    if (!part.all_processors) here.emplace(quietest_processor([&] { trial.run(4); }));
    for (Row& row : part.measure(command.settings)) rows.push_back(std::move(row));
  }
  const std::string text = "Measured " + description(machine) + ".\n\n" + table(rows);
  fmt::print("{}", text);
  if (!command.json.empty()) write(command.json, google_json(rows, machine));
  for (const std::string& file : command.markdown) fill(file, text);
}

int run(int argc, char** argv) {
  CLI::App app("Measures how fast the engine is, against programs and against itself");
  Command command;
  command.settings.self = std::filesystem::read_symlink("/proc/self/exe").string();
  command.settings.thirdring = THIRDRING_PROGRAM;
  app.add_option("--json", command.json, "Also write the numbers in the format of Google Benchmark");
  app.add_option("--markdown", command.markdown, "Also put the table between the marks of these files");
  app.add_option("--only", command.only, "Only the parts with this in their name");
  app.add_flag("--long", command.settings.long_memory, "Memory over 1e9 calls, not 1e8");
  CLI::App& work = *app.add_subcommand("work", "Do one job and print calls, seconds and peak memory");
  work.add_option("JOB", command.job, "limit, engine or run")->required();
  work.add_option("WORKLOAD", command.name, "Name of a workload")->required();
  work.add_option("AMOUNT", command.amount, "Replications; calls of the limit")->required();
  CLI::App& print = *app.add_subcommand("print", "Print the scenario of a workload");
  print.add_option("WORKLOAD", command.name, "Name of a workload")->required();
  CLI11_PARSE(app, argc, argv);
  if (work.parsed()) {
    do_job(command.job, command.name, command.amount);
  } else if (print.parsed()) {
    fmt::print("{}", scenario_text(command.name));
  } else {
    report(command);
  }
  return 0;
}

}  // namespace
}  // namespace thirdring::bench

int main(int argc, char** argv) {
  try {
    return thirdring::bench::run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "report: {}\n", error.what());
    return 1;
  }
}
