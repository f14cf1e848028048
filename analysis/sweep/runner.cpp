#include "analysis/sweep/runner.hpp"

#include <algorithm>

#include "analysis/experiment/in_order.hpp"
#include "analysis/sweep/ledger.hpp"

namespace thirdring::sweep {

Counts run_sweep(Store& store, const Sweep& sweep, const Shard& shard, const RunnerOptions& options) {
  Ledger ledger(store, sweep, shard);
  if (options.progress) options.progress(ledger.counts());
  using Finished = std::vector<Replication>;
  InOrder<Finished> work(
      0, ledger.jobs().size(),
      [&]() -> InOrder<Finished>::Worker {
        return [&](std::uint64_t j) -> std::optional<Finished> {
          if (options.cancel && options.cancel->load(std::memory_order_relaxed)) return std::nullopt;
          const Job& job = ledger.jobs()[j];
          const Point& point = sweep.points[job.position];
          return run_job(*point.model, point.seed, job, options.engine, options.cancel);
        };
      },
      [&](std::uint64_t j, Finished&& finished) {
        ledger.take(ledger.jobs()[j], std::move(finished));
        if (options.progress) options.progress(ledger.counts());
        return true;
      });
  try {
    work.run(static_cast<unsigned>(std::clamp<std::uint64_t>(ledger.jobs().size(), 1, options.threads)));
  } catch (const RunError&) {
    ledger.commit();
    throw;
  }
  ledger.commit();
  return ledger.counts();
}

}  // namespace thirdring::sweep
