#include "analysis/sweep/runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "analysis/experiment/in_order.hpp"
#include "analysis/experiment/replicate.hpp"
#include "analysis/sweep/record_code.hpp"

namespace thirdring::sweep {
namespace {

using Clock = std::chrono::steady_clock;

/// Long enough that building a centre is little beside it, short enough that threads end together.
constexpr std::uint64_t block = 10;
constexpr std::chrono::milliseconds between_commits{250};
constexpr std::size_t most_kept_back = 16 << 20;  // bytes

struct Job {
  std::size_t position;  // of the point
  std::uint64_t first, n;
  bool last;  // of the point
};

struct Finished {
  std::vector<Replication> replications;
  bool whole = true;
};

std::vector<Job> jobs_of(Store& store, const Sweep& sweep, const Shard& shard,
                         const std::vector<std::uint64_t>& numbers, Counts& counts) {
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    if (!shard.has(i)) continue;
    ++counts.points;
    const std::vector<std::uint64_t> missing = store.missing(numbers[i], 0, sweep.replications);
    counts.replications += missing.size();
    if (missing.empty()) ++counts.reused;
    for (std::size_t m = 0; m < missing.size();) {
      std::size_t n = 1;
      while (m + n < missing.size() && n < block && missing[m + n] == missing[m] + n) ++n;
      jobs.push_back({i, missing[m], n, m + n == missing.size()});
      m += n;
    }
  }
  return jobs;
}

std::optional<Finished> run_job(const Point& point, const Job& job, const RunnerOptions& how) {
  if (how.cancel && how.cancel->load(std::memory_order_relaxed)) return std::nullopt;
  RunOptions options;
  options.seed = point.seed;
  options.first = job.first;
  options.replications = job.n;
  options.engine = how.engine;
  options.cancel = how.cancel;
  Finished finished;
  try {
    finished.whole = !replicate({point.model.get()}, options,
                                [&](std::uint64_t number, const std::vector<Record>& records) {
                                  finished.replications.push_back({number, encoded(records[0])});
                                  return true;
                                });
  } catch (const RunError& error) {
    throw RunError(fmt::format("point {}: {}", job.position + 1, error.what()));
  }
  return finished;
}

/// Rows on their way into the store.
class Batch {
 public:
  explicit Batch(Store& store) : store_(store) {}

  void add(std::uint64_t point, Replication&& replication) {
    bytes_ += replication.record.size();
    rows_.emplace_back(point, std::move(replication));
    if (bytes_ > most_kept_back || Clock::now() - last_ > between_commits) commit();
  }
  void commit() {
    if (!rows_.empty()) store_.put(rows_);
    rows_.clear();
    bytes_ = 0;
    last_ = Clock::now();
  }

 private:
  Store& store_;
  std::vector<std::pair<std::uint64_t, Replication>> rows_;
  std::size_t bytes_ = 0;
  Clock::time_point last_ = Clock::now();
};

}  // namespace

Counts run_sweep(Store& store, const Sweep& sweep, const Shard& shard, const RunnerOptions& options) {
  const std::vector<std::uint64_t> numbers = store.add(sweep, shard);
  Counts counts;
  const std::vector<Job> jobs = jobs_of(store, sweep, shard, numbers, counts);
  if (options.progress) options.progress(counts);
  Batch batch(store);
  InOrder<Finished> work(
      0, jobs.size(),
      [&]() -> InOrder<Finished>::Worker {
        return [&](std::uint64_t j) { return run_job(sweep.points[jobs[j].position], jobs[j], options); };
      },
      [&](std::uint64_t j, Finished&& finished) {
        counts.run += finished.replications.size();
        for (Replication& replication : finished.replications)
          batch.add(numbers[jobs[j].position], std::move(replication));
        if (finished.whole && jobs[j].last) ++counts.done;
        if (options.progress) options.progress(counts);
        return true;
      });
  try {
    work.run(static_cast<unsigned>(std::clamp<std::uint64_t>(jobs.size(), 1, options.threads)));
  } catch (const RunError&) {
    batch.commit();
    throw;
  }
  batch.commit();
  return counts;
}

}  // namespace thirdring::sweep
