#include "analysis/experiment/slots.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/experiment/case_measures.hpp"
#include "sim/model/wording.hpp"

namespace thirdring {
namespace {

bool told_of(const Measure& measure, Scope::Kind kind) {
  const auto bit = kind == Scope::Kind::all    ? Measure::all
                   : kind == Scope::Kind::type ? Measure::type
                                               : Measure::group;
  return (measure.scopes & bit) != 0;
}

std::optional<std::size_t> position(const std::vector<Slot>& slots, const Slot& slot, std::size_t from = 0) {
  const auto found = std::find(slots.begin() + static_cast<std::ptrdiff_t>(from), slots.end(), slot);
  if (found == slots.end()) return std::nullopt;
  return static_cast<std::size_t>(found - slots.begin());
}

std::string unknown_measure(const std::string& got) {
  return fmt::format("expected the name of a measure, got {}{}", in_quotes(got),
                     hint(got, names_of_measures()));
}

std::optional<std::string> agreement_problem(const Model& model, const Agreement& agreement) {
  using Kind = Measure::Kind;
  if (agreement.statistic != Agreement::Statistic::measure) return std::nullopt;
  const Measure* const measure = find_measure(agreement.measure);
  if (!measure) return unknown_measure(agreement.measure);
  if (!told_of(*measure, agreement.of.empty() ? Scope::Kind::all : Scope::Kind::type))
    return fmt::format("{} is not known {}", measure->name,
                       agreement.of.empty() ? "for the whole centre" : "by call type; leave out 'of'");
  if (measure->kind == Kind::daily_mean || measure->kind == Kind::days_met ||
      measure->kind == Kind::penalties)
    return fmt::format("{} is a result of many days and cannot be agreed on; take another measure",
                       measure->name);
  const bool is_run = agreement.per == Agreement::Per::whole_run ||
                      (agreement.per == Agreement::Per::day && model.calendar.days.size() == 1);
  if (measure->kind != Kind::fraction && !is_run)
    return fmt::format("{} is known for a whole run only: expected 'per: run', or a scenario of one day",
                       measure->name);
  return std::nullopt;
}

}  // namespace

Slots::Slots(const Model& model) : spoken_(spoken_in(model)), controls_(model) {
  const SheetPlan plan(model);
  for (std::size_t m = 0; m < measures().size(); ++m) {
    const Measure& measure = measures()[m];
    for (const Scope& scope : plan.scopes()) {
      if (measure.kind == Measure::Kind::wait_quantile || !told_of(measure, scope.kind)) continue;
      run_.push_back({Slot::Kind::measure, m, scope});
      if (measure.per_period) period_.push_back({Slot::Kind::measure, m, scope});
    }
  }
  for (std::size_t a = 0; a < model.agreements.size(); ++a)
    for (const Slot::Kind kind :
         {Slot::Kind::achieved, Slot::Kind::breach, Slot::Kind::shortfall, Slot::Kind::penalty})
      run_.push_back({kind, a, {}});
  for (OutageId o = 0; o < model.outages.size() + model.areas.size(); ++o)
    for (const Slot::Kind kind : {Slot::Kind::outages, Slot::Kind::time_down}) run_.push_back({kind, o, {}});
  if (!model.cases.empty())
    for (std::size_t m = 0; m < case_measures().size(); ++m) {
      if (case_measures()[m].formula == nullptr) continue;
      run_.push_back({Slot::Kind::of_cases, m, {}});
      for (const CaseKind& kind : model.cases)
        run_.push_back({Slot::Kind::of_cases, m, {Scope::Kind::type, kind.type}});
    }
  for (std::size_t i = 0; i < spoken_.size(); ++i) {
    spoken_at_.push_back(run_.size());
    for (const Slot::Kind kind : {Slot::Kind::spoken_per_day, Slot::Kind::spoken_per_call}) {
      run_.push_back({kind, i, {}});
      for (const TypeId t : spoken_[i].types) run_.push_back({kind, i, {Scope::Kind::type, t}});
    }
  }
  for (std::size_t c = 0; c < controls_.kinds().size(); ++c) run_.push_back({Slot::Kind::control, c, {}});
}

std::optional<std::size_t> Slots::find(const Slot& slot) const {
  return position(run_, slot, slot.of_conversation() ? spoken_at_[slot.index] : 0);
}
std::optional<std::size_t> Slots::find_of_period(const Slot& slot) const { return position(period_, slot); }

std::vector<std::string> measure_problems(const Model& model) {
  std::vector<std::string> problems;
  for (const Agreement& agreement : model.agreements)
    if (const auto problem = agreement_problem(model, agreement))
      problems.push_back(fmt::format("agreements.{}: {}", agreement.name, *problem));
  if (model.run.precision)
    for (const RunPlan::Precision::Goal& goal : model.run.precision->goals)
      if (const auto problem = precision_problem(goal.measure))
        problems.push_back(fmt::format("run.precision: {}", *problem));
  return problems;
}

std::optional<std::string> precision_problem(const std::string& name) {
  const Measure* const measure = find_measure(name);
  if (!measure) return unknown_measure(name);
  if (!told_of(*measure, Scope::Kind::all)) return fmt::format("{} is not known for the whole centre", name);
  return std::nullopt;
}

}  // namespace thirdring
