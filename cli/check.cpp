#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/scenarios.hpp"

namespace thirdring::cli {
namespace {

int check(const CommonOptions& options) {
  for (const Scenario& scenario : load_scenarios(options.scenarios, options.sets)) {
    const Model& model = scenario.model;
    double calls = 0;
    for (const CallType& type : model.call_types) calls += type.arrivals.expected_calls(model.calendar);
    write_to_stdout(fmt::format("{}: good, {:.0f} calls expected in {} day{}, scenario {}\n",
                                scenario.origin.scenario, calls, model.calendar.days.size(),
                                model.calendar.days.size() == 1 ? "" : "s", scenario.origin.hash));
  }
  return done;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  CLI::App& sub = *app.add_subcommand("check", "Look for problems in scenarios without running them");
  const auto options = std::make_shared<CommonOptions>();
  options->add_scenarios(sub, 1);
  sub.callback([options, &action] { action = [options] { return check(*options); }; });
}

}  // namespace thirdring::cli
