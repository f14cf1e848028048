#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/scenarios.hpp"
#include "cli/sweep_plan.hpp"

namespace thirdring::cli {
namespace {

int show_normal_form(const CommonOptions& options) {
  if (options.scenarios.size() > 1) throw BadArguments("--normal: expected one scenario, got several");
  write_to_stdout(load_scenarios(options.scenarios, options.sets).front().normal);
  return done;
}

/// ", a sweep of N points"
std::string checked_sweep(const std::string& scenario, const std::vector<std::string>& sets) {
  SweepPlan asked;
  asked.scenario = scenario;
  asked.sets = sets;
  const sweep::Plan plan = plan_of(asked);
  check_some(plan);
  return fmt::format(", a sweep of {} point{}", plan.points.size(), plan.points.size() == 1 ? "" : "s");
}

int check(const CommonOptions& options) {
  for (const Scenario& scenario : load_scenarios(options.scenarios, options.sets)) {
    const Model& model = scenario.model;
    double calls = 0;
    for (const CallType& type : model.call_types) calls += type.arrivals.expected_calls(model.calendar);
    write_to_stdout(fmt::format(
        "{}: good, {:.0f} calls expected in {} day{}, scenario {}{}\n", scenario.origin.scenario, calls,
        model.calendar.days.size(), model.calendar.days.size() == 1 ? "" : "s", scenario.origin.hash,
        scenario.sweeps ? checked_sweep(scenario.origin.scenario, options.sets) : ""));
  }
  return done;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  CLI::App& sub = *app.add_subcommand("check", "Look for problems in scenarios without running them");
  const auto options = std::make_shared<CommonOptions>();
  const auto normal = std::make_shared<bool>();
  options->add_scenarios(sub, 1);
  sub.add_flag("--normal", *normal,
               "Write the scenario with all that it is based on and all --set, in one way: what has the same "
               "normal form is the same scenario");
  sub.callback([options, normal, &action] {
    action = [options, normal] { return *normal ? show_normal_form(*options) : check(*options); };
  });
}

}  // namespace thirdring::cli
