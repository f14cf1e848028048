#include "analysis/report/number_rows.hpp"

#include <fmt/format.h>

#include "analysis/experiment/case_measures.hpp"

namespace thirdring {
namespace {

std::string unit_name(Unit unit, const Model& model) {
  return unit == Unit::money && !model.currency.empty() ? model.currency : std::string(name_of(unit));
}

NumberRow row(const Model& model, const Measure& measure, const Scope& scope) {
  NumberRow result;
  result.measure = measure.name;
  if (scope.kind == Scope::Kind::type) result.type = scope_name(model, scope);
  if (scope.kind == Scope::Kind::group) result.group = scope_name(model, scope);
  if (scope.kind == Scope::Kind::site) result.group = "site." + scope_name(model, scope);
  result.unit = unit_name(measure.unit, model);
  return result;
}

}  // namespace

std::string name_of(const Spoken& spoken, bool per_day) {
  return per_day ? spoken.name : fmt::format("{}.{}", spoken.name, spoken.per_call_name());
}

Unit unit_of(const Agreement& agreement, Slot::Kind kind) {
  switch (kind) {
    case Slot::Kind::breach:
      return Unit::share;
    case Slot::Kind::penalty:
      return Unit::money;
    default:
      return unit_of(agreement);
  }
}

void for_each_number(const Results& results, const std::function<void(const NumberRow&)>& take) {
  const Model& model = results.model();
  const SheetPlan plan(model);
  for (const Measure& measure : measures())
    for (const Scope& scope : plan.scopes()) {
      NumberRow number = row(model, measure, scope);
      number.estimate = results.estimate(measure, scope);
      number.gain = results.gain(measure, scope);
      if (number.estimate.n > 0) take(number);
    }
  for (const Slot& slot : results.slots().of_period())
    for (PeriodId p = 0; p < model.calendar.periods.size(); ++p) {
      NumberRow number = row(model, measures()[slot.index], slot.scope);
      number.period = model.calendar.periods[p].label;
      number.estimate = results.estimate(measures()[slot.index], slot.scope, p);
      take(number);
    }
  for (std::size_t m = 0; !model.cases.empty() && m < case_measures().size(); ++m) {
    const CaseMeasure& measure = case_measures()[m];
    const auto tell = [&](const Scope& scope) {
      take({measure.name, scope_name(model, scope), "", "", unit_name(measure.unit, model),
            results.cases(m, scope)});
    };
    tell({});
    for (const CaseKind& kind : model.cases) tell({Scope::Kind::type, kind.type});
  }
  for (const Slot& slot : results.slots().of_run()) {
    if (!slot.of_conversation()) continue;
    const Spoken& spoken = results.slots().spoken()[slot.index];
    const bool per_day = slot.kind == Slot::Kind::spoken_per_day;
    take({name_of(spoken, per_day), scope_name(model, slot.scope), "", "",
          unit_name(spoken.unit(per_day), model), results.spoken(slot.index, per_day, slot.scope)});
  }
  for (OutageId o = 0; o < model.outages.size() + model.areas.size(); ++o) {
    const bool own = o < model.outages.size();
    const std::string name =
        own ? "outage." + model.outages[o].name : "power_cuts." + model.areas[o - model.outages.size()].name;
    take({name, "", "", "", unit_name(Unit::number, model), results.outages(o)});
    take({name + ".time_down", "", "", "", unit_name(Unit::share, model), results.time_down(o)});
  }
  for (std::size_t a = 0; a < model.agreements.size(); ++a) {
    const Agreement& agreement = model.agreements[a];
    const AgreementResult result = results.agreement(a);
    const auto tell = [&](const char* what, const Estimate& estimate, Slot::Kind kind) {
      take({fmt::format("agreement.{}.{}", agreement.name, what), "", "", "",
            unit_name(unit_of(agreement, kind), model), estimate});
    };
    tell("achieved", result.achieved, Slot::Kind::achieved);
    tell("breach", result.breach, Slot::Kind::breach);
    tell("shortfall", result.shortfall, Slot::Kind::shortfall);
    tell("penalty", result.penalty, Slot::Kind::penalty);
  }
}

}  // namespace thirdring
