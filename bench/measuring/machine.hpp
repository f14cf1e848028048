// Where and when something was measured.
#pragma once
#include <string>
#include <vector>

namespace thirdring::bench {

struct Machine {
  std::string date;       ///< 2026-03-02
  std::string processor;  ///< its model
  unsigned cores = 0;
  std::vector<double> load;  ///< averages over 1, 5 and 15 minutes
  std::string compiler;
};

Machine this_machine();
/// In one line.
std::string description(const Machine& machine);

}  // namespace thirdring::bench
