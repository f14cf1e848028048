#include "analysis/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/sensitivity/staffing.hpp"

namespace thirdring {
namespace {

/// An input, and the centres with less and with more of it; null where the share changes nothing.
struct Variants {
  const Input* input;
  std::array<std::unique_ptr<Model>, 2> models;
};

Variants variants_of(const Model& model, const Input& input, double by) {
  Variants variants{&input, {}};
  for (const Way way : both_ways) {
    auto changed = std::make_unique<Model>(model);
    if (input.change(*changed, way == less ? -by : by)) variants.models[way] = std::move(changed);
  }
  return variants;
}

/// All run side by side, and with many call types and periods each takes many megabytes.
std::size_t inputs_at_once(const Model& model) {
  const auto cells = static_cast<double>(model.call_types.size() * model.calendar.periods.size());
  return static_cast<std::size_t>(std::clamp(50'000 / cells, 1.0, 100.0));
}

std::vector<PairedDifference> of_targets(const std::vector<Difference>& all,
                                         const std::vector<Target>& targets) {
  std::vector<PairedDifference> result;
  for (const Target& target : targets) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Difference& d) { return d.slot == target.slot; });
    result.push_back(found == all.end() ? PairedDifference() : found->paired);
  }
  return result;
}

std::vector<ChangedGroup> changed_groups(const Model& model, const Variants& staffing) {
  std::vector<ChangedGroup> result;
  for (GroupId g = 0; g < model.groups.size(); ++g) {
    ChangedGroup& group = result.emplace_back();
    group.name = model.groups[g].name;
    group.agents = mean_agents(model.calendar, model.groups[g]);
    for (const Way way : both_ways)
      group.changed[way] =
          staffing.models[way] ? mean_agents(model.calendar, staffing.models[way]->groups[g]) : group.agents;
  }
  return result;
}

}  // namespace

double InputEffects::size(std::size_t target, bool certain_ones) const {
  double largest = 0;
  for (const auto& of_way : effects) {
    if (of_way.empty()) continue;
    const Estimate& d = of_way[target].difference;
    if (certain_ones ? certain(d) : !std::isnan(d.value)) largest = std::max(largest, std::abs(d.value));
  }
  return largest;
}

bool certain(const Estimate& difference) { return difference.low > 0 || difference.high < 0; }

Sensitivity find_sensitivity(const Model& model, const std::vector<const Input*>& inputs,
                             const std::vector<Target>& targets, double by, const RunOptions& options) {
  Sensitivity result;
  result.by = by;
  result.targets = targets;
  result.options = options;
  std::vector<Variants> changed;
  for (const Input* input : inputs) {
    Variants variants = variants_of(model, *input, by);
    if (!variants.models[less] && !variants.models[more]) {
      result.left_out.push_back(input);
      continue;
    }
    if (input == find_input("staffing")) result.groups = changed_groups(model, variants);
    changed.push_back(std::move(variants));
  }

  const std::size_t at_once = inputs_at_once(model), n = changed.size();
  const std::uint64_t rounds = std::max<std::size_t>(1, (n + at_once - 1) / at_once);
  for (std::uint64_t round = 0; round < rounds && !result.interrupted; ++round) {
    std::vector<const Model*> models{&model};
    const std::size_t first = round * at_once, end = std::min(n, first + at_once);
    for (std::size_t i = first; i < end; ++i)
      for (const auto& variant : changed[i].models)
        if (variant) models.push_back(variant.get());
    RunOptions of_round = options;
    if (options.progress)
      of_round.progress = [&](std::uint64_t done, std::uint64_t total) {
        options.progress(round * total + done, rounds * total);
      };
    Comparison comparison = compare_models(models, of_round);
    result.interrupted = comparison.interrupted;
    if (round == 0) result.base = std::move(comparison.results[0]);
    std::size_t next = 0;
    for (std::size_t i = first; i < end; ++i) {
      InputEffects& row = result.inputs.emplace_back();
      row.input = changed[i].input;
      for (const Way way : both_ways)
        if (changed[i].models[way]) row.effects[way] = of_targets(comparison.differences[next++], targets);
    }
  }
  std::stable_sort(result.inputs.begin(), result.inputs.end(),
                   [](const InputEffects& a, const InputEffects& b) {
                     const double of_a = a.size(0, true), of_b = b.size(0, true);
                     return of_a != of_b ? of_a > of_b : a.size(0, false) > b.size(0, false);
                   });
  return result;
}

}  // namespace thirdring
