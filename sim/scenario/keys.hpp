// What a scenario may say: the same table that the reader works by.
#pragma once
#include <string>
#include <vector>

namespace thirdring {

struct ScenarioKey {
  std::string
      path;  ///< dotted, `*` for a name of the planner's or a position: call_types.*.redial.after_busy
  std::string type;        ///< in words: "share", "duration", "distribution of durations", "list of ..."
  std::string by_default;  ///< as it would be written; empty: must be given, or absent means off
  bool required = false;
  std::string meaning;  ///< one sentence
};

/// Every key of the language, in the order of the reference.  The keys within a distribution are listed once,
/// below `distribution`, those of a situation's steps below `step`.
const std::vector<ScenarioKey>& scenario_keys();
/// The JSON Schema (draft 2020-12) that editors use, made from the same table:
/// sim/scenario/scenario.schema.json.
std::string scenario_schema();
/// The reference for planners, made from the same table: docs/scenario.md.
std::string scenario_reference();

}  // namespace thirdring
