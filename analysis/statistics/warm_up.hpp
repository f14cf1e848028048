// Where a run has forgotten how it began.
#pragma once
#include <cstddef>
#include <span>

namespace thirdring {

struct WarmUpFound {
  std::size_t length = 0;  ///< observations to leave out
  /// False: the best cut is not in the first half, so the run is too short to tell.
  bool settled = true;
};

/// MSER-5 (White 1997; White, Cobb & Spratt 2000): of the means of five observations each, leave out as many
/// as make the standard error of the mean of the rest smallest, and at most half of them.
WarmUpFound mser5(std::span<const double> observations);

}  // namespace thirdring
