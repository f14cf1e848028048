// From a scenario file to a model.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring {

/// Something wrong (or, as a warning, doubtful) in a scenario.  `line` and `column` count from 1; 0: the
/// whole file.
struct Problem {
  std::string file;
  std::size_t line = 0, column = 0;
  std::string path;     ///< dotted, e.g. call_types.enquiry.talk
  std::string message;  ///< "expected ..., got ..." with the nearest valid name where one was misspelt
  /// file:line:column: path: message
  std::string text() const;
};

/// `--set path=value`: replaces (or adds) a leaf or a whole branch; the value is YAML.
struct Override {
  std::string path, value;
};

struct Loaded {
  std::optional<Model> model;     ///< empty when there are problems
  std::vector<Problem> problems;  ///< in the order of the file
  std::vector<Problem> warnings;
  std::string hash;  ///< of what the scenario says (comments and order of keys do not count), 16 hex digits
};

/// Reads, checks and resolves a scenario with everything it is based on.  Never throws for what a file may
/// hold.
Loaded load_scenario(const std::filesystem::path& file, const std::vector<Override>& overrides = {});
/// The same from text; `name` stands for the file in messages, relative paths are taken from `directory`.
Loaded load_scenario_text(const std::string& text, const std::string& name,
                          const std::filesystem::path& directory = ".",
                          const std::vector<Override>& overrides = {});

}  // namespace thirdring
