// What a planner got wrong about a sweep.
#pragma once
#include <set>
#include <stdexcept>
#include <string>

namespace thirdring::sweep {

/// A sweep, a store or a shard that makes no sense; told before anything is run or written.
struct BadInput : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws BadInput, with the nearest name, unless an option's name is one of those that results have.
void expect_name(const std::string& option, const std::string& name, const std::set<std::string>& known);

}  // namespace thirdring::sweep
