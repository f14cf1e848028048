#include "sim/scenario/read_scenario.hpp"

#include "sim/scenario/reader.hpp"

namespace thirdring {

ScenarioSpec read_scenario(const Node& root, Report& report) {
  ScenarioSpec spec;
  Reader(report).read(root, {root.mark, ""}, spec);
  return spec;
}

}  // namespace thirdring
