#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/compile/cases.hpp"
#include "sim/scenario/compile/limits.hpp"

namespace thirdring {
namespace {

void reservations(Compile& c) {
  for (GroupId g = 0; g < c.groups().entries.size(); ++g)
    for (const auto& [name_at, name, agents] : c.groups().entries[g].value->reserve->entries) {
      const auto t = c.type(name, name_at);
      if (!t) continue;
      if (skill_of(c.model.groups[g], *t) == nullptr)
        c.problem(name_at, "a call type that the group serves", in_quotes(name));
      c.model.groups[g].reservations.push_back({*t, c.whole(agents, 0, 0)});
    }
}

void costs(Compile& c) {
  c.model.currency = c.spec.costs->currency->value;
  for (const auto& [name_at, name, rate] : c.spec.costs->of_groups.entries) {
    const auto g = c.find_group(name);
    if (!g)
      c.problem(name_at, "the name of an agent group", in_quotes(name), hint(name, c.groups().names()));
    else
      c.model.groups[*g].cost_per_hour = rate->per_hour;
  }
}

void limit(Compile& c, const AgreementSpec& s, Agreement& a, const MeasureName& unit_of) {
  const Field<Quantity>& limit = s.at_least.given() ? s.at_least : s.at_most;
  check_unit(c, unit_of, limit);
  a.at_least = s.at_least.given();
  a.limit = limit->value;
}

void promise(Compile& c, const AgreementSpec& s, Agreement& a) {
  constexpr MeasureName share{"", MeasureName::Unit::share, ""};
  const bool called_back = s.share->of == Promise::Of::called_back;
  a.statistic =
      called_back ? Agreement::Statistic::called_back_within : Agreement::Statistic::answered_within;
  a.threshold = seconds_of(c, s.share->within);
  limit(c, s, a, share);
  c.model.thresholds.push_back(a.threshold);
  if (!called_back) return;
  const bool all = a.of.empty();
  bool any = false;
  for (TypeId t = 0; t < c.model.call_types.size(); ++t) {
    if (!all && std::find(a.of.begin(), a.of.end(), t) == a.of.end()) continue;
    const CallType& type = c.model.call_types[t];
    any = any || type.callback;
    if (type.callback && type.callback->due < never) c.model.thresholds.push_back(type.callback->due);
  }
  if (!any && c.report.clean()) c.problem(s.share.at, "call types that have callbacks", "none of them");
}

void agreements(Compile& c) {
  for (const auto& [name_at, name, spec] : c.spec.agreements->entries) {
    if (!spec.given()) continue;
    Agreement a;
    a.name = name;
    a.per = *spec->per;
    a.penalty = spec->penalty->value;
    for (const auto& type : *spec->of) {
      if (!type.given()) continue;
      const auto parts = c.parts(type->value);
      a.of.insert(a.of.end(), parts.begin(), parts.end());
      if (parts.empty()) c.type(type->value, type.at);
    }
    if (agree_on_times(c, *spec, a)) {
      c.model.agreements.push_back(std::move(a));
      continue;
    }
    if (spec->share.given()) promise(c, *spec, a);
    if (const MeasureName* measure = find_measure(c, spec->measure)) {
      a.measure = measure->name;
      limit(c, *spec, a, *measure);
    }
    c.model.agreements.push_back(std::move(a));
  }
}

}  // namespace

void compile_references(Compile& c) {
  const Measuring& m = c.model.measuring;
  c.model.thresholds = {m.acceptable_wait, m.short_abandon, m.rings * c.model.ringing.cycle};
  reservations(c);
  costs(c);
  agreements(c);
  auto& thresholds = c.model.thresholds;
  std::sort(thresholds.begin(), thresholds.end());
  thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
}

}  // namespace thirdring
