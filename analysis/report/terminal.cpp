#include <fmt/format.h>

#include "analysis/experiment/doubts.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/repeat.hpp"
#include "analysis/report/run_report.hpp"
#include "analysis/report/sections.hpp"

namespace thirdring {
namespace {

std::string plural(std::uint64_t n, std::string_view thing) {
  return fmt::format("{} {}{}", n, thing, n == 1 ? "" : "s");
}

/// Nothing where no control variates are used.
std::string what_controls_gain(const Results& results) {
  if (!results.controlled()) return "";
  std::vector<std::string_view> names;
  for (const Controls::Kind kind : results.slots().controls().kinds()) names.push_back(name_of(kind));
  const double gain = results.gain(*find_measure("service_level"), {});
  const std::string what = gain < 1.05
                               ? "they say nothing more of the service level"
                               : fmt::format("the service level is known as from {:.2g} times as many", gain);
  return fmt::format("Control variates ({}): {}\n", fmt::join(names, ", "), what);
}

std::string what_was_run(const Experiment& experiment) {
  const Results& results = experiment.results;
  const Calendar& calendar = results.model().calendar;
  std::string text =
      fmt::format("{} of {} from {}, {}", plural(results.replications(), "replication"),
                  plural(calendar.days.size(), "day"), calendar.start, plural(results.calls(), "call"));
  const RunPlan& plan = results.model().run;
  if (plan.warm_up > 0)
    text += fmt::format(", behind a warm-up of {}", limit_in_words(plan.warm_up, Unit::seconds));
  if (calendar.stretches > 1) text += fmt::format(", in {} batches", calendar.stretches);
  text += results.observations() > 1 ? "; intervals of 95 % confidence\n"
                                     : "; one replication has no intervals\n";
  return text + what_controls_gain(results);
}

std::string cautions(const Experiment& experiment, const Origin& origin, const Style& style) {
  std::string text;
  if (experiment.interrupted)
    text += style.bad("INTERRUPTED") + fmt::format(": {} of {} asked for\n",
                                                   plural(experiment.results.replications(), "replication"),
                                                   experiment.options.replications);
  if (const auto& precision = experiment.options.precision; precision && !experiment.interrupted)
    for (const RunPlan::Precision::Goal& goal : precision->goals)
      if (!experiment.reached(goal))
        text += fmt::format("The precision of {} was not reached in {}.\n", goal.measure,
                            plural(experiment.results.replications(), "replication"));
  for (const Sentence& doubt : doubts(experiment)) text += doubt.text() + '\n';
  for (const Warning& warning : origin.warnings) text += fmt::format("Warning: {}\n", warning.text());
  return text;
}

std::string how_to_repeat(const Experiment& experiment, const Origin& origin) {
  return fmt::format("The same numbers again: {}\nScenario {}, thirdring {}\nEngine: {}\n",
                     repeat_command(experiment, origin), origin.hash, origin.version,
                     name_of(experiment.engine));
}

}  // namespace

std::string terminal_report(const Experiment& experiment, const Origin& origin, const Style& style) {
  const Results& results = experiment.results;
  const Model& model = results.model();
  std::string text = style.heading(model.name.empty() ? origin.scenario : model.name) + '\n';
  if (!model.why.empty()) text += model.why + '\n';
  text += what_was_run(experiment) + '\n';
  text += agreement_section(results, style);
  text += call_section(results, style);
  text += group_section(results, style);
  text += period_section(results, style);
  text += nearest_section(results, style);
  text += callback_section(results, style);
  text += escalation_section(results, style);
  text += case_section(results, style);
  text += conversation_section(results, style);
  text += outage_section(results, style);
  text += cost_section(results, style);
  text += cautions(experiment, origin, style);
  text += how_to_repeat(experiment, origin);
  return text;
}

}  // namespace thirdring
