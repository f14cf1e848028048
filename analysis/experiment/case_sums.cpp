#include "analysis/experiment/case_sums.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace thirdring {

void CaseSums::add(const Case& c, bool travels) {
  opened += 1;
  unfinished += c.open();
  escalated += c.escalated < never;
  bool any_overdue = false;
  for (std::size_t i = 0; i < case_steps; ++i) {
    const auto what = static_cast<CaseStep>(i);
    if (what == CaseStep::on_site && !travels) continue;
    Step& step = steps[i];
    const bool done = c.at(what) < never;
    const Seconds reached = done ? c.at(what) : c.until;
    if (done) step.done += 1, step.time += reached - c.opened;
    step.longest = std::max(step.longest, reached - c.opened);
    any_overdue = any_overdue || c.overdue(what);
    const Seconds promised_at = c.promised_at(what);
    if (promised_at == never || (!done && !c.overdue(what))) continue;
    step.promised += 1;
    if (reached <= promised_at)
      step.in_time += 1;
    else
      step.late += 1, step.lateness += reached - promised_at;
  }
  overdue += any_overdue;
}

std::vector<Case> cases_of(const Model& model, const Totals& totals, std::uint32_t stretch) {
  std::vector<Case> cases;
  std::copy_if(totals.cases().begin(), totals.cases().end(), std::back_inserter(cases),
               [&](const Case& c) { return model.calendar.periods[c.period].stretch == stretch; });
  return cases;
}

std::vector<CaseSums> case_sums(const Model& model, const std::vector<Case>& cases) {
  std::vector<CaseSums> sums(1 + model.cases.size());
  for (const Case& c : cases) {
    const bool travels = model.cases[c.kind].travel.has_value();
    sums[0].add(c, travels);
    sums[1 + c.kind].add(c, travels);
  }
  return sums;
}

std::vector<Histogram> case_times(const Model& model, const std::vector<Case>& cases) {
  std::vector<Histogram> times(case_steps * model.cases.size());
  for (const Case& c : cases)
    for (std::size_t i = 0; i < case_steps; ++i)
      if (c.done[i] < never) times[c.kind * case_steps + i].add(c.done[i] - c.opened);
  return times;
}

void CaseStatistic::add(const Case& c) {
  const Seconds at = c.at(agreement_.step);
  const bool done = at < never;
  if (agreement_.statistic == Agreement::Statistic::case_within) {
    const Seconds due = model_.working_days.due(c.opened, agreement_.deadline);
    if (!done && due >= c.until) return;
    sum_.over += at <= due;
    sum_.under += 1;
    return;
  }
  longest_ = std::max(longest_, (done ? at : c.until) - c.opened);
  if (!done && agreement_.statistic != Agreement::Statistic::case_maximum) return;
  sum_.under += 1;
  if (done) sum_.over += at - c.opened;
  if (done && agreement_.statistic == Agreement::Statistic::case_percentile) times_.push_back(at - c.opened);
}

Pair CaseStatistic::pair() {
  if (!sum_.known()) return {};
  if (agreement_.statistic == Agreement::Statistic::case_maximum) return {longest_, 1};
  if (agreement_.statistic != Agreement::Statistic::case_percentile) return sum_;
  // The smallest time within which the share is.
  const double n = static_cast<double>(times_.size());
  const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(agreement_.percentile * n - 1e-9))) - 1;
  std::nth_element(times_.begin(), times_.begin() + static_cast<std::ptrdiff_t>(rank), times_.end());
  return {times_[rank], 1};
}

}  // namespace thirdring
