#include "analysis/sweep/ledger.hpp"

#include <fmt/format.h>

#include "analysis/experiment/replicate.hpp"
#include "analysis/sweep/record_code.hpp"

namespace thirdring::sweep {
namespace {

/// Long enough that building a centre is little beside it, short enough that threads end together.
constexpr std::uint64_t block = 10;
constexpr std::chrono::milliseconds between_commits{250};
constexpr std::size_t most_kept_back = 16 << 20;  // bytes

}  // namespace

std::vector<Replication> run_job(const Model& model, std::uint64_t seed, const Job& job, Engine engine,
                                 const std::atomic<bool>* cancel) {
  RunOptions options;
  options.seed = seed;
  options.first = job.first;
  options.replications = job.n;
  options.engine = engine;
  options.cancel = cancel;
  std::vector<Replication> finished;
  try {
    replicate({&model}, options, [&](std::uint64_t number, const std::vector<Record>& records) {
      finished.push_back({number, encoded(records[0])});
      return true;
    });
  } catch (const RunError& error) {
    throw RunError(fmt::format("point {}: {}", job.position + 1, error.what()));
  }
  return finished;
}

Ledger::Ledger(Store& store, const Sweep& sweep, const Shard& shard)
    : store_(store), numbers_(store.add(sweep, shard)), left_(sweep.points.size()) {
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    if (!shard.has(i)) continue;
    ++counts_.points;
    const std::vector<std::uint64_t> missing = store.missing(numbers_[i], 0, sweep.replications);
    left_[i] = missing.size();
    counts_.replications += missing.size();
    if (missing.empty()) ++counts_.reused;
    for (std::size_t m = 0; m < missing.size();) {
      std::size_t n = 1;
      while (m + n < missing.size() && n < block && missing[m + n] == missing[m] + n) ++n;
      jobs_.push_back({i, missing[m], n});
      m += n;
    }
  }
}

void Ledger::take(const Job& job, std::vector<Replication>&& replications) {
  counts_.run += replications.size();
  left_[job.position] -= replications.size();
  if (left_[job.position] == 0) ++counts_.done;
  for (Replication& replication : replications) {
    bytes_ += replication.record.size();
    waiting_.emplace_back(numbers_[job.position], std::move(replication));
  }
  commit_when_due();
}

void Ledger::commit_when_due() {
  if (bytes_ > most_kept_back || std::chrono::steady_clock::now() - last_ > between_commits) commit();
}

void Ledger::commit() {
  if (!waiting_.empty()) store_.put(waiting_);
  waiting_.clear();
  bytes_ = 0;
  last_ = std::chrono::steady_clock::now();
}

}  // namespace thirdring::sweep
