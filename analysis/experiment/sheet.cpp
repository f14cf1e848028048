#include "analysis/experiment/sheet.hpp"

#include <algorithm>
#include <numeric>

namespace thirdring {

std::string scope_name(const Model& model, const Scope& scope) {
  if (scope.kind == Scope::Kind::type) return model.call_types[scope.index].name;
  if (scope.kind == Scope::Kind::group) return model.groups[scope.index].name;
  if (scope.kind == Scope::Kind::site) return model.sites[scope.index].name;
  return {};
}

SheetPlan::SheetPlan(const Model& model) : layout_(model), rows_(1 + layout_.types() + layout_.groups()) {
  std::vector<TypeId> inbound, callbacks, escalations;
  for (TypeId t = 0; t < layout_.types(); ++t) {
    const CallType::Kind kind = model.call_types[t].kind;
    if (kind == CallType::Kind::inbound) inbound.push_back(t);
    // A follow-up is nothing that a caller asked for.
    if (kind == CallType::Kind::callback && model.call_types[t].callback_type != t) callbacks.push_back(t);
    if (kind == CallType::Kind::escalation) escalations.push_back(t);
  }
  std::vector<GroupId> groups(layout_.groups());
  std::iota(groups.begin(), groups.end(), 0U);

  scopes_.push_back({Scope::Kind::all, 0});
  subjects_.push_back({add_union(inbound, groups), add_union(callbacks, {}), add_union(escalations, {})});
  for (TypeId t = 0; t < layout_.types(); ++t) {
    const TypeId back = model.call_types[t].callback_type;
    scopes_.push_back({Scope::Kind::type, t});
    subjects_.push_back({type_row(t), back == none ? 0 : type_row(back), 0});
  }
  for (const GroupId g : groups) {
    scopes_.push_back({Scope::Kind::group, g});
    subjects_.push_back({group_row(g), 0, 0});
  }
  for (std::uint32_t s = 0; s < model.sites.size(); ++s) {
    scopes_.push_back({Scope::Kind::site, s});
    subjects_.push_back({add_union({}, model.sites[s].groups), 0, 0});
    unions_.back().calls_of_groups = true;
  }
  for (const Agreement& agreement : model.agreements) {
    agreements_.push_back(agreement.of.empty() ? 0 : subjects_.size());
    if (!agreement.of.empty())
      subjects_.push_back(
          {add_union(agreement.of, {}), add_union(callback_types(model, agreement.of), {}), 0});
  }
  for (const AgentGroup& group : model.groups) cost_per_second_.push_back(group.cost_per_hour / 3600);
  for (const Calendar::Period& period : model.calendar.periods) open_.push_back(period.open);
}

std::size_t SheetPlan::add_union(std::vector<TypeId> types, std::vector<GroupId> groups) {
  unions_.push_back({rows_, std::move(types), std::move(groups), false});
  return rows_++;
}

std::vector<TypeId> SheetPlan::callback_types(const Model& model, const std::vector<TypeId>& types) const {
  std::vector<TypeId> result;
  for (const TypeId t : types)
    if (model.call_types[t].callback_type != none) result.push_back(model.call_types[t].callback_type);
  return result;
}

void Sheet::fill_type(const Totals& totals, PeriodId p, TypeId t) {
  const Layout& layout = plan_.layout_;
  double* const to = row(plan_.type_row(t));
  for (std::size_t cell = layout.first_cell(t); cell < layout.end_cell(t); ++cell)
    totals.add_row(cell, p, to);
  if (plan_.open_[p]) {
    double* const extra = to + layout.row() + agent_states;
    extra[static_cast<std::size_t>(Extra::open_time)] = totals.period_length(p);
    extra[static_cast<std::size_t>(Extra::open_queue_time)] = totals.queue_time(t, p);
  }
}

void Sheet::fill_group(const Totals& totals, PeriodId p, GroupId g) {
  const Layout& layout = plan_.layout_;
  double* const to = row(plan_.group_row(g));
  for (TypeId t = 0; t < layout.types(); ++t)
    if (const std::size_t cell = layout.cell(t, g); cell != layout.first_cell(t)) totals.add_row(cell, p, to);
  double* const times = to + layout.row();
  double* const extra = times + agent_states;
  extra[static_cast<std::size_t>(Extra::handled)] = to[static_cast<std::size_t>(Count::answered)];
  double paid = 0;
  for (std::size_t s = 0; s < agent_states; ++s) {
    times[s] = totals.agent_time(g, p, static_cast<AgentState>(s));
    if (static_cast<AgentState>(s) != AgentState::off) paid += times[s];
  }
  extra[static_cast<std::size_t>(Extra::staff_cost)] = paid * plan_.cost_per_second_[g];
  if (plan_.open_[p]) {
    extra[static_cast<std::size_t>(Extra::open_time)] = totals.period_length(p);
    extra[static_cast<std::size_t>(Extra::open_agent_time)] =
        paid - times[static_cast<std::size_t>(AgentState::on_break)];
  }
}

void Sheet::clear() { std::fill(numbers_.begin(), numbers_.end(), 0.0); }

void Sheet::fill(const Totals& totals, PeriodId p) {
  clear();
  days_ = 1;
  for (TypeId t = 0; t < plan_.layout_.types(); ++t) fill_type(totals, p, t);
  for (GroupId g = 0; g < plan_.layout_.groups(); ++g) fill_group(totals, p, g);

  const std::size_t calls = plan_.layout_.row(), width = plan_.row();
  for (const SheetPlan::Union& sum : plan_.unions_) {
    double* const to = row(sum.row);
    // Calls come from the types and agents' times from the groups, so that no answer is counted twice.
    for (const TypeId t : sum.types)
      for (std::size_t k = 0; k < width; ++k) to[k] += row(plan_.type_row(t))[k];
    for (const GroupId g : sum.groups)
      for (std::size_t k = sum.calls_of_groups ? 0 : calls; k < width; ++k)
        to[k] += row(plan_.group_row(g))[k];
    double* const extra = to + calls + agent_states;
    if (plan_.open_[p]) {
      extra[static_cast<std::size_t>(Extra::open_time)] = totals.period_length(p);
      extra[static_cast<std::size_t>(Extra::open_lines_time)] = totals.lines_time(p);
      extra[static_cast<std::size_t>(Extra::all_lines_busy)] = totals.all_lines_busy(p);
    }
  }
}

void Sheet::add(const Sheet& other) {
  for (std::size_t k = 0; k < numbers_.size(); ++k) numbers_[k] += other.numbers_[k];
}

Sums Sheet::sums(std::size_t subject) const {
  const SheetPlan::Subject& s = plan_.subjects_[subject];
  return {row(s.own), row(s.callbacks), row(s.escalations), days_, plan_.layout_.thresholds()};
}

}  // namespace thirdring
