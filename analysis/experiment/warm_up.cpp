#include "analysis/experiment/warm_up.hpp"

#include <algorithm>
#include <vector>

#include "analysis/experiment/in_order.hpp"

namespace thirdring {
namespace {

constexpr std::uint64_t pilots = 20;

/// Mean number of calls in the centre, by open period.
std::vector<double> in_the_centre(const Model& model, const Totals& totals) {
  std::vector<double> series;
  for (PeriodId p = 0; p < model.calendar.periods.size(); ++p) {
    if (!model.calendar.periods[p].open) continue;
    double time = 0;
    for (TypeId t = 0; t < model.call_types.size(); ++t) time += totals.queue_time(t, p);
    for (GroupId g = 0; g < model.groups.size(); ++g)
      for (const AgentState state : {AgentState::talking, AgentState::holding})
        time += totals.agent_time(g, p, state);
    series.push_back(time / totals.period_length(p));
  }
  return series;
}

}  // namespace

void find_warm_up(Model& model, const RunOptions& options) {
  if (!model.run.finds_warm_up) return;
  const std::uint64_t runs = std::min(pilots, options.replications);
  std::vector<double> mean(model.calendar.open_periods_from(0));
  using Series = std::vector<double>;
  InOrder<Series> work(
      options.first, options.first + runs,
      [&]() -> InOrder<Series>::Worker {
        const auto simulator = std::make_shared<Simulator>(model);
        return [&, simulator](std::uint64_t replication) -> std::optional<Series> {
          const Totals* const totals = simulator->run(options.seed, replication, nullptr, options.cancel);
          return totals ? std::optional(in_the_centre(model, *totals)) : std::nullopt;
        };
      },
      [&](std::uint64_t, Series&& series) {
        for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += series[i] / static_cast<double>(runs);
        return true;
      });
  work.run(static_cast<unsigned>(std::min<std::uint64_t>(options.threads, runs)));
  if (options.cancel && options.cancel->load(std::memory_order_relaxed)) return;

  const WarmUpFound found = mser5(mean);
  // Each batch keeps a period at least.
  const std::size_t most = mean.size() - model.calendar.stretches, length = std::min(found.length, most);
  std::size_t open = 0;
  for (const Calendar::Period& period : model.calendar.periods)
    if (period.open && open++ == length) model.run.warm_up = period.start;
  model.run.warm_up_settled = found.settled && found.length <= most;
  model.calendar.cut(model.run.warm_up, model.calendar.stretches);
}

}  // namespace thirdring
