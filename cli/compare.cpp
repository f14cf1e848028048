#include "analysis/experiment/compare.hpp"

#include <fmt/format.h>

#include <memory>

#include "analysis/experiment/warm_up.hpp"
#include "analysis/report/compare_report.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/report_file.hpp"
#include "cli/scenarios.hpp"

namespace thirdring::cli {
namespace {

int compare(const CommonOptions& common, const ReportOptions& report) {
  std::vector<Scenario> scenarios = load_scenarios(common.scenarios, common.sets);
  std::unique_ptr<OutputFile> file;
  refuse_to_replace(common.out, common.scenarios);
  if (!common.out.empty()) file = std::make_unique<OutputFile>(common.out);
  const auto page = report.open(common.scenarios, {common.out});

  RunPlan plan = scenarios[0].model.run;
  plan.precision.reset();
  RunOptions options = common.run_options(plan);
  options.cancel = &catch_interrupt();
  std::vector<const Model*> models;
  std::vector<Origin> origins;
  for (Scenario& scenario : scenarios) {
    find_warm_up(scenario.model, options);
    if (scenario.model.calendar.stretches != scenarios[0].model.calendar.stretches)
      throw BadArguments("compare: expected as many batches in every scenario as in the first");
    models.push_back(&scenario.model);
    origins.push_back(scenario.origin);
  }
  Comparison comparison;
  {
    Progress bar("comparing");
    options.progress = [&](std::uint64_t done, std::uint64_t total) { bar.show(done, total); };
    comparison = compare_models(models, options);
  }

  const std::string text = common.format == Format::json ? json_report(comparison, origins)
                           : common.format == Format::csv
                               ? csv_report(comparison, origins)
                               : terminal_report(comparison, origins, {!file && colours_on(stdout)});
  if (file) {
    file->write(text);
    file->commit();
  } else {
    write_to_stdout(text);
  }
  if (page) {
    page->write(html_report(comparison, origins, report.language));
    page->commit();
  }
  return comparison.interrupted ? interrupted : done;
}

}  // namespace

void add_compare(CLI::App& app, Action& action) {
  CLI::App& sub =
      *app.add_subcommand("compare", "Compare scenarios with the first, under the same random numbers");
  const auto options = std::make_shared<CommonOptions>();
  options->add_scenarios(sub, 2);
  options->add_running(sub, "Write to this file");
  const auto report = std::make_shared<ReportOptions>();
  report->add_to(sub);
  sub.callback(
      [options, report, &action] { action = [options, report] { return compare(*options, *report); }; });
}

}  // namespace thirdring::cli
