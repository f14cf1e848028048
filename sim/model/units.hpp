// The plain numbers of the model and what they mean.
#pragma once
#include <cstdint>
#include <limits>

namespace thirdring {

/// Time and durations, in seconds; moments are counted from the opening of the first day.
using Seconds = double;
inline constexpr Seconds never = std::numeric_limits<double>::infinity();

/// Positions in the model's lists.
using TypeId = std::uint32_t;
using GroupId = std::uint32_t;
using AgentId = std::uint32_t;  ///< counts the agents of all groups, group by group
using PeriodId = std::uint32_t;
inline constexpr std::uint32_t none = 0xffffffffU;

}  // namespace thirdring
