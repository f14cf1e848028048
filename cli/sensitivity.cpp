#include "analysis/sensitivity/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "analysis/experiment/warm_up.hpp"
#include "analysis/sensitivity/sensitivity_report.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/quantity.hpp"
#include "cli/report_file.hpp"
#include "cli/scenarios.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::cli {
namespace {

struct SensitivityCommand {
  CommonOptions common;
  std::string by = "10%";
  std::vector<std::string> only, of;
  ReportOptions report;
};

double share_of(const std::string& text) {
  const auto share = parse_share(text);
  if (!share || !(*share > 0 && *share < 1))
    throw BadArguments(
        fmt::format("--by: expected a share above 0 % and below 100 %, got {}", in_quotes(text)));
  return *share;
}

std::vector<const Input*> inputs_of(const std::vector<std::string>& only) {
  std::vector<const Input*> chosen;
  std::vector<std::string> names;
  for (const Input& input : inputs()) {
    names.emplace_back(input.name);
    if (only.empty()) chosen.push_back(&input);
  }
  for (const std::string& name : only) {
    const Input* const input = find_input(name);
    if (!input)
      throw BadArguments(
          fmt::format("--only: expected {}, got {}{}", one_of(names), in_quotes(name), hint(name, names)));
    if (std::find(chosen.begin(), chosen.end(), input) == chosen.end()) chosen.push_back(input);
  }
  return chosen;
}

std::vector<Target> targets_of(const Model& model, const std::vector<std::string>& names) {
  if (names.empty()) return usual_targets(model);
  std::vector<Target> targets;
  try {
    for (const std::string& name : names) targets.push_back(find_target(model, name));
  } catch (const std::invalid_argument& problem) {
    throw BadArguments(fmt::format("--of: {}", problem.what()));
  }
  return targets;
}

int sensitivity(const SensitivityCommand& command) {
  const CommonOptions& common = command.common;
  const double by = share_of(command.by);
  const std::vector<const Input*> chosen = inputs_of(command.only);
  Scenario scenario = std::move(load_scenarios(common.scenarios, common.sets).front());
  const std::vector<Target> targets = targets_of(scenario.model, command.of);
  refuse_to_replace(common.out, common.scenarios);
  std::unique_ptr<OutputFile> file;
  if (!common.out.empty()) file = std::make_unique<OutputFile>(common.out);

  const auto page = command.report.open(common.scenarios, {common.out});

  RunPlan plan = scenario.model.run;
  plan.precision.reset();
  RunOptions options = common.run_options(plan);
  options.cancel = &catch_interrupt();
  find_warm_up(scenario.model, options);
  Sensitivity found;
  {
    Progress bar(scenario.origin.scenario);
    options.progress = [&](std::uint64_t done, std::uint64_t total) { bar.show(done, total); };
    found = find_sensitivity(scenario.model, chosen, targets, by, options);
  }

  const std::string text = common.format == Format::json ? json_report(found, scenario.origin)
                           : common.format == Format::csv
                               ? csv_report(found, scenario.origin)
                               : terminal_report(found, scenario.origin, {!file && colours_on(stdout)});
  if (file) {
    file->write(text);
    file->commit();
  } else {
    write_to_stdout(text);
  }
  if (page) {
    page->write(html_report(found, scenario.origin, command.report.language));
    page->commit();
  }
  return found.interrupted ? interrupted : done;
}

}  // namespace

void add_sensitivity(CLI::App& app, Action& action) {
  CLI::App& sub = *app.add_subcommand(
      "sensitivity",
      "What a little less and more of each input does to the agreements, under the same random numbers");
  const auto command = std::make_shared<SensitivityCommand>();
  command->common.add_scenarios(sub, 1, 1);
  command->common.add_running(sub, "Write to this file");
  sub.add_option("--by", command->by, "So much less and more: a share, 10% unless told otherwise");
  sub.add_option("--only", command->only, "These inputs alone, such as talk_time,patience")
      ->expected(1)
      ->take_all()
      ->delimiter(',');
  sub.add_option("--of", command->of,
                 "The effect on this measure of the whole centre, or on this agreement; may be given again")
      ->expected(1)
      ->take_all();
  command->report.add_to(sub);
  sub.callback([command, &action] { action = [command] { return sensitivity(*command); }; });
}

}  // namespace thirdring::cli
