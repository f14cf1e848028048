// Every service level in real use, as a fraction of sums.
#pragma once
#include <string_view>

#include "analysis/experiment/sums.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

/// Positions of the waits that a service level asks for among the model's thresholds.
struct Waits {
  std::size_t acceptable = 0;     ///< T
  std::size_t short_abandon = 0;  ///< s
};

inline constexpr std::size_t service_level_formulas = 8;

/// With A answered, A_T answered within T, B abandoned, B_T within T, B_s within s, K blocked (busy or queue
/// full), C left the queue for a callback: answered_only A_T / A; offered A_T / (A+B);
/// ignore_abandoned_within A_T / (A+B-B_T); abandoned_within_positive (A_T+B_T) / (A+B); exclude_short A_T /
/// (A+B-B_s); short_positive (A_T+B_s) / (A+B); removed_within (A_T+B_T+C_T) / (A+B+C); with_blocked A_T /
/// (A+B+K).
Pair service_level(ServiceLevelFormula formula, const Sums& sums, const Waits& waits);

/// The formula's name in a scenario.
std::string_view name_of(ServiceLevelFormula formula);

}  // namespace thirdring
