// How often intervals hold what they are to hold.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace thirdring::validation {

struct Coverage {
  std::string interval;  ///< its kind, and what it rests on
  std::string of;        ///< the number, and where its exact value is from
  double exact = 0;
  double share = 0;  ///< of 1000 intervals of 95 % that held it

  bool is_fine() const { return share >= 0.93 && share <= 0.97; }
};

/// Runs 1000 experiments for each kind of interval.
std::vector<Coverage> coverages(unsigned threads);

}  // namespace thirdring::validation
