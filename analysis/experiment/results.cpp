#include "analysis/experiment/results.hpp"

#include <cmath>
#include <limits>

#include "analysis/experiment/case_measures.hpp"

namespace thirdring {
namespace {

std::size_t index_of(const Measure& measure) {
  return static_cast<std::size_t>(&measure - measures().data());
}

/// Whether a replication has at most one period (day, run) that an agreement is judged by.
bool one_unit(const Agreement& agreement, const Model& model) {
  return agreement.per == Agreement::Per::whole_run ||
         (agreement.per == Agreement::Per::day && model.calendar.days.size() == 1);
}

}  // namespace

Estimate sensible(const Estimate& estimate, Unit unit) {
  return estimate.within(0, unit == Unit::share ? 1 : std::numeric_limits<double>::infinity());
}

Unit unit_of(const Agreement& agreement) {
  const Measure* const measure =
      agreement.statistic == Agreement::Statistic::measure ? find_measure(agreement.measure) : nullptr;
  if (measure) return measure->unit;
  using Statistic = Agreement::Statistic;
  return agreement.statistic >= Statistic::case_mean ? Unit::seconds : Unit::share;
}

Results::Results(const Model& model, bool controlled)
    : model_(&model),
      slots_(model),
      run_(slots_.of_run().size()),
      periods_(slots_.of_period().size() * model.calendar.periods.size()),
      controlled_(controlled && !slots_.controls().kinds().empty()),
      controls_(run_.size(), controlled_ ? control_kinds() : 0),
      waits_(sections * model.call_types.size()),
      case_times_(sections * model.cases.size() * case_steps) {}

void Results::add(std::uint64_t replication, const Record& record) {
  ++replications_;
  events_ += record.events;
  calls_ += record.calls;
  for (std::size_t i = 0; i < periods_.size(); ++i)
    periods_[i].add({record.periods[i].over, record.periods[i].under});
  std::uint64_t number = replication * record.stretches.size();
  for (const Observation& observed : record.stretches) add(number++ % sections, observed);
  if (record.stretches.size() < 2) return;
  const std::size_t queue = *slots_.find({Slot::Kind::measure, index_of(*find_measure("mean_queue")), {}});
  for (std::size_t s = 1; s < record.stretches.size(); ++s)
    neighbours_.add({record.stretches[s - 1].run[queue].value(), record.stretches[s].run[queue].value()});
}

void Results::add(std::size_t section, const Observation& observed) {
  if (controlled_) {
    std::vector<double> values;
    for (std::size_t i = slots_.first_control(); i < run_.size(); ++i) values.push_back(observed.run[i].over);
    controls_.begin(values);
  }
  for (std::size_t i = 0; i < run_.size(); ++i) {
    const auto& [over, under] = observed.run[i];
    if (controlled_) controls_.add(i, run_[i], over, under);
    run_[i].add({over, under});
  }
  const std::size_t types = observed.waits.size(), times = observed.case_times.size();
  for (std::size_t t = 0; t < types; ++t) waits_[section * types + t].add(observed.waits[t]);
  for (std::size_t i = 0; i < times; ++i) case_times_[section * times + i].add(observed.case_times[i]);
}

Estimate Results::estimate(const Measure& measure, const Scope& scope) const {
  if (measure.kind == Measure::Kind::wait_quantile) {
    if (scope.kind == Scope::Kind::group || scope.kind == Scope::Kind::site) return {};
    std::vector<double> values = section_quantiles(measure, scope);
    const double pooled = values.back();
    values.pop_back();
    return sensible(section_interval(pooled, values, observations()), measure.unit);
  }
  const auto slot = slots_.find({Slot::Kind::measure, index_of(measure), scope});
  return slot ? sensible(interval(*slot).estimate, measure.unit) : Estimate{};
}

double Results::gain(const Measure& measure, const Scope& scope) const {
  const auto slot = slots_.find({Slot::Kind::measure, index_of(measure), scope});
  return slot ? interval(*slot).gain : 1;
}

Estimate Results::estimate(const Measure& measure, const Scope& scope, PeriodId period) const {
  const auto slot = slots_.find_of_period({Slot::Kind::measure, index_of(measure), scope});
  return slot ? sensible(ratio_interval(periods_[period * slots_.of_period().size() + *slot]), measure.unit)
              : Estimate{};
}

Estimate Results::spoken(std::size_t spoken, bool per_day, const Scope& scope) const {
  const auto slot =
      slots_.find({per_day ? Slot::Kind::spoken_per_day : Slot::Kind::spoken_per_call, spoken, scope});
  // A share may be above 1: a situation of the stage hold can happen several times in a call.
  return slot ? sensible(interval(*slot).estimate, Unit::number) : Estimate{};
}

Estimate Results::outages(OutageId outage) const {
  return sensible(interval(*slots_.find({Slot::Kind::outages, outage, {}})).estimate, Unit::number);
}

Estimate Results::time_down(OutageId outage) const {
  return sensible(interval(*slots_.find({Slot::Kind::time_down, outage, {}})).estimate, Unit::share);
}

Estimate Results::cases(std::size_t position, const Scope& scope) const {
  const CaseMeasure& measure = case_measures()[position];
  if (measure.formula != nullptr) {
    const auto slot = slots_.find({Slot::Kind::of_cases, position, scope});
    return slot ? sensible(interval(*slot).estimate, measure.unit) : Estimate{};
  }
  const std::size_t kinds = model_->cases.size();
  std::vector<double> values;
  Histogram all;
  const auto value = [&](const Histogram& h) { return h.total() > 0 ? h.quantile(measure.p) : unknown; };
  for (std::size_t s = 0; s < sections; ++s) {
    Histogram section;
    for (CaseKindId k = 0; k < kinds; ++k)
      if (scope.kind == Scope::Kind::all || model_->cases[k].type == scope.index)
        section.add(case_times_[(s * kinds + k) * case_steps + static_cast<std::size_t>(measure.step)]);
    values.push_back(value(section));
    all.add(section);
  }
  return sensible(section_interval(value(all), values, observations()), measure.unit);
}

std::vector<double> Results::section_quantiles(const Measure& measure, const Scope& scope) const {
  const std::vector<TypeId> types =
      scope.kind == Scope::Kind::all ? inbound_types(*model_) : std::vector<TypeId>{scope.index};
  std::vector<double> values;
  Histogram all;
  const auto value = [&](const Histogram& h) {
    values.push_back(h.total() > 0 ? h.quantile(measure.p) : unknown);
  };
  for (std::size_t s = 0; s < sections; ++s) {
    Histogram section;
    for (const TypeId t : types) section.add(waits_[s * model_->call_types.size() + t]);
    value(section);
    all.add(section);
  }
  value(all);
  return values;
}

Results::Neighbours Results::neighbours() const {
  const double spread = std::sqrt(neighbours_.variance(0) * neighbours_.variance(1));
  return {spread > 0 ? neighbours_.covariance(0, 1) / spread : 0, neighbours_.count()};
}

Estimate Results::breach(std::size_t agreement) const {
  const BivariateMoments& moments = run_[*slots_.find({Slot::Kind::breach, agreement, {}})];
  const auto total = [&](std::size_t i) {
    return static_cast<std::uint64_t>(std::llround(moments.mean(i) * static_cast<double>(moments.count())));
  };
  const std::uint64_t breaches = total(0), units = total(1);
  // One day for each replication: independent trials.
  if (one_unit(model_->agreements[agreement], *model_)) return proportion_interval(breaches, units);
  // The days (periods) of one replication go together, but the replications are independent.
  Estimate estimate = ratio_interval(moments).within(0, 1);
  // Where all are equal the delta method sees no spread; then count a replication as one trial, which is
  // cautious.
  if (units > 0 && (breaches == 0 || breaches == units)) {
    const Estimate cautious = proportion_interval(breaches == 0 ? 0 : moments.count(), moments.count());
    estimate.low = cautious.low;
    estimate.high = cautious.high;
  }
  return estimate;
}

AgreementResult Results::agreement(std::size_t agreement) const {
  const Agreement& promise = model_->agreements[agreement];
  const auto slot = [&](Slot::Kind kind) { return *slots_.find({kind, agreement, {}}); };
  AgreementResult result;
  result.achieved = sensible(interval(slot(Slot::Kind::achieved)).estimate, unit_of(promise));
  result.breach = breach(agreement);
  result.breach.n = observations();
  result.shortfall = sensible(ratio_interval(run_[slot(Slot::Kind::shortfall)]), Unit::number);
  result.penalty = sensible(interval(slot(Slot::Kind::penalty)).estimate, Unit::money);
  const double short_by =
      promise.at_least ? promise.limit - result.achieved.value : result.achieved.value - promise.limit;
  result.breached = short_by > 1e-12;
  return result;
}

}  // namespace thirdring
