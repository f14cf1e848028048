#include "bench/workloads/runs.hpp"

namespace thirdring::bench {

double total(const Totals& totals, Count count) {
  double sum = 0;
  for (std::size_t cell = 0; cell < totals.layout.cells(); ++cell)
    for (PeriodId p = 0; p < totals.layout.periods(); ++p) sum += totals.count(cell, p, count);
  return sum;
}

double Runs::run(std::uint64_t replications) {
  double calls = 0;
  for (std::uint64_t r = 0; r < replications; ++r) calls += total(replication(r), Count::legs);
  return calls;
}

RunOptions run_options(std::uint64_t replications, unsigned threads) {
  RunOptions options;
  options.replications = replications;
  options.threads = threads;
  return options;
}

}  // namespace thirdring::bench
