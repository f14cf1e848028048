// What a scenario may say: the same table that the reader works by.
#pragma once
#include <string>
#include <vector>

namespace thirdring {

struct ScenarioKey {
  std::string path;          ///< dotted, `*` for a name of the planner's: call_types.*.redial.after_busy
  std::string type;          ///< in words: "share", "duration", "distribution", "list of ..."
  std::string by_default;    ///< as it would be written; empty: must be given, or absent means off
  bool required = false;
  std::string meaning;       ///< one sentence
};

/// Every key of the language, in the order of the reference.
const std::vector<ScenarioKey>& scenario_keys();
/// The JSON Schema (draft 2020-12) that editors use, made from the same table.
std::string scenario_schema();

}  // namespace thirdring
