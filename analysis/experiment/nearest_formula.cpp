#include "analysis/experiment/nearest_formula.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "analysis/queueing/formulas.hpp"

namespace thirdring {
namespace {

/// A patience shorter than this is no time at all.
constexpr Seconds shortest_patience = 1e-3;
/// More lines than this are as good as any number.
constexpr double most_lines = 20'000;
/// Less blocking than this is none.
constexpr double hardly_any = 5e-6;

/// Calls by what becomes of them; adds up over periods.
struct Fates {
  CallShares calls;
  double rings = 0;  // answered by the third ring
  double delayed = 0, wait = 0;

  void add(const Fates& other, double times) {
    for (const auto part :
         {&CallShares::answered, &CallShares::abandoned, &CallShares::blocked, &CallShares::answered_in_time,
          &CallShares::abandoned_in_time, &CallShares::short_abandons})
      calls.*part += times * other.calls.*part;
    rings += times * other.rings;
    delayed += times * other.delayed;
    wait += times * other.wait;
  }
};

struct Question {
  const Model& model;
  double handle_time, abandonment_rate;

  /// Calls in the system at most, with so many agents.
  std::uint32_t lines(std::uint32_t agents) const {
    double places = 0;
    for (const CallType& type : model.call_types)
      if (type.kind == CallType::Kind::inbound) places += type.queue_capacity;
    const double lines = std::min(agents + places, static_cast<double>(model.lines));
    return lines > most_lines ? unlimited_lines : static_cast<std::uint32_t>(lines);
  }
};

/// Of one call.
Fates fates(const Question& question, double arrival_rate, std::uint32_t agents) {
  const double theta = question.abandonment_rate;
  if (agents == 0) return {{0, 1, 0, 0, 0, 0}, 0, 1, 1 / theta};
  const auto queue =
      make_queue({arrival_rate, 1 / question.handle_time, agents}, theta, question.lines(agents));
  const Measuring& measuring = question.model.measuring;
  const double let_in = 1 - queue->blocked();
  return {queue->shares(measuring.acceptable_wait, measuring.short_abandon),
          let_in * queue->answered_within(measuring.rings * question.model.ringing.cycle),
          let_in * queue->delay_probability(), let_in * queue->mean_wait()};
}

double service_level(ServiceLevelFormula formula, const CallShares& calls) {
  using F = ServiceLevelFormula;
  switch (formula) {
    case F::answered_only:
      return calls.answered_only();
    case F::offered:
      return calls.offered();
    case F::ignore_abandoned_within:
      return calls.ignore_abandoned_within();
    case F::abandoned_within_positive:
    case F::removed_within:
      return calls.abandoned_within_positive();
    case F::exclude_short:
      return calls.exclude_short();
    case F::short_positive:
      return calls.short_positive();
    case F::with_blocked:
      return calls.with_blocked();
  }
  return unknown;
}

std::vector<NearestFormula::Number> told(const Fates& f, const Model& model) {
  const double let_in = f.calls.answered + f.calls.abandoned, all = let_in + f.calls.blocked;
  return {{find_measure("service_level"), service_level(model.measuring.formula, f.calls)},
          {find_measure("answered_within_rings"), f.rings / let_in},
          {find_measure("abandoned"), f.calls.abandoned / let_in},
          {find_measure("blocked"), f.calls.blocked > hardly_any * all ? f.calls.blocked / all : 0},
          {find_measure("delay_probability"), f.delayed / let_in},
          {find_measure("mean_wait"), f.wait / let_in}};
}

std::vector<GroupId> pool_of(const Model& model) {
  std::set<GroupId> pool;
  for (const CallType& type : model.call_types)
    if (type.kind == CallType::Kind::inbound)
      for (const RouteStep& step : type.route) pool.insert(step.group);
  return {pool.begin(), pool.end()};
}

/// Mean over the callers; who never gives up has the rate 0.
double abandonment_rate(const Results& results) {
  double rate = 0, calls = 0;
  for (TypeId t = 0; t < results.model().call_types.size(); ++t) {
    const CallType& type = results.model().call_types[t];
    if (type.kind != CallType::Kind::inbound) continue;
    const double own = results.estimate(*find_measure("calls"), {Scope::Kind::type, t}).value;
    rate += own / std::max(type.patience.mean(), shortest_patience);
    calls += own;
  }
  return rate / calls;
}

}  // namespace

NearestFormula nearest_formula(const Results& results) {
  const Model& model = results.model();
  const std::vector<GroupId> pool = pool_of(model);
  const Measure &calls = *find_measure("calls"), &agents = *find_measure("agents");
  NearestFormula formula;
  formula.handle_time = results.estimate(*find_measure("handle_time"), {}).value;
  if (!(formula.handle_time > 0)) return formula;
  formula.abandonment_rate = abandonment_rate(results);
  formula.groups = pool.size();
  formula.leaves_out = beyond_formulas(model, pool);

  const Question question{model, formula.handle_time, formula.abandonment_rate};
  Fates day;
  for (PeriodId p = 0; p < model.calendar.periods.size(); ++p) {
    if (!model.calendar.periods[p].open) continue;
    NearestFormula::Period period{p, results.estimate(calls, {}, p).value, 0, 0, {}};
    if (!(period.calls > 0)) continue;
    for (const GroupId g : pool) {
      const double own = results.estimate(agents, {Scope::Kind::group, g}, p).value;
      period.agents += std::isnan(own) ? 0 : own;
    }
    const double rate = period.calls / (model.calendar.end_of(p) - model.calendar.periods[p].start);
    period.load = rate * formula.handle_time;

    const auto few = static_cast<std::uint32_t>(period.agents);
    const double more = period.agents - few;
    Fates here;
    here.add(fates(question, rate, few), 1 - more);
    if (more > 0) here.add(fates(question, rate, few + 1), more);
    if (std::isfinite(here.wait)) {
      day.add(here, period.calls);
      period.numbers = told(here, model);
    } else {
      formula.overloaded.push_back(p);
    }
    formula.periods.push_back(std::move(period));
  }
  if (formula.periods.empty()) return formula;
  const auto agents_then = static_cast<std::uint32_t>(formula.periods.front().agents);
  const bool blocks = day.calls.blocked > hardly_any * (day.calls.answered + day.calls.abandoned);
  formula.name = formula_name(agents_then, formula.abandonment_rate,
                              blocks ? question.lines(agents_then) : unlimited_lines);
  if (formula.overloaded.empty()) formula.numbers = told(day, model);
  return formula;
}

}  // namespace thirdring
