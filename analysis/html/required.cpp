#include "analysis/html/required.hpp"

#include <algorithm>
#include <map>

#include "analysis/experiment/nearest_formula.hpp"
#include "analysis/queueing/formulas.hpp"

namespace thirdring {

Aim aim_of(const Model& model) {
  Aim aim;
  aim.within = model.measuring.acceptable_wait;
  using Statistic = Agreement::Statistic;
  for (std::size_t a = 0; a < model.agreements.size(); ++a) {
    const Agreement& agreement = model.agreements[a];
    // No number of agents answers everybody in time.
    if (!agreement.at_least || agreement.limit <= 0 || agreement.limit >= 1) continue;
    const bool rings = agreement.measure == "answered_within_rings";
    if (agreement.statistic == Statistic::answered_within)
      aim.within = agreement.threshold;
    else if (agreement.statistic != Statistic::measure || !(rings || agreement.measure == "service_level"))
      continue;
    if (rings) aim.within = model.measuring.rings * model.ringing.cycle;
    aim.share = agreement.limit;
    aim.agreement = a;
    break;
  }
  return aim;
}

Required required_agents(const Results& results, const std::vector<Column>& columns, const Aim& aim) {
  const NearestFormula nearest = nearest_formula(results);
  Required required;
  required.agents.assign(columns.size(), unknown);
  required.load.assign(columns.size(), unknown);
  if (nearest.periods.empty()) return required;
  required.formula = formula_name(1, nearest.abandonment_rate, unlimited_lines);

  const Calendar& calendar = results.model().calendar;
  std::map<PeriodId, const NearestFormula::Period*> of_period;
  for (const auto& period : nearest.periods) of_period[period.period] = &period;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    double agents = 0, load = 0;
    for (const PeriodId p : columns[c].periods) {
      const auto found = of_period.find(p);
      if (found == of_period.end()) continue;
      const Seconds length = calendar.end_of(p) - calendar.periods[p].start;
      const double rate = found->second->calls / length;
      const auto fewest = fewest_agents([&](std::uint32_t n) {
        const auto queue =
            make_queue({rate, 1 / nearest.handle_time, n}, nearest.abandonment_rate, unlimited_lines);
        return queue->shares(aim.within, 0).offered() >= aim.share;
      });
      agents += fewest.value_or(0) * length;
      load += found->second->load * length;
    }
    if (load <= 0) continue;
    required.agents[c] = agents / columns[c].open;
    required.load[c] = load / columns[c].open;
  }
  return required;
}

}  // namespace thirdring
