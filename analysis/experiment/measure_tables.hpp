// The parts of the table of measures.
#pragma once
#include <vector>

#include "analysis/experiment/measures.hpp"

namespace thirdring {

std::vector<Measure> service_level_measures();
std::vector<Measure> waiting_measures();
std::vector<Measure> serving_measures();
std::vector<Measure> staff_measures();

inline constexpr std::uint8_t calls_scopes = Measure::all | Measure::type;
inline constexpr std::uint8_t agents_scopes = Measure::all | Measure::group;
inline constexpr std::uint8_t every_scope = Measure::all | Measure::type | Measure::group;

}  // namespace thirdring
