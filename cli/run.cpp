#include <fmt/format.h>

#include <memory>
#include <set>
#include <string_view>

#include "analysis/experiment/warm_up.hpp"
#include "analysis/xlsx/xlsx_report.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/report_file.hpp"
#include "cli/scenarios.hpp"
#include "sim/measures/call_trace.hpp"
#include "sim/measures/case_trace.hpp"

namespace thirdring::cli {
namespace {

namespace fs = std::filesystem;

struct RunCommand {
  CommonOptions common;
  std::vector<std::string> precision;
  std::string calls, cases;
  ReportOptions report;
  std::optional<std::uint64_t> replication;
  bool fail_on_breach = false, plain = false;
};

RunOptions options_for(const RunCommand& command, const Model& model) {
  RunOptions options = command.common.run_options(model.run);
  options.controls = !command.plain;
  if (!command.precision.empty()) {
    options.precision = RunPlan::Precision();
    for (const std::string& goal : command.precision)
      options.precision->goals.push_back(parse_precision(goal));
    options.replications = options.precision->at_most =
        command.common.replications.value_or(options.precision->at_most);
  }
  if (command.replication) {
    options.first = *command.replication;
    options.replications = 1;
    options.precision.reset();
  } else if (command.common.replications && command.precision.empty()) {
    // So many were asked for; the scenario's precision would stop earlier.
    options.precision.reset();
  }
  return options;
}

/// The files to write, all opened before the first run; empty: standard output.
std::vector<std::unique_ptr<OutputFile>> outputs(const RunCommand& command) {
  const CommonOptions& common = command.common;
  std::vector<std::unique_ptr<OutputFile>> files;
  if (common.out.empty()) return files;
  const fs::path out = common.out;
  if (common.scenarios.size() == 1 && !fs::is_directory(out)) {
    files.push_back(std::make_unique<OutputFile>(out));
    return files;
  }
  std::error_code error;
  fs::create_directories(out, error);
  if (error) throw BadArguments(fmt::format("{}: {}", common.out, error.message()));
  const char* const ending = common.format == Format::json   ? ".json"
                             : common.format == Format::csv  ? ".csv"
                             : common.format == Format::xlsx ? ".xlsx"
                                                             : ".txt";
  std::set<std::string> names;
  for (const std::string& scenario : common.scenarios) {
    const std::string name = fs::path(scenario).stem().string() + ending;
    if (!names.insert(name).second)
      throw BadArguments(fmt::format("two scenarios would both be written to {}", name));
    files.push_back(std::make_unique<OutputFile>(out / name));
  }
  return files;
}

std::string report(const Experiment& experiment, const Origin& origin, Format format, PageLanguage language,
                   bool to_stdout) {
  if (format == Format::json) return json_report(experiment, origin);
  if (format == Format::csv) return csv_rows(experiment, origin);
  if (format == Format::xlsx) return xlsx_report(experiment, origin, language);
  return terminal_report(experiment, origin, {to_stdout && colours_on(stdout)});
}

/// Several JSON documents on standard output are one list.
std::string between(Format format, bool to_stdout, std::size_t i, std::size_t n) {
  if (format == Format::csv) return !to_stdout || i == 0 ? csv_header() : "";
  if (format == Format::json) return !to_stdout || n == 1 ? "" : i == 0 ? "[\n" : ",\n";
  return to_stdout && i > 0 ? "\n" : "";
}

Experiment run_one(Scenario& scenario, RunOptions options, OutputFile* calls, OutputFile* cases,
                   const std::atomic<bool>& cancel) {
  Progress bar(scenario.origin.scenario);
  options.cancel = &cancel;
  options.progress = [&](std::uint64_t done, std::uint64_t total) { bar.show(done, total); };
  if (calls) options.call_rows = [calls](std::string_view rows) { calls->write(rows); };
  if (cases) options.case_rows = [cases](std::string_view rows) { cases->write(rows); };
  find_warm_up(scenario.model, options);
  return run_experiment(scenario.model, options);
}

/// A file of rows beside the report, opened before the first run; null: not asked for.
std::unique_ptr<OutputFile> trace(const RunCommand& command, const std::string& file,
                                  const std::string& other, std::string_view header) {
  if (file.empty()) return nullptr;
  refuse_to_replace(file, command.common.scenarios);
  refuse_to_replace(file, {command.common.out, other});
  auto rows = std::make_unique<OutputFile>(file);
  rows->write(header);
  return rows;
}

int run(const RunCommand& command) {
  const CommonOptions& common = command.common;
  const std::size_t n = common.scenarios.size();
  if (!command.calls.empty() && n > 1) throw BadArguments("--calls goes with one scenario at a time");
  if (!command.cases.empty() && n > 1) throw BadArguments("--cases goes with one scenario at a time");
  if (command.report.wanted() && n > 1) throw BadArguments("--report goes with one scenario at a time");
  if (common.format == Format::xlsx && common.out.empty())
    throw BadArguments("--format xlsx needs --out: a workbook is no text");
  for (const std::string& goal : command.precision) parse_precision(goal);
  std::vector<Scenario> scenarios = load_scenarios(common.scenarios, common.sets);
  refuse_to_replace(common.out, common.scenarios);
  const auto files = outputs(command);
  const auto calls = trace(command, command.calls, command.cases, CallTrace::header());
  const auto cases = trace(command, command.cases, command.calls, CaseTrace::header());

  const auto page = command.report.open(common.scenarios, {common.out, command.calls, command.cases},
                                        common.format == Format::xlsx);

  const std::atomic<bool>& cancel = catch_interrupt();
  bool any_breached = false;
  for (std::size_t i = 0; i < n && !cancel; ++i) {
    Scenario& scenario = scenarios[i];
    const Experiment experiment =
        run_one(scenario, options_for(command, scenario.model), calls.get(), cases.get(), cancel);
    for (std::size_t a = 0; a < scenario.model.agreements.size(); ++a)
      any_breached = any_breached || experiment.results.agreement(a).breached;
    const std::string text =
        between(common.format, files.empty(), i, n) +
        report(experiment, scenario.origin, common.format, command.report.language, files.empty());
    if (files.empty()) {
      write_to_stdout(text);
    } else {
      files[i]->write(text);
      files[i]->commit();
    }
    if (page && !cancel) {
      page->write(html_report(experiment, scenario.origin, command.report.language));
      page->commit();
    }
    if (experiment.interrupted)
      write_to_stderr(fmt::format("thirdring: interrupted after {} of {} replications\n",
                                  experiment.results.replications(), experiment.options.replications));
  }
  if (files.empty() && common.format == Format::json && n > 1) write_to_stdout("]\n");
  if (calls) calls->commit();
  if (cases) cases->commit();
  if (cancel) return interrupted;
  return any_breached && command.fail_on_breach ? breached : done;
}

}  // namespace

void add_run(CLI::App& app, Action& action) {
  CLI::App& sub = *app.add_subcommand("run", "Run scenarios and report what they mean");
  const auto command = std::make_shared<RunCommand>();
  command->common.add_scenarios(sub, 1);
  Formats known = formats();
  known["xlsx"] = Format::xlsx;
  CLI::Option* const replications = command->common.add_running(
      sub, "Write to this file; for several scenarios, into this directory", known);
  CLI::Option* const precision =
      sub.add_option("--precision", command->precision,
                     "Go on until the interval is narrow enough: MEASURE=HALF_WIDTH, service_level=0.5%; of "
                     "several measures, until all are")
          ->expected(1)
          ->take_all();
  sub.add_option("--replication", command->replication, "Run this replication alone (counted from 0)")
      ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{1'000'000'000'000}))
      ->excludes(replications)
      ->excludes(precision);
  sub.add_option("--calls", command->calls, "Write a row for each leg of each call to this CSV file");
  sub.add_option("--cases", command->cases, "Write a row for each case to this CSV file");
  sub.add_flag("--plain", command->plain, "Estimate without control variates");
  command->report.add_to(sub);
  sub.add_flag("--fail-on-breach", command->fail_on_breach,
               "Exit with 3 when what an agreement measures, estimated over all runs, violates its limit");
  sub.callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace thirdring::cli
