#include "sim/model/model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace thirdring {

std::size_t Model::threshold_index(Seconds wait) const {
  const auto found = std::find(thresholds.begin(), thresholds.end(), wait);
  if (found == thresholds.end()) throw std::logic_error("the model counts no waits up to this threshold");
  return static_cast<std::size_t>(found - thresholds.begin());
}

double Learning::talk_factor(Seconds elapsed) const {
  return to + (from - to) * std::exp2(-(service + elapsed) / half_life);
}

std::uint32_t AgentGroup::size() const {
  std::uint32_t agents = static_cast<std::uint32_t>(shifts.size());
  for (const std::uint32_t n : staffing) agents = std::max(agents, n);
  return agents;
}

void Arrivals::take_share(double share) {
  for (double& r : rate) r *= share;
  for (Knot& knot : knots) knot.rate *= share;
  for (Surge& surge : surges) surge.calls *= share;
}

std::vector<double> Arrivals::expected_by_day(const Calendar& calendar) const {
  std::vector<double> calls(calendar.days.size());
  for (PeriodId p = 0; p < calendar.periods.size(); ++p) {
    if (!calendar.periods[p].open) continue;
    const Seconds from = calendar.periods[p].start, to = calendar.end_of(p);
    double& today = calls[calendar.periods[p].day];
    if (kind == Kind::constant) today += rate[p] * (to - from);
    for (std::size_t k = 1; kind == Kind::linear && k < knots.size(); ++k) {
      const auto [t0, r0] = knots[k - 1];
      const auto [t1, r1] = knots[k];
      const Seconds a = std::max(from, t0), b = std::min(to, t1);
      if (a < b) today += (b - a) * (r0 + (r1 - r0) * ((a + b) / 2 - t0) / (t1 - t0));
    }
  }
  return calls;
}

double Arrivals::expected_calls(const Calendar& calendar) const {
  const std::vector<double> days = expected_by_day(calendar);
  double calls = std::accumulate(days.begin(), days.end(), 0.0);
  if (batch) calls *= batch->mean();
  if (kind == Kind::replay) calls += static_cast<double>(times.size());
  for (const Surge& surge : surges) calls += surge.calls;
  return calls;
}

}  // namespace thirdring
