#include <fmt/format.h>

#include <stdexcept>

#include "tests/validation/oracle.hpp"

namespace thirdring::validation {
namespace {

void add(Pair& to, const Pair& from, double sign) {
  to.over += sign * from.over;
  to.under += sign * from.under;
}

void add(std::vector<Pair>& to, const std::vector<Pair>& from, double sign) {
  for (std::size_t i = 0; i < to.size(); ++i) add(to[i], from[i], sign);
}

}  // namespace

Values::Values(const Model& model, const Slots& slots)
    : model_(&model),
      slots_(&slots),
      run_(slots.of_run().size()),
      periods_(slots.of_period().size() * model.calendar.periods.size()) {}

void Values::add(const Record& record) {
  begun_ = true;
  for (const Observation& observed : record.stretches) validation::add(run_, observed.run, 1);
  for (const std::size_t i : asked_) validation::add(periods_[i], record.periods[i], 1);
}

void Values::add(const Values& other, double sign) {
  begun_ = true;
  validation::add(run_, other.run_, sign);
  for (const std::size_t i : asked_) validation::add(periods_[i], other.periods_[i], sign);
}

void Values::add(const Values& other) { add(other, 1); }
void Values::subtract(const Values& other) { add(other, -1); }

Slot Values::slot(const std::string& name, const std::string& of) const {
  const Measure* const measure = find_measure(name);
  if (!measure) throw std::invalid_argument("no measure " + name);
  Slot slot{Slot::Kind::measure, static_cast<std::size_t>(measure - measures().data()), {}};
  if (of.empty()) return slot;
  for (TypeId t = 0; t < model_->call_types.size(); ++t)
    if (model_->call_types[t].name == of) slot.scope = {Scope::Kind::type, t};
  for (GroupId g = 0; g < model_->groups.size(); ++g)
    if (model_->groups[g].name == of) slot.scope = {Scope::Kind::group, g};
  if (slot.scope == Scope{}) throw std::invalid_argument("no call type or group " + of);
  return slot;
}

double Values::operator()(const std::string& measure, const std::string& of) const {
  const auto at = slots_->find(slot(measure, of));
  if (!at) throw std::invalid_argument(fmt::format("{} is not told of '{}'", measure, of));
  return run_[*at].value();
}

Pair Values::of_period(PeriodId period, std::size_t slot) const {
  const std::size_t at = period * slots_->of_period().size() + slot;
  if (!begun_) asked_.insert(at);
  if (!asked_.contains(at)) throw std::logic_error("a period that was not asked for in time");
  return periods_[at];
}

double Values::in(PeriodId period, const std::string& measure, const std::string& of) const {
  const auto at = slots_->find_of_period(slot(measure, of));
  if (!at) throw std::invalid_argument(fmt::format("{} is not told of '{}' by period", measure, of));
  return of_period(period, *at).value();
}

double Values::open(const std::string& measure, const std::string& of) const {
  const auto at = slots_->find_of_period(slot(measure, of));
  if (!at) throw std::invalid_argument(fmt::format("{} is not told of '{}' by period", measure, of));
  Pair sum;
  for (PeriodId p = 0; p < model_->calendar.periods.size(); ++p) {
    const Calendar::Period& period = model_->calendar.periods[p];
    if (!period.open || period.stretch >= model_->calendar.stretches) continue;
    validation::add(sum, of_period(p, *at), 1);
  }
  return sum.value();
}

}  // namespace thirdring::validation
