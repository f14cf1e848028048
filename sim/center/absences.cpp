#include "sim/center/absences.hpp"

#include "sim/kernel/stream.hpp"

namespace thirdring {

void draw_absences(const AgentGroup& group, std::uint64_t seed, std::uint64_t replication, std::size_t count,
                   std::uint8_t* absent) {
  if (group.shrinkage == 0) return;
  Stream stream(seed, "shrinkage/" + group.name, replication);
  for (std::size_t i = 0; i < count; ++i) absent[i] = stream.uniform() < group.shrinkage;
}

}  // namespace thirdring
