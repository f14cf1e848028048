// Where a value stands.
#pragma once
#include <compare>
#include <cstdint>
#include <string>

namespace thirdring {

/// A place in one of the sources of a scenario.  Lines and columns count from 1; line 0 means the whole
/// source. Sources are numbered in the order in which the report met them: the scenario itself, what it is
/// based on, then overrides.
struct Mark {
  std::uint32_t source = 0, line = 0, column = 0;
  auto operator<=>(const Mark&) const = default;
};

/// A place and the dotted path of the value that stands (or is missing) there.
struct Where {
  Mark mark;
  std::string path;

  Where item(const std::string& key) const { return {mark, path.empty() ? key : path + '.' + key}; }
};

}  // namespace thirdring
