// The reader, applied to the whole scenario.
#pragma once
#include "sim/scenario/document.hpp"
#include "sim/scenario/spec/scenario_spec.hpp"

namespace thirdring {

ScenarioSpec read_scenario(const Node& root, Report& report);

}  // namespace thirdring
