#include "analysis/experiment/compare.hpp"

#include <algorithm>

#include "analysis/experiment/replicate.hpp"

namespace thirdring {
namespace {

struct Match {
  std::size_t a, b;  // positions among the slots of the two models
  Moments<4> moments;
};

std::string name_in(const Slot& slot, const Model& model) {
  return slot.kind == Slot::Kind::measure ? scope_name(model, slot.scope) : model.agreements[slot.index].name;
}

bool same(const Slot& a, const Model& of_a, const Slot& b, const Model& of_b) {
  if (a.kind != b.kind || a.scope.kind != b.scope.kind) return false;
  if (a.kind == Slot::Kind::measure && a.index != b.index) return false;
  return name_in(a, of_a) == name_in(b, of_b);
}

std::vector<Match> matches(const Results& a, const Results& b) {
  std::vector<Match> result;
  const auto &slots_a = a.slots().of_run(), &slots_b = b.slots().of_run();
  for (std::size_t i = 0; i < slots_a.size(); ++i)
    for (std::size_t j = 0; j < slots_b.size(); ++j)
      if (same(slots_a[i], a.model(), slots_b[j], b.model())) result.push_back({i, j, {}});
  return result;
}

}  // namespace

Comparison compare_models(const std::vector<const Model*>& models, const RunOptions& options) {
  Comparison comparison;
  comparison.options = options;
  std::vector<std::vector<Match>> matched;
  for (const Model* model : models) {
    comparison.results.push_back(std::make_unique<Results>(*model));
    comparison.engines.push_back(engine_for(*model, options.engine, static_cast<bool>(options.call_rows)));
    if (comparison.results.size() > 1)
      matched.push_back(matches(*comparison.results[0], *comparison.results.back()));
  }

  comparison.interrupted =
      replicate(models, options, [&](std::uint64_t replication, const std::vector<Record>& records) {
        for (std::size_t m = 0; m < models.size(); ++m) comparison.results[m]->add(replication, records[m]);
        for (std::size_t m = 0; m < matched.size(); ++m)
          for (Match& match : matched[m]) {
            const Pair &a = records[0].run[match.a], &b = records[m + 1].run[match.b];
            match.moments.add({a.over, a.under, b.over, b.under});
          }
        return true;
      });

  const auto& slots = comparison.results[0]->slots().of_run();
  for (const auto& of_model : matched) {
    auto& differences = comparison.differences.emplace_back();
    for (const Match& match : of_model)
      differences.push_back({slots[match.a], paired_difference(match.moments)});
  }
  return comparison;
}

}  // namespace thirdring
