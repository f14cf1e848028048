#include <fmt/format.h>

#include <memory>
#include <optional>

#include "analysis/experiment/warm_up.hpp"
#include "analysis/report/compare_report.hpp"
#include "analysis/report/selection_report.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/quantity.hpp"
#include "cli/report_file.hpp"
#include "cli/scenarios.hpp"

namespace thirdring::cli {
namespace {

struct CompareCommand {
  CommonOptions common;
  ReportOptions report;
  std::string highest, lowest;
  std::optional<std::string> confidence;

  bool selects() const { return !highest.empty() || !lowest.empty(); }
};

struct Plans {
  std::vector<const Model*> models;
  std::vector<Origin> origins;
};

Plans plans_of(std::vector<Scenario>& scenarios, const RunOptions& options) {
  Plans plans;
  for (Scenario& scenario : scenarios) {
    find_warm_up(scenario.model, options);
    if (scenario.model.calendar.stretches != scenarios[0].model.calendar.stretches)
      throw BadArguments("compare: expected as many batches in every scenario as in the first");
    plans.models.push_back(&scenario.model);
    plans.origins.push_back(scenario.origin);
  }
  return plans;
}

template <class Result>
std::string text_of(const Result& result, const std::vector<Origin>& origins, Format format, bool colours) {
  return format == Format::json  ? json_report(result, origins)
         : format == Format::csv ? csv_report(result, origins)
                                 : terminal_report(result, origins, {colours});
}

void write(const std::string& text, OutputFile* file) {
  if (!file) return write_to_stdout(text);
  file->write(text);
  file->commit();
}

int compare(const CompareCommand& command) {
  if (command.confidence) throw BadArguments("--confidence: expected --highest or --lowest beside it");
  const CommonOptions& common = command.common;
  std::vector<Scenario> scenarios = load_scenarios(common.scenarios, common.sets);
  std::unique_ptr<OutputFile> file;
  refuse_to_replace(common.out, common.scenarios);
  if (!common.out.empty()) file = std::make_unique<OutputFile>(common.out);
  const auto page = command.report.open(common.scenarios, {common.out});

  RunPlan plan = scenarios[0].model.run;
  plan.precision.reset();
  RunOptions options = common.run_options(plan);
  options.cancel = &catch_interrupt();
  const Plans plans = plans_of(scenarios, options);
  Comparison comparison;
  {
    Progress bar("comparing");
    options.progress = [&](std::uint64_t done, std::uint64_t total) { bar.show(done, total); };
    comparison = compare_models(plans.models, options);
  }
  write(text_of(comparison, plans.origins, common.format, !file && colours_on(stdout)), file.get());
  if (page) {
    page->write(html_report(comparison, plans.origins, command.report.language));
    page->commit();
  }
  return comparison.interrupted ? interrupted : done;
}

SelectionAim aim_of(const CompareCommand& command, std::string& measure) {
  const bool highest = !command.highest.empty();
  const std::string option = highest ? "--highest" : "--lowest";
  const MeasureWidth goal = parse_width(option, "DIFFERENCE", highest ? command.highest : command.lowest);
  measure = goal.measure;
  if (const std::string problem = selection_problem(measure); !problem.empty())
    throw BadArguments(fmt::format("{}: {}", option, problem));
  SelectionAim aim{goal.width, usual_confidence, highest};
  if (command.confidence) {
    const auto confidence = parse_share(*command.confidence);
    if (!confidence || !(*confidence > 0.5 && *confidence < 1))
      throw BadArguments(
          fmt::format("--confidence: expected a share above 50 % and below 100 % such as 99%, got '{}'",
                      *command.confidence));
    aim.confidence = *confidence;
  }
  return aim;
}

int select(const CompareCommand& command) {
  const CommonOptions& common = command.common;
  std::string measure;
  const SelectionAim aim = aim_of(command, measure);
  std::vector<Scenario> scenarios = load_scenarios(common.scenarios, common.sets);
  std::unique_ptr<OutputFile> file;
  refuse_to_replace(common.out, common.scenarios);
  if (!common.out.empty()) file = std::make_unique<OutputFile>(common.out);

  RunPlan plan = scenarios[0].model.run;
  plan.precision.reset();
  RunOptions options = common.run_options(plan);
  if (!common.replications) options.replications = RunPlan::Precision().at_most;
  options.cancel = &catch_interrupt();
  const Plans plans = plans_of(scenarios, options);
  SelectionResult result;
  {
    Progress bar("selecting");
    options.progress = [&](std::uint64_t done, std::uint64_t total) { bar.show(done, total); };
    result = select_best(plans.models, options, measure, aim);
  }
  write(text_of(result, plans.origins, common.format, !file && colours_on(stdout)), file.get());
  return result.interrupted ? interrupted : done;
}

}  // namespace

void add_compare(CLI::App& app, Action& action) {
  CLI::App& sub =
      *app.add_subcommand("compare", "Compare scenarios with the first, under the same random numbers");
  const auto command = std::make_shared<CompareCommand>();
  command->common.add_scenarios(sub, 2);
  command->common.add_running(sub, "Write to this file");
  CLI::Option* const highest =
      sub.add_option("--highest", command->highest,
                     "Select the scenario with the highest MEASURE=DIFFERENCE, where smaller differences do "
                     "not matter: service_level=0.5%. Runs until that is known, at most --replications");
  CLI::Option* const lowest =
      sub.add_option("--lowest", command->lowest, "The same with the lowest: mean_wait=1s")
          ->excludes(highest);
  sub.add_option("--confidence", command->confidence, "Of the selection (95 %)");
  command->report.add_to(sub);
  for (CLI::Option* const select : {highest, lowest})
    for (const char* const page : {"--report", "--lang"}) select->excludes(sub.get_option(page));
  sub.callback([command, &action] {
    action = [command] { return command->selects() ? select(*command) : compare(*command); };
  });
}

}  // namespace thirdring::cli
