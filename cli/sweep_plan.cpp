#include "cli/sweep_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "analysis/sweep/design.hpp"
#include "analysis/sweep/pick.hpp"
#include "analysis/sweep/sweep_file.hpp"
#include "analysis/sweep/where.hpp"
#include "cli/commands.hpp"
#include "cli/scenarios.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::cli {
namespace {

void read_design(const std::string& text, const std::string& said, sweep::Design& design) {
  if (text.empty()) return;
  const std::size_t colon = text.find(':');
  const std::string kind = text.substr(0, colon),
                    draws = colon == std::string::npos ? "" : text.substr(colon + 1);
  const auto [stop, error] = std::from_chars(draws.data(), draws.data() + draws.size(), design.draws);
  if ((kind != "random" && kind != "sobol") || error != std::errc() || stop != draws.data() + draws.size() ||
      design.draws == 0)
    throw BadArguments(fmt::format("{}: expected random:N or sobol:N, got {}", said, in_quotes(text)));
  design.kind = kind == "random" ? sweep::Design::Kind::random : sweep::Design::Kind::sobol;
}

std::vector<std::string> at_commas(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t from = 0;;) {
    const std::size_t comma = text.find(',', from);
    parts.push_back(text.substr(from, comma - from));
    if (comma == std::string::npos) return parts;
    from = comma + 1;
  }
}

/// In the place of the one with the same path, or behind all.
void put(std::vector<sweep::Variable>& variables, sweep::Variable&& added) {
  const auto same = std::find_if(variables.begin(), variables.end(),
                                 [&](const sweep::Variable& there) { return there.path == added.path; });
  if (same == variables.end())
    variables.push_back(std::move(added));
  else
    *same = std::move(added);
}

sweep::SweepFile written_down(const SweepPlan& asked) {
  if (!asked.file.empty()) return sweep::read_sweep_file(asked.file);
  if (!asked.variables.empty()) return {};
  return sweep::sweep_section_of(asked.scenario, overrides(asked.sets));
}

}  // namespace

sweep::Plan plan_of(const SweepPlan& asked) {
  sweep::SweepFile file = written_down(asked);
  std::vector<sweep::Variable> given;
  for (const std::string& text : asked.variables) given.push_back(sweep::parse_variable(text));
  sweep::refuse_twice(given);
  sweep::Design design;
  design.variables = std::move(file.variables);
  for (sweep::Variable& variable : given) put(design.variables, std::move(variable));
  design.zipped = std::move(file.zipped);
  design.zipped_said = std::move(file.zipped_said);
  for (const std::string& zip : asked.zips) design.zipped.push_back(at_commas(zip));
  if (asked.design.empty())
    read_design(file.design, file.design_said, design);
  else
    read_design(asked.design, "--design", design);
  design.seed = asked.design_seed.value_or(file.design_seed.value_or(1));
  sweep::Plan plan;
  plan.scenario = asked.scenario;
  plan.sets = overrides(asked.sets);
  plan.points = sweep::points_of(design);
  plan.variables = std::move(design.variables);
  for (const sweep::Condition& condition : file.conditions)
    plan.points = sweep::where(condition.text, plan.variables, plan.points, condition.said);
  for (const std::string& condition : asked.conditions)
    plan.points = sweep::where(condition, plan.variables, plan.points);
  for (const std::string& values : asked.only) plan.points = sweep::only(values, plan.variables, plan.points);
  if (!asked.numbers.empty()) plan.points = sweep::numbered(asked.numbers, plan.points);
  plan.seed = asked.common.seed ? asked.common.seed : file.seed;
  plan.replications = asked.common.replications ? asked.common.replications : file.replications;
  plan.program = THIRDRING_VERSION;
  plan.threads = asked.common.threads;
  return plan;
}

}  // namespace thirdring::cli
