#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <thread>

#include "analysis/html/html_report.hpp"
#include "analysis/sweep/pick.hpp"
#include "analysis/sweep/table.hpp"
#include "cli/choice.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report_file.hpp"

namespace thirdring::cli {
namespace {

struct ResultsCommand {
  std::string store, pivot, out;
  std::vector<std::string> conditions, picks;
  sweep::Asked asked;
  std::uint64_t number = 0;
  Format format = Format::table;
  ReportOptions report;
};

sweep::TableFormat table_format(Format format) {
  return format == Format::json  ? sweep::TableFormat::json
         : format == Format::csv ? sweep::TableFormat::csv
                                 : sweep::TableFormat::table;
}

void warn_of_unfinished(const std::vector<sweep::PointRows>& rows, std::size_t points,
                        std::uint64_t replications) {
  const auto unfinished =
      std::count_if(rows.begin(), rows.end(),
                    [&](const auto& point) { return point.replications < replications; }) +
      static_cast<std::ptrdiff_t>(points - rows.size());
  if (unfinished > 0)
    write_to_stderr(fmt::format("warning: {} of {} points are not finished\n", unfinished, points));
}

std::vector<std::size_t> points_of(const ResultsCommand& command, const sweep::Sweep& sweep) {
  std::vector<std::vector<std::string>> values;
  for (const sweep::Point& point : sweep.points) values.push_back(point.values);
  return sweep::picked(sweep.variables, values, command.conditions, command.picks);
}

int run(const ResultsCommand& command) {
  sweep::Store store = sweep::Store::for_reading(command.store, THIRDRING_VERSION);
  const std::vector<sweep::StoredSweep> sweeps = store.sweeps();
  const std::uint64_t number = command.number == 0 ? sweeps.size() : command.number;
  if (number == 0 || number > sweeps.size())
    throw BadArguments(
        fmt::format("{}: expected a sweep from 1 to {}, got {}", command.store, sweeps.size(), number));
  const sweep::StoredSweep& stored = sweeps[number - 1];
  refuse_to_replace(command.out, {command.store, stored.sweep.scenario});
  std::unique_ptr<OutputFile> file;
  if (!command.out.empty()) file = std::make_unique<OutputFile>(command.out);
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  sweep::Asked asked = command.asked;
  asked.points = points_of(command, stored.sweep);
  if (const auto page = command.report.open({command.store, stored.sweep.scenario}, {command.out})) {
    page->write(html_report(store, stored, asked, threads, command.report.language));
    page->commit();
    if (!file) return done;
  }
  const auto rows = rows_of(store, stored, asked, threads);
  const sweep::TableFormat format = table_format(command.format);
  const std::string text =
      command.pivot.empty() ? long_table(stored, rows, format) : pivoted(stored, rows, command.pivot, format);
  warn_of_unfinished(rows, asked.points.size(), stored.sweep.replications);
  if (!file) {
    write_to_stdout(text);
    return done;
  }
  file->write(text);
  file->commit();
  return done;
}

}  // namespace

void add_results(CLI::App& app, Action& action) {
  CLI::App& sub = *app.add_subcommand("results", "What a store of sweeps says");
  const auto command = std::make_shared<ResultsCommand>();
  sub.add_option("STORE", command->store, "Store written by sweep or merge")->required();
  sub.add_option("--measure", command->asked.measures, "Only these: name,name")
      ->delimiter(',')
      ->expected(1)
      ->take_all();
  sub.add_option("--of", command->asked.of, "Of this call type or group, not of the whole centre");
  sub.add_flag("--periods", command->asked.periods, "Of each period, not of the whole run");
  sub.add_option("--where", command->conditions, "Only points where this holds: 'path + path <= 30'")
      ->expected(1)
      ->take_all();
  sub.add_option("--only", command->picks, "Only points with these values: path=20,22")
      ->expected(1)
      ->take_all();
  sub.add_option("--pivot", command->pivot, "The values of this path as columns, for one measure");
  sub.add_option("--sweep", command->number,
                 "Which sweep of the store, counted from 1; the last unless given")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}));
  add_choice(sub, "--format", command->format, formats(), "table, json or csv");
  sub.add_option("--out", command->out, "Write to this file");
  command->report.add_to(sub);
  sub.callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace thirdring::cli
