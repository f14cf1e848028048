#include "analysis/sweep/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "analysis/experiment/in_order.hpp"
#include "analysis/experiment/warm_up.hpp"
#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/factor.hpp"
#include "analysis/sweep/record_code.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/fingerprint.hpp"
#include "sim/scenario/normal_form.hpp"

namespace thirdring::sweep {
namespace {

namespace fs = std::filesystem;

// As many as the pilots of a search for the warm-up, so that it does not depend on how many are asked for.
constexpr std::uint64_t pilots = 20;

std::string key_of(const Point& point, std::uint64_t files, const std::string& program) {
  const std::string rest = fmt::format("\n{:x} {} {} {}", files, point.seed, program, record_format);
  return fmt::format("{:016x}", fingerprint(rest, fingerprint(point.content, empty_fingerprint)));
}

NodePtr without(const NodePtr& map, const std::set<std::string>& keys) {
  auto result = std::make_shared<Node>(*map);
  std::erase_if(result->entries, [&](const Node::Entry& entry) { return keys.count(entry.key) == 1; });
  return result;
}

std::string content_of(const std::string& normal) {
  auto root = std::make_shared<Node>(*without(parsed(normal), {"name", "why", "sweep"}));
  for (Node::Entry& entry : root->entries)
    if (entry.key == "run") entry.value = without(entry.value, {"replications", "seed", "precision"});
  std::erase_if(root->entries,
                [](const Node::Entry& entry) { return entry.key == "run" && entry.value->entries.empty(); });
  return write_document(*root);
}

void settle(Model& model, std::uint64_t seed) {
  RunOptions options;
  options.seed = seed;
  options.replications = pilots;
  find_warm_up(model, options);
}

struct Outcome {
  Point point;
  std::vector<std::string> problems;
};

enum class Warmed { no, yes };

Outcome load_point(const Plan& plan, const std::vector<std::string>& values, const NodePtr& base,
                   Warmed warmed) {
  Outcome outcome;
  std::vector<Override> changes = plan.sets;
  for (std::size_t v = 0; v < values.size(); ++v) {
    const Variable& variable = plan.variables[v];
    if (!variable.plans.empty()) {
      const auto name = std::find(variable.values.begin(), variable.values.end(), values[v]);
      const auto& named = variable.plans[static_cast<std::size_t>(name - variable.values.begin())];
      changes.insert(changes.end(), named.begin(), named.end());
      continue;
    }
    const auto origin = variable.origin_of(values[v]);
    try {
      changes.push_back(
          {variable.path, variable.factor ? multiplied(*base, variable.path, values[v]) : values[v], origin});
    } catch (const BadInput& error) {
      outcome.problems.push_back(told_at(origin, error.what()));
    }
  }
  Loaded loaded = load_scenario(plan.scenario, changes);
  for (const Problem& problem : loaded.problems) outcome.problems.push_back(problem.text());
  if (!loaded.model) return outcome;
  for (const std::string& problem : measure_problems(*loaded.model))
    outcome.problems.push_back(fmt::format("{}: {}", plan.scenario, problem));
  Point& point = outcome.point;
  point.values = values;
  point.content = content_of(loaded.normal);
  point.directory = fs::absolute(plan.scenario).parent_path().lexically_normal().string();
  point.seed = plan.seed.value_or(loaded.model->run.seed);
  point.key = key_of(point, loaded.files, plan.program);
  if (outcome.problems.empty() && warmed == Warmed::yes) settle(*loaded.model, point.seed);
  point.model = std::make_shared<const Model>(std::move(*loaded.model));
  return outcome;
}

std::string told(const std::vector<std::string>& problems) {
  constexpr std::size_t most = 20;
  std::string text;
  std::set<std::string> seen;
  for (const std::string& problem : problems)
    if (seen.insert(problem).second && seen.size() <= most) text += problem + '\n';
  if (seen.size() > most) text += fmt::format("and {} more\n", seen.size() - most);
  return text + fmt::format("{} problem{}; nothing was run", seen.size(), seen.size() == 1 ? "" : "s");
}

Loaded load_base(const Plan& plan) {
  Loaded loaded = load_scenario(plan.scenario, plan.sets);
  std::vector<std::string> problems;
  for (const Problem& problem : loaded.problems) problems.push_back(problem.text());
  if (!problems.empty()) throw BadInput(told(problems));
  return loaded;
}

}  // namespace

std::string Sweep::key() const {
  std::uint64_t sum = empty_fingerprint;
  for (const std::string& variable : variables) sum = fingerprint(variable + '\n', sum);
  for (const Point& point : points) {
    sum = fingerprint(point.key, sum);
    for (const std::string& value : point.values) sum = fingerprint('\n' + value, sum);
  }
  return fmt::format("{:016x}", sum);
}

Sweep load_sweep(const Plan& plan) {
  if (plan.points.empty()) throw BadInput("expected a point to run, got none");
  const Loaded loaded = load_base(plan);
  if (loaded.model->run.precision && !plan.replications)
    throw BadInput(
        fmt::format("{}: run.precision: a sweep runs so many replications of each point: expected "
                    "--replications",
                    plan.scenario));
  const NodePtr base = parsed(loaded.normal);
  std::vector<std::string> problems;
  Sweep sweep{
      plan.scenario, plan.program, {}, plan.replications.value_or(loaded.model->run.replications), {}};
  for (const Variable& variable : plan.variables) sweep.variables.push_back(variable.path);

  InOrder<Outcome> work(
      0, plan.points.size(),
      [&]() -> InOrder<Outcome>::Worker {
        return [&](std::uint64_t i) {
          return std::optional(load_point(plan, plan.points[i], base, Warmed::yes));
        };
      },
      [&](std::uint64_t, Outcome&& outcome) {
        problems.insert(problems.end(), outcome.problems.begin(), outcome.problems.end());
        sweep.points.push_back(std::move(outcome.point));
        return true;
      });
  work.run(static_cast<unsigned>(std::min<std::uint64_t>(plan.threads, plan.points.size())));
  if (!problems.empty()) throw BadInput(told(problems));
  return sweep;
}

void check_some(const Plan& plan) {
  const NodePtr base = parsed(load_base(plan).normal);
  std::set<std::string> seen;
  std::vector<std::string> problems;
  for (const std::vector<std::string>& point : plan.points) {
    const std::string named = !plan.variables.empty() && !plan.variables[0].plans.empty() ? point[0] : "";
    if (!seen.insert(named).second) continue;
    const Outcome outcome = load_point(plan, point, base, Warmed::no);
    problems.insert(problems.end(), outcome.problems.begin(), outcome.problems.end());
  }
  if (!problems.empty()) throw BadInput(told(problems));
}

Model model_of(const Point& point, const std::string& program) {
  Loaded loaded = load_scenario_text(point.content, "scenario", point.directory);
  if (!loaded.model) throw BadInput(fmt::format("a scenario in it: {}", loaded.problems.front().text()));
  if (key_of(point, loaded.files, program) != point.key)
    throw BadInput(fmt::format("the scenario of point {} or a file beside it (in {}) has changed", point.key,
                               point.directory));
  settle(*loaded.model, point.seed);
  return std::move(*loaded.model);
}

}  // namespace thirdring::sweep
