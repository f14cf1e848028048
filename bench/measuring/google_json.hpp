// The report in the format of Google Benchmark, for the tools that read it.
#pragma once
#include <string>
#include <vector>

#include "bench/measuring/machine.hpp"
#include "bench/measuring/row.hpp"

namespace thirdring::bench {

/// A `context`, and under `benchmarks` for each timing of each row its rounds and their median (nanoseconds
/// per unit of work), and for each row with a value an aggregate of that name with the counters `value`,
/// `bar`, `aim` and `verdict` as its label.
std::string google_json(const std::vector<Row>& rows, const Machine& machine);

}  // namespace thirdring::bench
