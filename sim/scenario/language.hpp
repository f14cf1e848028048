// All keys of the language, with what following a path through a scenario needs to know of them.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/keys.hpp"

namespace thirdring {

struct Language {
  /// Keys of one block of which a scenario gives one: who gives another takes the first away.
  struct Alternatives {
    std::string block;  ///< path of the block
    std::vector<std::string> keys;
  };

  std::vector<ScenarioKey> keys;  ///< the reference; the keys of distributions once
  std::set<std::string> paths;    ///< every path, also within distributions
  std::vector<Alternatives> alternatives;

  /// The path (`*` for names and positions) of a key within the block at `block`; empty when there is no such
  /// key.
  std::string path_of(const std::string& block, const std::string& key) const;
  /// Known keys of a block, names of the planner's aside.
  std::vector<std::string> keys_of(const std::string& block) const;
};

const Language& language();

}  // namespace thirdring
