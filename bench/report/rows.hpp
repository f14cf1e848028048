// The rows of the report, each measured by a function of its own.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "bench/measuring/row.hpp"

namespace thirdring::bench {

struct Settings {
  bool long_memory = false;  ///< memory over a thousand million calls, not a hundred
  std::string self;          ///< this program
  std::string thirdring;     ///< the program
};

/// A part of the report; most have one row, some two that are measured together.
struct Part {
  std::string name;
  std::function<std::vector<Row>(const Settings&)> measure;
  bool all_processors = false;  ///< otherwise on one, which is quiet
};

/// All of them, in the order of the report.
std::vector<Part> parts();

// Calls compared: in this process, in turn.
std::vector<Row> against_limit(const Settings& settings);
std::vector<Row> instructions(const Settings& settings);
/// Time per call of one workload against another, so many replications of each in turn.
Row per_call(const std::string& what, const std::string& name, std::uint64_t replications,
             const std::string& than, std::uint64_t replications_of_that, const Target& target);
/// The largest time per call over the smallest.
Row growth(const std::string& what, const std::vector<std::string>& names, const Target& target);

// Whole programs and many threads.
std::vector<Row> national(const Settings& settings);
std::vector<Row> memory(const Settings& settings);
std::vector<Row> check(const Settings& settings);
std::vector<Row> threads(const Settings& settings);
Row trace(const std::string& what, const std::string& name, std::uint64_t replications, const Target& target);

}  // namespace thirdring::bench
