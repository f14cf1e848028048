// Who is not there today.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/model/agents.hpp"

namespace thirdring {

/// Draws for each of `count` agent-days of a group (agent by agent, within an agent day by day; a shift is
/// one) whether the agent is absent, and writes 1 or 0 from `absent` on.  A group without shrinkage draws
/// nothing and leaves what is there.
void draw_absences(const AgentGroup& group, std::uint64_t seed, std::uint64_t replication, std::size_t count,
                   std::uint8_t* absent);

}  // namespace thirdring
