#include <algorithm>

#include "analysis/html/pieces.hpp"

namespace thirdring {
namespace {

/// Of a slot, before, after and the difference.
Json change(const Results& before, const Results& after, const std::vector<Difference>& differences,
            const Slot& slot) {
  const auto found = std::find_if(differences.begin(), differences.end(),
                                  [&](const Difference& d) { return d.slot == slot; });
  if (found == differences.end()) return nullptr;
  const auto value = [&](const Results& results) {
    if (!slot.of_agreement()) return results.estimate(measures()[slot.index], slot.scope).value;
    const AgreementResult result = results.agreement(slot.index);
    return slot.kind == Slot::Kind::achieved ? result.achieved.value
           : slot.kind == Slot::Kind::breach ? result.breach.value
                                             : result.penalty.value;
  };
  return {{"before", short_number(value(before))},
          {"after", short_number(value(after))},
          {"difference", short_estimate(found->paired.difference)}};
}

}  // namespace

Json one_more_data(const std::vector<OneMore>& plans, const Comparison& comparison) {
  const Results& before = *comparison.results[0];
  const Model& model = before.model();
  Json all = Json::array();
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const OneMore& plan = plans[i];
    const Results& after = *comparison.results[i + 1];
    const auto of = [&](const Slot& slot) { return change(before, after, comparison.differences[i], slot); };
    const auto measure = [&](std::string_view name) {
      const auto index = static_cast<std::size_t>(find_measure(name) - measures().data());
      return of({Slot::Kind::measure, index, {}});
    };
    Json agreements = Json::array();
    for (std::size_t a = 0; a < model.agreements.size(); ++a)
      agreements.push_back(
          {{"achieved", of({Slot::Kind::achieved, a, {}})}, {"breach", of({Slot::Kind::breach, a, {}})}});
    Json& item = all.emplace_back();
    item["group"] = model.groups[plan.group].name;
    if (plan.shift)
      item["shift"] = {{"start", short_number(plan.shift->start)}, {"end", short_number(plan.shift->end)}};
    item["agreements"] = agreements;
    item["service_level"] = measure("service_level");
    item["abandoned"] = measure("abandoned");
    item["speed_of_answer"] = measure("speed_of_answer");
    item["cost"] = measure("cost");
    item["penalties"] = measure("penalties");
  }
  return {{"replications", before.replications()}, {"plans", all}, {"groups", model.groups.size()}};
}

}  // namespace thirdring
