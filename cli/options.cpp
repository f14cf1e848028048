#include "cli/options.hpp"

#include <fmt/format.h>

#include <limits>
#include <thread>

#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/quantity.hpp"
#include "sim/scenario/units.hpp"

namespace thirdring::cli {

namespace {

// CLI11 alone would wrap -1 around.
CLI::Validator whole_number() {
  return {[](std::string& text) {
            WholeNumber number;
            return Leaf<WholeNumber>::read(text, number)
                       ? ""
                       : fmt::format("expected a whole number from 0 to {}, got '{}'",
                                     std::numeric_limits<std::uint64_t>::max(), text);
          },
          "WHOLE NUMBER"};
}

}  // namespace

const Formats& formats() {
  static const Formats names = {{"table", Format::table}, {"json", Format::json}, {"csv", Format::csv}};
  return names;
}

void CommonOptions::add_scenarios(CLI::App& command, int least, int most) {
  command.add_option("SCENARIO", scenarios, "Scenario files")->required()->expected(least, most);
  command.add_option("--set", sets, "Replace a value of the scenario: path=value")->expected(1)->take_all();
}

CLI::Option* CommonOptions::add_simulating(CLI::App& command) {
  command.add_option("--seed", seed, "Seed of all random numbers")->check(whole_number());
  threads = std::max(1U, std::thread::hardware_concurrency());
  command.add_option("--threads", threads, "Threads; the results do not depend on it")
      ->check(CLI::Range(1, 1024));
  const std::map<std::string, Engine> engines = {{"auto", Engine::automatic}, {"events", Engine::events}};
  add_choice(command, "--engine", engine, engines,
             "events, or auto: without events where they change nothing but the time it takes");
  return command
      .add_option("--replications", replications, "How many replications (with a precision: at most)")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000'000}));
}

CLI::Option* CommonOptions::add_running(CLI::App& command, const std::string& out_is, const Formats& known) {
  CLI::Option* const option = add_simulating(command);
  add_choice(command, "--format", format, known,
             known.count("xlsx") ? "table, json, csv or xlsx" : "table, json or csv");
  command.add_option("--out", out, out_is);
  return option;
}

RunOptions CommonOptions::run_options(const RunPlan& plan) const {
  RunOptions options = planned(plan);
  if (seed) options.seed = *seed;
  if (replications) {
    options.replications = *replications;
    if (options.precision) options.precision->at_most = *replications;
  }
  options.threads = threads;
  options.engine = engine;
  return options;
}

MeasureWidth parse_width(const std::string& option, const std::string& width_name, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos)
    throw BadArguments(fmt::format("{}: expected MEASURE={}, got '{}'", option, width_name, text));
  const std::string measure = text.substr(0, equals), width = text.substr(equals + 1);
  if (const auto problem = precision_problem(measure))
    throw BadArguments(fmt::format("{}: {}", option, *problem));
  const Unit unit = find_measure(measure)->unit;
  const auto [value, example] = unit == Unit::share     ? std::pair{parse_share(width), "0.5%"}
                                : unit == Unit::seconds ? std::pair{parse_seconds(width), "2s"}
                                                        : std::pair{parse_number(width), "0.5"};
  if (!value || !(*value > 0))
    throw BadArguments(fmt::format("{}: expected a {} above 0 for {} such as {}, got '{}'", option,
                                   width_name, measure, example, width));
  return {measure, *value};
}

RunPlan::Precision::Goal parse_precision(const std::string& text) {
  const MeasureWidth goal = parse_width("--precision", "HALF_WIDTH", text);
  return {goal.measure, goal.width};
}

}  // namespace thirdring::cli
