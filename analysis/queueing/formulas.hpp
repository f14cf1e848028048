// Which formula fits, and how many agents it asks for.
#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>

#include "analysis/queueing/erlang.hpp"

namespace thirdring {

inline constexpr std::uint32_t unlimited_lines = std::numeric_limits<std::uint32_t>::max();

/// The name in the literature of the model with so many agents and lines, from whose queue callers hang up at
/// a rate that may be 0: "Erlang B" where there is no place to wait, "Erlang C" where nobody gives up,
/// "Erlang A", and "M/M/n/K" or "M/M/n/K+M" for a number of lines between.
std::string_view formula_name(std::uint32_t agents, double abandonment_rate, std::uint32_t lines);

/// That model.  Throws std::invalid_argument as the models do.
std::unique_ptr<Queue> make_queue(const Traffic& traffic, double abandonment_rate, std::uint32_t lines);

inline constexpr std::uint32_t most_agents = 1'000'000;
/// The fewest agents, from 1, that are enough, when more than enough agents are enough, too; nothing when
/// even the most are not.
std::optional<std::uint32_t> fewest_agents(const std::function<bool(std::uint32_t)>& enough);

}  // namespace thirdring
