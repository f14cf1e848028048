#include "analysis/html/one_more.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thirdring {
namespace {

/// The same hours of the day, breaks included.
bool alike(const Calendar& calendar, const Shift& a, const Shift& b) {
  const auto same = [](Seconds x, Seconds y) { return std::abs(x - y) < 0.5; };
  const Seconds between = calendar.day_of(b.start).opens - calendar.day_of(a.start).opens;
  if (!same(a.start + between, b.start) || !same(a.end + between, b.end)) return false;
  if (a.breaks.size() != b.breaks.size()) return false;
  for (std::size_t i = 0; i < a.breaks.size(); ++i)
    if (!same(a.breaks[i].at + between, b.breaks[i].at) || !same(a.breaks[i].length, b.breaks[i].length))
      return false;
  return true;
}

/// Calls not answered in time that came during a shift; a bit more where it is longer.
double covered(const Gathered& gathered, const Shift& shift) {
  double calls = 0;
  for (std::size_t c = 0; c < gathered.columns.size(); ++c) {
    const Column& column = gathered.columns[c];
    const auto overlap = [&](Seconds from, Seconds to) {
      return std::max(0.0, std::min(to, column.end) - std::max(from, column.start));
    };
    double present = overlap(shift.start, shift.end);
    for (const Shift::Break& pause : shift.breaks) present -= overlap(pause.at, pause.at + pause.length);
    const CallCounts counts = gathered.centre(c);
    calls += (counts.in_time.under - counts.in_time.over + 1e-6) * present / (column.end - column.start);
  }
  return calls;
}

/// All plans run side by side: with many call types and periods each takes many megabytes, and with many
/// calls each takes long.
std::size_t groups_to_try(const Model& model, const Gathered& gathered) {
  double calls = 0;
  for (const GatheredDay& day : gathered.days) calls = std::max(calls, day.all.offered);
  const auto cells = static_cast<double>(model.call_types.size() * model.calendar.periods.size());
  const double most = std::min(100'000 / cells, 2'000'000 / std::max(1.0, calls));
  return static_cast<std::size_t>(std::clamp(most, 3.0, static_cast<double>(most_groups_tried)));
}

OneMore with_one_more(const Model& model, GroupId g, const Gathered& gathered) {
  OneMore plan{g, std::nullopt, model};
  AgentGroup& group = plan.model.groups[g];
  if (!group.by_shifts()) {
    const auto& periods = model.calendar.periods;
    for (PeriodId p = 0; p < group.staffing.size(); ++p)
      if (periods[p].open) group.staffing[p] += group.at_once;
    return plan;
  }
  const std::vector<Shift> shifts = group.shifts;
  const auto best = std::max_element(shifts.begin(), shifts.end(), [&](const Shift& a, const Shift& b) {
    return covered(gathered, a) < covered(gathered, b);
  });
  std::vector<Shift> added;
  for (const Shift& shift : shifts) {
    const bool there =
        std::any_of(added.begin(), added.end(), [&](const Shift& s) { return s.start == shift.start; });
    if (alike(model.calendar, *best, shift) && !there) added.push_back(shift);
  }
  plan.shift = added.front();
  for (const Shift& shift : added) group.shifts.insert(group.shifts.end(), group.at_once, shift);
  return plan;
}

}  // namespace

std::vector<OneMore> one_more_each(const Model& model, const Gathered& gathered) {
  std::vector<GroupId> groups(model.groups.size());
  std::iota(groups.begin(), groups.end(), 0U);
  const auto busy = [&](GroupId g) {
    double seconds = 0;
    for (std::size_t c = 0; c < gathered.columns.size(); ++c) seconds += gathered.group(g, c).signed_on;
    return seconds;
  };
  const std::size_t most = groups_to_try(model, gathered);
  if (groups.size() > most) {
    std::stable_sort(groups.begin(), groups.end(), [&](GroupId a, GroupId b) { return busy(a) > busy(b); });
    groups.resize(most);
    std::sort(groups.begin(), groups.end());
  }
  std::vector<OneMore> plans;
  for (const GroupId g : groups) plans.push_back(with_one_more(model, g, gathered));
  return plans;
}

Comparison compare_one_more(const Experiment& experiment, const std::vector<OneMore>& plans) {
  RunOptions options = experiment.options;
  const std::uint64_t ran = experiment.results.replications();
  options.precision.reset();
  options.call_rows = nullptr;
  options.case_rows = nullptr;
  options.progress = nullptr;
  // So that it takes a few seconds, unless a single replication takes long.
  const double calls_of_all = static_cast<double>(experiment.results.calls()) / static_cast<double>(ran) *
                              static_cast<double>(plans.size() + 1);
  constexpr double calls_at_most = 5e6;
  constexpr std::uint64_t fewest = 10;
  const auto affordable = static_cast<std::uint64_t>(calls_at_most / std::max(1.0, calls_of_all));
  options.replications = std::min(ran, std::max(fewest, affordable));
  std::vector<const Model*> models{&experiment.results.model()};
  for (const OneMore& plan : plans) models.push_back(&plan.model);
  return compare_models(models, options);
}

}  // namespace thirdring
