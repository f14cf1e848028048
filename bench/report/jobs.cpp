#include "bench/report/jobs.hpp"

#include <fmt/format.h>

#include <ctime>
#include <stdexcept>

#include "analysis/report/run_report.hpp"
#include "bench/limit/erlang_a.hpp"
#include "bench/measuring/memory.hpp"
#include "bench/workloads/runs.hpp"
#include "bench/workloads/workloads.hpp"

namespace thirdring::bench {
namespace {

double do_work(const std::string& job, const std::string& name, std::uint64_t amount) {
  if (job == "limit") return limit(amount);
  if (job == "engine") return Runs(workload(name)).run(amount);
  if (job == "run") return whole_run(name, amount);
  throw std::runtime_error(fmt::format("expected limit, engine or run, got '{}'", job));
}

}  // namespace

double whole_run(const std::string& name, std::uint64_t replications) {
  const Model model = workload(name);
  const Experiment experiment = run_experiment(model, run_options(replications, 1));
  if (terminal_report(experiment, {}, {}).empty()) throw std::logic_error("an empty report");
  return static_cast<double>(experiment.results.calls());
}

double limit(std::uint64_t calls) {
  const auto counts = thirdring::limit::event_driven(thirdring::limit::ErlangA{}, calls, 1);
  return static_cast<double>(counts.arrived);
}

void do_job(const std::string& job, const std::string& name, std::uint64_t amount) {
  const std::clock_t start = std::clock();
  const double calls = do_work(job, name, amount);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  fmt::print("calls {:.0f}\nseconds {:.6f}\npeak {:.0f}\n", calls, seconds, peak_memory());
}

}  // namespace thirdring::bench
