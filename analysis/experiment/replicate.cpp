#include "analysis/experiment/replicate.hpp"

#include <fmt/format.h>

#include <memory>

#include "analysis/experiment/in_order.hpp"
#include "sim/measures/call_trace.hpp"
#include "sim/measures/case_trace.hpp"
#include "sim/measures/observers.hpp"
#include "sim/measures/simulate.hpp"

namespace thirdring {
namespace {

/// What a thread needs to run one model.
struct Bench {
  Bench(const Model& model, const RunOptions& options)
      : simulator(model, options.engine), slots(model), recorder(model, slots) {
    if (options.call_rows) trace.emplace(model);
    if (options.case_rows) cases.emplace(model);
  }

  std::optional<Record> run(std::uint64_t replication, const RunOptions& options) {
    if (trace) trace->start(replication);
    if (cases) cases->start(replication);
    const Totals* const totals = simulator.run(options.seed, replication, observer(), options.cancel);
    if (!totals) return std::nullopt;
    Record record = recorder.record(*totals, options.seed, replication);
    record.events = simulator.events();
    if (trace) record.call_rows = trace->take_rows();
    if (cases) record.case_rows = cases->take_rows();
    return record;
  }

  Observer* observer() {
    if (trace && cases) return &both.emplace(*trace, &*cases);
    return trace ? static_cast<Observer*>(&*trace) : cases ? &*cases : nullptr;
  }

  Simulator simulator;
  Slots slots;
  Recorder recorder;
  std::optional<CallTrace> trace;
  std::optional<CaseTrace> cases;
  std::optional<BothObservers<CallTrace>> both;
};

using Records = std::vector<Record>;

class Worker {
 public:
  Worker(const std::vector<const Model*>& models, const RunOptions& options) : options_(options) {
    for (const Model* model : models) benches_.push_back(std::make_unique<Bench>(*model, options));
  }

  std::optional<Records> run(std::uint64_t replication) {
    Records records;
    for (const auto& bench : benches_) {
      if (options_.cancel && options_.cancel->load(std::memory_order_relaxed)) return std::nullopt;
      try {
        std::optional<Record> record = bench->run(replication, options_);
        if (!record) return std::nullopt;
        records.push_back(std::move(*record));
      } catch (const RunError& error) {
        throw RunError(fmt::format("replication {}: {}", replication, error.what()));
      }
    }
    return records;
  }

 private:
  const RunOptions& options_;
  std::vector<std::unique_ptr<Bench>> benches_;
};

}  // namespace

bool replicate(const std::vector<const Model*>& models, const RunOptions& options,
               const std::function<bool(std::uint64_t, const std::vector<Record>&)>& take) {
  const std::uint64_t end = options.first + options.replications;
  std::uint64_t done = options.first;
  bool wants_more = true;
  InOrder<Records> work(
      options.first, end,
      [&]() -> InOrder<Records>::Worker {
        const auto worker = std::make_shared<Worker>(models, options);
        return [worker](std::uint64_t replication) { return worker->run(replication); };
      },
      [&](std::uint64_t replication, Records&& records) {
        wants_more = take(replication, records);
        ++done;
        if (options.progress) options.progress(done - options.first, options.replications);
        return wants_more;
      });
  work.run(static_cast<unsigned>(std::min<std::uint64_t>(options.threads, options.replications)));
  return wants_more && done < end;
}

}  // namespace thirdring
