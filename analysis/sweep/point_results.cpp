#include "analysis/sweep/point_results.hpp"

#include <fmt/format.h>

#include "analysis/experiment/in_order.hpp"
#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/record_code.hpp"

namespace thirdring::sweep {

void for_each_point(Store& store, const StoredSweep& stored, const std::vector<std::size_t>& positions,
                    unsigned threads,
                    const std::function<void(std::size_t position, const Results& results)>& use) {
  const auto read = [&](std::size_t position) {
    try {
      const Model model = model_of(stored.sweep.points[position], stored.sweep.program);
      Results results(model);
      for (const Replication& replication : store.replications(stored.points[position]))
        results.add(replication.number, decoded(replication.record, model, results.slots()));
      use(position, results);
    } catch (const BadInput& error) {
      throw BadInput(fmt::format("{}: {}", store.path(), error.what()));
    }
  };
  InOrder<bool> work(
      0, positions.size(),
      [&]() -> InOrder<bool>::Worker {
        return [&](std::uint64_t i) {
          read(positions[i]);
          return std::optional(true);
        };
      },
      [](std::uint64_t, bool&&) { return true; });
  work.run(threads);
}

}  // namespace thirdring::sweep
