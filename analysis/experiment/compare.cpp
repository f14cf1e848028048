#include "analysis/experiment/compare.hpp"

#include <algorithm>

#include "analysis/experiment/replicate.hpp"

namespace thirdring {
namespace {

struct Match {
  std::size_t a, b;  // positions among the slots of the two models
  Moments<4> moments;
};

std::string name_in(const Slot& slot, const Results& results) {
  const Model& model = results.model();
  if (slot.of_agreement()) return model.agreements[slot.index].name;
  const std::string scope = scope_name(model, slot.scope);
  return slot.of_conversation() ? results.slots().spoken()[slot.index].name + '/' + scope : scope;
}

bool same(const Slot& a, const Results& of_a, const Slot& b, const Results& of_b) {
  if (a.kind != b.kind || a.scope.kind != b.scope.kind) return false;
  if (a.kind == Slot::Kind::measure && a.index != b.index) return false;
  return name_in(a, of_a) == name_in(b, of_b);
}

std::vector<Match> matches(const Results& a, const Results& b) {
  std::vector<Match> result;
  const auto &slots_a = a.slots().of_run(), &slots_b = b.slots().of_run();
  for (std::size_t i = 0; i < slots_a.size(); ++i)
    for (std::size_t j = 0; j < slots_b.size(); ++j)
      if (same(slots_a[i], a, slots_b[j], b)) result.push_back({i, j, {}});
  return result;
}

}  // namespace

Comparison compare_models(const std::vector<const Model*>& models, const RunOptions& options) {
  Comparison comparison;
  comparison.options = options;
  std::vector<std::vector<Match>> matched;
  for (const Model* model : models) {
    comparison.results.push_back(std::make_unique<Results>(*model));
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
