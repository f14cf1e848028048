// Bars of plain characters.
#pragma once
#include <string>

#include "analysis/sensitivity/sensitivity.hpp"

namespace thirdring {

inline constexpr int bar_width = 16;  ///< characters to each side of the middle

/// What an input does to a target, from the middle to the left where the target falls and to the right where
/// it rises: - for less of the input, + for more, # where both go.  `largest` is the effect that takes the
/// whole width. Only effects whose interval excludes 0, one character at least.
std::string bar_of(const InputEffects& row, std::size_t target, double largest);

}  // namespace thirdring
