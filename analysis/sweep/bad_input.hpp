// What a planner got wrong about a sweep.
#pragma once
#include <stdexcept>

namespace thirdring::sweep {

/// A sweep, a store or a shard that makes no sense; told before anything is run or written.
struct BadInput : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace thirdring::sweep
