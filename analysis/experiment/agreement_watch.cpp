#include "analysis/experiment/agreement_watch.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/experiment/case_sums.hpp"
#include "analysis/statistics/estimate.hpp"

namespace thirdring {

std::vector<TypeId> inbound_types(const Model& model) {
  std::vector<TypeId> types;
  for (TypeId t = 0; t < model.call_types.size(); ++t)
    if (model.call_types[t].kind == CallType::Kind::inbound) types.push_back(t);
  return types;
}

double whole_value(const Measure& measure, const std::vector<TypeId>& types, const Totals& totals,
                   std::uint32_t stretch) {
  double longest_wait = 0, longest_queue = 0;
  Histogram waits;
  for (const TypeId t : types) {
    longest_wait = std::max(longest_wait, totals.longest_wait(t, stretch));
    longest_queue = std::max(longest_queue, static_cast<double>(totals.longest_queue(t, stretch)));
    if (measure.kind == Measure::Kind::wait_quantile) waits.add(totals.waits(t, stretch));
  }
  switch (measure.kind) {
    case Measure::Kind::longest_wait:
      return longest_wait;
    case Measure::Kind::longest_queue:
      return longest_queue;
    case Measure::Kind::wait_quantile:
      return waits.total() > 0 ? waits.quantile(measure.p) : unknown;
    default:
      return unknown;
  }
}

AgreementWatch::AgreementWatch(const Model& model, std::size_t agreement, std::size_t subject)
    : model_(model),
      agreement_(model.agreements[agreement]),
      definitions_(model),
      threshold_(0),
      subject_(subject),
      types_(agreement_.of.empty() ? inbound_types(model) : agreement_.of) {
  using Statistic = Agreement::Statistic;
  measure_ = agreement_.statistic == Statistic::measure           ? find_measure(agreement_.measure)
             : agreement_.statistic == Statistic::answered_within ? find_measure("service_level")
                                                                  : nullptr;
  if (agreement_.statistic == Statistic::wait_percentile) {
    Measure quantile{"wait", Unit::seconds, Measure::type, false, ""};
    quantile.kind = Measure::Kind::wait_quantile;
    quantile.p = agreement_.percentile;
    quantile_ = std::make_shared<const Measure>(quantile);
    measure_ = quantile_.get();
  }
  if (agreement_.statistic == Statistic::answered_within ||
      agreement_.statistic == Statistic::called_back_within)
    threshold_ = model.threshold_index(agreement_.threshold);
  if (agreement_.statistic == Statistic::answered_within) definitions_.waits.acceptable = threshold_;
}

void AgreementWatch::start() {
  units_ = breaches_ = 0;
  shortfall_ = 0;
  achieved_ = {};
  days_ = 0;
}

Pair AgreementWatch::value(const Sheet& sheet) const {
  const Sums sums = sheet.sums(subject_);
  if (measure_) return measure_->formula(sums, definitions_);
  const Sums callbacks = sums.callbacks();
  return {callbacks.within(Within::called_back, threshold_),
          callbacks[Count::legs] - callbacks[Count::redials]};
}

void AgreementWatch::judge(double value) {
  ++units_;
  const double short_by = agreement_.at_least ? agreement_.limit - value : value - agreement_.limit;
  // A share of exactly the limit keeps the agreement, whatever its last bit.
  if (short_by <= 1e-12) return;
  ++breaches_;
  shortfall_ += short_by;
}

void AgreementWatch::ends(Agreement::Per what, const Sheet& sheet) {
  if (agreement_.on_cases() || what != agreement_.per || (measure_ && !measure_->formula)) return;
  if (const Pair pair = value(sheet); pair.known()) judge(pair.value());
}

void AgreementWatch::judge_cases(const std::vector<Case>& cases) {
  const auto unit_of = [&](const Case& c) -> std::size_t {
    if (agreement_.per == Agreement::Per::whole_run) return 0;
    return agreement_.per == Agreement::Per::day ? model_.calendar.periods[c.period].day : c.period;
  };
  const std::size_t units = agreement_.per == Agreement::Per::whole_run ? 1
                            : agreement_.per == Agreement::Per::day     ? model_.calendar.days.size()
                                                                        : model_.calendar.periods.size();
  std::vector<CaseStatistic> by_unit(units, CaseStatistic(model_, agreement_));
  CaseStatistic all(model_, agreement_);
  for (const Case& c : cases) {
    if (std::find(types_.begin(), types_.end(), model_.cases[c.kind].type) == types_.end()) continue;
    by_unit[unit_of(c)].add(c);
    all.add(c);
  }
  for (CaseStatistic& unit : by_unit)
    if (const Pair pair = unit.pair(); pair.known()) judge(pair.value());
  achieved_ = all.pair();
}

void AgreementWatch::stretch_ends(const Sheet& run, const Totals& totals, std::uint32_t stretch,
                                  const std::vector<Case>& cases) {
  days_ = run.days();
  if (agreement_.on_cases()) return judge_cases(cases);
  ends(Agreement::Per::whole_run, run);
  if (!measure_ || measure_->formula) {
    achieved_ = value(run);
    return;
  }
  const double value = whole_value(*measure_, types_, totals, stretch);
  if (std::isnan(value)) return;
  judge(value);
  achieved_ = {value, 1};
}

Pair AgreementWatch::pair(Slot::Kind kind) const {
  const auto breaches = static_cast<double>(breaches_);
  switch (kind) {
    case Slot::Kind::achieved:
      return achieved_;
    case Slot::Kind::breach:
      return {breaches, static_cast<double>(units_)};
    case Slot::Kind::shortfall:
      return {shortfall_, breaches};
    case Slot::Kind::penalty:
      return {breaches * agreement_.penalty, days_};
    case Slot::Kind::measure:
    case Slot::Kind::outages:
    case Slot::Kind::time_down:
    case Slot::Kind::spoken_per_day:
    case Slot::Kind::spoken_per_call:
    case Slot::Kind::of_cases:
    case Slot::Kind::control:
      break;
  }
  return {};
}

}  // namespace thirdring
