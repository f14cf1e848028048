#include <fmt/format.h>

#include <stdexcept>

#include "tests/validation/oracle.hpp"

namespace thirdring::validation {
namespace {

void add(std::vector<Pair>& to, const std::vector<Pair>& from, double sign) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    to[i].over += sign * from[i].over;
    to[i].under += sign * from[i].under;
  }
}

}  // namespace

Values::Values(const Model& model, const Slots& slots)
    : model_(&model),
      slots_(&slots),
      run_(slots.of_run().size()),
      periods_(slots.of_period().size() * model.calendar.periods.size()) {}

void Values::add(const Record& record) {
  for (const Observation& observed : record.stretches) validation::add(run_, observed.run, 1);
  validation::add(periods_, record.periods, 1);
}

void Values::add(const Values& other) {
  validation::add(run_, other.run_, 1);
  validation::add(periods_, other.periods_, 1);
}

void Values::subtract(const Values& other) {
  validation::add(run_, other.run_, -1);
  validation::add(periods_, other.periods_, -1);
}

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

double Values::in(PeriodId period, const std::string& measure, const std::string& of) const {
  const auto at = slots_->find_of_period(slot(measure, of));
  if (!at) throw std::invalid_argument(fmt::format("{} is not told of '{}' by period", measure, of));
  return periods_[period * slots_->of_period().size() + *at].value();
}

double Values::open(const std::string& measure, const std::string& of) const {
  const auto at = slots_->find_of_period(slot(measure, of));
  if (!at) throw std::invalid_argument(fmt::format("{} is not told of '{}' by period", measure, of));
  Pair sum;
  for (PeriodId p = 0; p < model_->calendar.periods.size(); ++p) {
    const Calendar::Period& period = model_->calendar.periods[p];
    if (!period.open || period.stretch >= model_->calendar.stretches) continue;
    sum.over += periods_[p * slots_->of_period().size() + *at].over;
    sum.under += periods_[p * slots_->of_period().size() + *at].under;
  }
  return sum.value();
}

}  // namespace thirdring::validation
