#include <fmt/format.h>

#include "sim/model/measure_names.hpp"
#include "sim/scenario/compile/compile.hpp"
#include "sim/scenario/compile/limits.hpp"

namespace thirdring {
namespace {

/// The warm-up and the batches.
void stretches(Compile& c, const RunBlock& s) {
  RunPlan& plan = c.model.run;
  const std::uint32_t batches = c.whole(s.batches, 2, 1);
  if (s.batches.given() && !s.replications.given()) plan.replications = 1;
  if (s.warm_up.given()) {
    plan.warm_up = s.warm_up->seconds;
    plan.finds_warm_up = s.warm_up->automatic;
  }
  if (!c.line || c.model.calendar.cut(plan.warm_up, batches)) return;
  const Where& at = s.batches.given() ? s.batches.at : s.warm_up.at;
  c.problem(at, "no more batches than open periods that are left behind the warm-up, and one at least",
            fmt::format("{} of {} periods", batches, c.model.calendar.open_periods_from(plan.warm_up)));
}

void goal(Compile& c, const Field<Name>& name, const Field<Quantity>& half_width) {
  const MeasureName* measure = find_measure(c, name);
  if (measure == nullptr) return;
  check_unit(c, *measure, half_width);
  c.above_zero(half_width, half_width->value);
  c.model.run.precision->goals.push_back({std::string(measure->name), half_width->value});
}

void run(Compile& c, const RunBlock& s) {
  RunPlan& plan = c.model.run;
  plan.replications = c.whole(s.replications, 1, 1);
  plan.seed = s.seed->value;
  stretches(c, s);
  if (!s.precision.given()) return;
  plan.precision = RunPlan::Precision{{}, c.whole(s.precision->at_most, 2, 2)};
  goal(c, s.precision->measure, s.precision->half_width);
  for (const auto& other : *s.precision->also)
    if (other.given()) goal(c, other->measure, other->half_width);
}

void ringing(Compile& c, const RingingBlock& s) {
  c.above_zero(s.cycle, s.cycle->seconds);
  c.model.ringing.cycle = s.cycle->seconds;
  if (s.take_back_after->is_never) return;
  c.model.ringing.take_back_after = seconds_of(c, s.take_back_after->wait);
  c.above_zero(s.take_back_after, s.take_back_after->wait.amount);
}

}  // namespace

Seconds seconds_of(const Compile& c, const Wait& wait) {
  return wait.in_rings ? wait.amount * c.spec.ringing->cycle->seconds : wait.amount;
}

const MeasureName* find_measure(Compile& c, const Field<Name>& name) {
  if (!name.given()) return nullptr;
  std::vector<std::string> names;
  for (const MeasureName& measure : measure_names) {
    if (measure.name == name->value) return &measure;
    names.emplace_back(measure.name);
  }
  c.problem(name.at, "the name of a measure (`thirdring explain` lists them)", in_quotes(name->value),
            hint(name->value, names));
  return nullptr;
}

void check_unit(Compile& c, const MeasureName& measure, const Field<Quantity>& limit) {
  if (!limit.given()) return;
  const auto unit = measure.unit == MeasureName::Unit::share  ? Quantity::Unit::share
                    : measure.unit == MeasureName::Unit::time ? Quantity::Unit::time
                                                              : Quantity::Unit::number;
  if (limit->unit == unit) return;
  const std::string_view expected = unit == Quantity::Unit::share  ? Leaf<Share>::expected
                                    : unit == Quantity::Unit::time ? Leaf<Duration>::expected
                                                                   : Leaf<Number>::expected;
  c.problem(limit.at, std::string(expected), in_quotes(Leaf<Quantity>::write(*limit)));
}

void compile_settings(Compile& c) {
  const ScenarioSpec& s = c.spec;
  run(c, *s.run);
  ringing(c, *s.ringing);
  c.model.lines = c.whole(s.lines, 1, 0xffffffffU);
  if (s.busyness.given()) c.model.busyness = c.distribution(s.busyness);
  c.model.agent_choice = *s.routing->agent_choice;
  c.model.queue_choice = *s.routing->queue_choice;
  c.model.measuring = {*s.measures->credit, *s.measures->service_level, s.measures->acceptable_wait->seconds,
                       s.measures->short_abandon->seconds, c.whole(s.measures->rings, 1, 3)};
}

}  // namespace thirdring
