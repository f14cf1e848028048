// How often intervals hold what they are to hold.
#pragma once
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring::validation {

struct Coverage {
  std::string interval;  ///< its kind, and what it rests on
  std::string of;        ///< the number, and where its exact value is from
  double exact = 0;
  double share = 0;  ///< of 1000 intervals of 95 % that held it

  /// Where estimates could lean: their mean less the exact value, in standard deviations of one of them.
  double leaning = 0;

  bool is_fine() const { return share >= 0.93 && share <= 0.97 && std::abs(leaning) <= 0.15; }
};

inline constexpr std::uint64_t experiments = 1000;

/// The model of a scenario that is right.
Model model_of(const std::string& yaml);
/// Those of control variates.
void of_controls(std::vector<Coverage>& all, unsigned threads);
/// Runs 1000 experiments for each kind of interval.
std::vector<Coverage> coverages(unsigned threads);

}  // namespace thirdring::validation
