#include "analysis/experiment/compare.hpp"

#include <map>
#include <string>

#include "analysis/experiment/replicate.hpp"

namespace thirdring {
namespace {

struct Match {
  std::size_t a, b;  // positions among the slots of the two models
  Moments<4> moments;
};

/// What a slot is about, in words that mean the same in every model.
std::string subject_of(const Slot& slot, const Results& results) {
  const Model& model = results.model();
  const std::string what = slot.of_agreement()      ? model.agreements[slot.index].name
                           : slot.of_conversation() ? results.slots().spoken()[slot.index].name
                                                    : std::to_string(slot.index);
  return std::to_string(static_cast<int>(slot.kind)) + ' ' +
         std::to_string(static_cast<int>(slot.scope.kind)) + ' ' + scope_name(model, slot.scope) + '/' + what;
}

std::vector<Match> matches(const Results& a, const Results& b) {
  std::map<std::string, std::size_t> of_b;
  const auto &slots_a = a.slots().of_run(), &slots_b = b.slots().of_run();
  for (std::size_t j = 0; j < slots_b.size(); ++j) of_b.emplace(subject_of(slots_b[j], b), j);
  std::vector<Match> result;
  // Controls, the last slots, are no results.
  for (std::size_t i = 0; i < a.slots().first_control(); ++i)
    if (const auto found = of_b.find(subject_of(slots_a[i], a)); found != of_b.end())
      result.push_back({i, found->second, {}});
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
            for (std::size_t s = 0; s < records[0].stretches.size(); ++s) {
              const Pair& a = records[0].stretches[s].run[match.a];
              const Pair& b = records[m + 1].stretches[s].run[match.b];
              match.moments.add({a.over, a.under, b.over, b.under});
            }
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
