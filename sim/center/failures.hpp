// When things fail.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring {

struct PowerCut {
  Seconds from, to;
  Seconds announced;  ///< `never`: not
};

/// The power cuts of an area in one replication, by their beginning, up to the end of the calendar.  Who
/// calls because of them and who reports them draw the same ones, each for itself.
std::vector<PowerCut> power_cuts(const ServedArea& area, Seconds horizon, std::uint64_t seed,
                                 std::uint64_t replication);

}  // namespace thirdring
