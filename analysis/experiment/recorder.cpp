#include "analysis/experiment/recorder.hpp"

#include <algorithm>

#include "analysis/experiment/case_measures.hpp"

namespace thirdring {
namespace {

std::vector<std::size_t> subjects(const std::vector<Slot>& slots, const SheetPlan& plan) {
  std::vector<std::size_t> result;
  for (const Slot& slot : slots) {
    const auto at = std::find(plan.scopes().begin(), plan.scopes().end(), slot.scope);
    result.push_back(static_cast<std::size_t>(at - plan.scopes().begin()));
  }
  return result;
}

bool gathers_over_days(const Slot& slot) {
  if (slot.kind != Slot::Kind::measure) return false;
  const Measure::Kind kind = measures()[slot.index].kind;
  return kind == Measure::Kind::daily_mean || kind == Measure::Kind::days_met;
}

}  // namespace

Recorder::Recorder(const Model& model, const Slots& slots)
    : model_(model),
      slots_(slots),
      plan_(model),
      definitions_(model),
      period_(plan_),
      day_(plan_),
      run_(plan_),
      daily_(slots.of_run().size()),
      subject_of_run_(subjects(slots.of_run(), plan_)),
      subject_of_period_(subjects(slots.of_period(), plan_)) {
  for (std::size_t a = 0; a < model.agreements.size(); ++a)
    agreements_.emplace_back(model, a, plan_.agreement_subject(a));
}

Record Recorder::record(const Totals& totals, std::uint64_t seed, std::uint64_t replication) {
  Record record;
  seed_ = seed;
  replication_ = replication;
  record.periods.reserve(slots_.of_period().size() * model_.calendar.periods.size());
  begin_stretch();
  day_begins_ = 0;
  const auto& periods = model_.calendar.periods;
  for (PeriodId p = 0; p < periods.size(); ++p) {
    end_period(totals, p, record);
    const bool last = p + 1 == periods.size(), ends = last || periods[p + 1].stretch != periods[p].stretch;
    if (ends || periods[p + 1].day != periods[p].day) {
      end_day();
      day_begins_ = p + 1;
    }
    if (!ends) continue;
    for (TypeId t = 0; t < model_.call_types.size(); ++t)
      if (model_.call_types[t].kind != CallType::Kind::work_order)
        record.calls += static_cast<std::uint64_t>(run_.sums(1 + t)[Count::legs]);
    if (periods[p].stretch < model_.calendar.stretches)
      record.stretches.push_back(end_stretch(totals, periods[p].stretch));
    begin_stretch();
  }
  return record;
}

void Recorder::begin_stretch() {
  std::fill(daily_.begin(), daily_.end(), Pair{});
  for (AgreementWatch& agreement : agreements_) agreement.start();
  day_.clear();
  run_.clear();
  day_.set_days(0);
  run_.set_days(0);
}

void Recorder::end_period(const Totals& totals, PeriodId p, Record& record) {
  period_.fill(totals, p);
  for (std::size_t i = 0; i < slots_.of_period().size(); ++i)
    record.periods.push_back(
        measures()[slots_.of_period()[i].index].formula(period_.sums(subject_of_period_[i]), definitions_));
  for (AgreementWatch& agreement : agreements_) agreement.ends(Agreement::Per::period, period_);
  day_.add(period_);
  if (model_.calendar.periods[p].open) day_.set_days(model_.calendar.share_of_day(day_begins_, p));
}

void Recorder::end_day() {
  for (std::size_t i = 0; i < daily_.size(); ++i) {
    if (!gathers_over_days(slots_.of_run()[i])) continue;
    const Measure& measure = measures()[slots_.of_run()[i].index];
    const Pair today = measure.formula(day_.sums(subject_of_run_[i]), definitions_);
    if (!today.known()) continue;
    if (measure.kind == Measure::Kind::daily_mean) {
      daily_[i].over += today.value();
      daily_[i].under += 1;
    } else if (definitions_.target) {
      daily_[i].over += today.value() >= *definitions_.target;
      daily_[i].under += 1;
    }
  }
  for (AgreementWatch& agreement : agreements_) agreement.ends(Agreement::Per::day, day_);
  run_.add(day_);
  run_.set_days(run_.days() + day_.days());
  day_.clear();
  day_.set_days(0);
}

Observation Recorder::end_stretch(const Totals& totals, std::uint32_t stretch) {
  Observation record;
  record.run.reserve(slots_.of_run().size());
  const double days = run_.days();
  const std::vector<Case> opened = cases_of(model_, totals, stretch);
  for (AgreementWatch& agreement : agreements_) agreement.stretch_ends(run_, totals, stretch, opened);
  const std::vector<CaseSums> cases = case_sums(model_, opened);
  record.case_times = case_times(model_, opened);
  for (std::size_t i = 0; i < slots_.first_control(); ++i) {
    const Slot& slot = slots_.of_run()[i];
    if (slot.kind == Slot::Kind::of_cases) {
      const CaseMeasure& measure = case_measures()[slot.index];
      const CaseSums& sums =
          cases[slot.scope.kind == Scope::Kind::all ? 0 : 1 + model_.call_types[slot.scope.index].case_kind];
      record.run.push_back(measure.formula(sums.at(measure.step), sums, days));
    } else if (slot.of_conversation()) {
      record.run.push_back(spoken_pair(slot, totals, stretch));
    } else if (slot.kind == Slot::Kind::outages) {
      record.run.push_back({totals.outages(static_cast<OutageId>(slot.index), stretch), days});
    } else if (slot.kind == Slot::Kind::time_down) {
      record.run.push_back(
          {totals.time_down(static_cast<OutageId>(slot.index), stretch), run_.sums(0)[Extra::open_time]});
    } else if (slot.of_agreement()) {
      record.run.push_back(agreements_[slot.index].pair(slot.kind));
    } else if (gathers_over_days(slot)) {
      record.run.push_back(daily_[i]);
    } else {
      const Measure& measure = measures()[slot.index];
      record.run.push_back(measure.formula ? measure.formula(run_.sums(subject_of_run_[i]), definitions_)
                                           : run_pair(slot, totals, stretch));
    }
  }
  add_controls(record);
  for (TypeId t = 0; t < model_.call_types.size(); ++t) record.waits.push_back(totals.waits(t, stretch));
  return record;
}

void Recorder::add_controls(Observation& to) const {
  std::vector<Sums> types;
  for (TypeId t = 0; t < model_.call_types.size(); ++t) types.push_back(run_.sums(1 + t));
  for (const double value : slots_.controls().values(seed_, replication_, types))
    to.run.push_back({value, 1});
}

Pair Recorder::spoken_pair(const Slot& slot, const Totals& totals, std::uint32_t stretch) const {
  const Spoken& spoken = slots_.spoken()[slot.index];
  double amount = 0, answered = 0;
  for (std::size_t i = 0; i < spoken.types.size(); ++i) {
    if (slot.scope.kind == Scope::Kind::type && slot.scope.index != spoken.types[i]) continue;
    amount += spoken.amount(totals, i, stretch);
    answered += run_.sums(1 + spoken.types[i])[Count::answered];
  }
  return {amount, slot.kind == Slot::Kind::spoken_per_day ? run_.days() : answered};
}

Pair Recorder::run_pair(const Slot& slot, const Totals& totals, std::uint32_t stretch) const {
  const Measure& measure = measures()[slot.index];
  if (measure.kind == Measure::Kind::penalties) {
    Pair sum{0, run_.days()};
    for (const AgreementWatch& agreement : agreements_) sum.over += agreement.pair(Slot::Kind::penalty).over;
    return sum;
  }
  const auto types =
      slot.scope.kind == Scope::Kind::all ? inbound_types(model_) : std::vector<TypeId>{slot.scope.index};
  return {whole_value(measure, types, totals, stretch), 1};
}

}  // namespace thirdring
