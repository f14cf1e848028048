#include "sim/center/absences.hpp"

#include "sim/kernel/stream.hpp"

namespace thirdring {

void draw_absences(const AgentGroup& group, std::uint64_t seed, std::uint64_t replication, std::size_t count,
                   std::uint8_t* absent) {
  if (group.shrinkage == 0) return;
  Stream stream(seed, "shrinkage/" + group.name, replication);
  if (group.at_once == 1) {
    for (std::size_t i = 0; i < count; ++i) absent[i] = stream.uniform() < group.shrinkage;
    return;
  }
  // The places of one agent, `days` entries each, come and go together.
  const std::size_t days = count / group.size();
  for (std::size_t place = 0; place < group.size(); ++place)
    for (std::size_t d = 0; d < days; ++d)
      absent[place * days + d] =
          place % group.at_once == 0 ? stream.uniform() < group.shrinkage : absent[(place - 1) * days + d];
}

}  // namespace thirdring
