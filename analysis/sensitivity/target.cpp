#include "analysis/sensitivity/target.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "analysis/report/number_rows.hpp"
#include "sim/model/wording.hpp"

namespace thirdring {
namespace {

constexpr std::array<std::pair<std::string_view, Slot::Kind>, 4> told = {
    {{"achieved", Slot::Kind::achieved},
     {"breach", Slot::Kind::breach},
     {"shortfall", Slot::Kind::shortfall},
     {"penalty", Slot::Kind::penalty}}};

bool on_percentile(const Agreement& agreement) {
  using Statistic = Agreement::Statistic;
  const Measure* const measure =
      agreement.statistic == Statistic::measure ? find_measure(agreement.measure) : nullptr;
  return agreement.statistic == Statistic::wait_percentile ||
         agreement.statistic == Statistic::case_percentile ||
         (measure && measure->kind == Measure::Kind::wait_quantile);
}

Target of_agreement(const Model& model, std::size_t a, std::string_view what, Slot::Kind kind) {
  const Agreement& agreement = model.agreements[a];
  return {{kind, a, {}}, fmt::format("agreement.{}.{}", agreement.name, what), unit_of(agreement, kind)};
}

Target of_agreement(const Model& model, std::size_t a) {
  const auto& [what, kind] = told[on_percentile(model.agreements[a]) ? 1 : 0];
  return of_agreement(model, a, what, kind);
}

}  // namespace

Target find_target(const Model& model, const std::string& name) {
  std::vector<std::string> names;
  for (std::size_t a = 0; a < model.agreements.size(); ++a) {
    const Agreement& agreement = model.agreements[a];
    names.push_back(agreement.name);
    if (name == agreement.name) return of_agreement(model, a);
    for (const auto& [what, kind] : told) {
      if (name != fmt::format("agreement.{}.{}", agreement.name, what)) continue;
      if (kind == Slot::Kind::achieved && on_percentile(agreement))
        throw std::invalid_argument(
            fmt::format("no differences are known of percentiles; take agreement.{}.breach", agreement.name));
      return of_agreement(model, a, what, kind);
    }
  }
  for (std::size_t m = 0; m < measures().size(); ++m) {
    const Measure& measure = measures()[m];
    if (name != measure.name) continue;
    if ((measure.scopes & Measure::all) == 0)
      throw std::invalid_argument(fmt::format("{} is not known for the whole centre", name));
    if (measure.kind == Measure::Kind::wait_quantile)
      throw std::invalid_argument(
          fmt::format("no differences are known of percentiles such as {}; take mean_wait", name));
    return {{Slot::Kind::measure, m, {}}, name, measure.unit};
  }
  for (std::string& measure : names_of_measures()) names.push_back(std::move(measure));
  throw std::invalid_argument(fmt::format("expected the name of a measure or of an agreement, got {}{}",
                                          in_quotes(name), hint(name, names)));
}

std::vector<Target> usual_targets(const Model& model) {
  std::vector<Target> targets;
  for (std::size_t a = 0; a < model.agreements.size(); ++a) targets.push_back(of_agreement(model, a));
  if (targets.empty())
    for (const char* name : {"service_level", "mean_wait", "abandoned", "occupancy"})
      targets.push_back(find_target(model, name));
  return targets;
}

Estimate estimate(const Results& results, const Target& target) {
  if (!target.slot.of_agreement()) return results.estimate(measures()[target.slot.index], {});
  const AgreementResult result = results.agreement(target.slot.index);
  switch (target.slot.kind) {
    case Slot::Kind::achieved:
      return result.achieved;
    case Slot::Kind::breach:
      return result.breach;
    case Slot::Kind::shortfall:
      return result.shortfall;
    default:
      return result.penalty;
  }
}

}  // namespace thirdring
