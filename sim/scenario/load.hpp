// From a scenario file to a model.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/model.hpp"
#include "sim/model/sentence.hpp"
#include "sim/scenario/mark.hpp"

namespace thirdring {

/// Something wrong (or, as a warning, doubtful) in a scenario.  `line` and `column` count from 1; 0: the
/// whole file.
struct Problem {
  std::string file;
  std::size_t line = 0, column = 0;
  std::string path;           ///< dotted, e.g. call_types.enquiry.talk
  std::string message;        ///< "expected ..., got ..." with the nearest valid name where one was misspelt
  Sentence sentence = {};     ///< of a warning, `message` in other languages
  std::string place() const;  ///< file:line:column: path
  std::string text() const;   ///< place: message
};

/// `--set path=value`: replaces (or adds) a leaf or a whole branch; the value is YAML.
struct Override {
  /// Where a file says it; of the marks only line and column count.
  struct Origin {
    std::string file;
    Mark path, value;
  };
  std::string path, value;
  std::optional<Origin> origin = std::nullopt;  ///< none: the command line
};

struct Node;
/// The scenario's block `sweep`, which changes nothing of the model.
struct SweepSection {
  std::shared_ptr<const Node> tree;  ///< null: there is none, or a wrong one
  std::vector<std::string> sources;  ///< the files that its marks number
};

struct Loaded {
  std::optional<Model> model;     ///< empty when there are problems
  std::vector<Problem> problems;  ///< in the order of the file
  std::vector<Problem> warnings;
  /// What the scenario says, written in one way, with everything that it is based on and all overrides: YAML
  /// that gives the same model (files beside it are named as from its directory).  Empty when there are
  /// problems.
  std::string normal;
  /// Of the normal form and of the files that it names, 16 hex digits: comments, units and the order of keys
  /// do not count, but the order of names does.
  std::string hash;
  /// Of the files that it names alone.
  std::uint64_t files = 0;
  SweepSection sweep;
};

/// Reads, checks and resolves a scenario with everything it is based on.  Never throws for what a file may
/// hold.
Loaded load_scenario(const std::filesystem::path& file, const std::vector<Override>& overrides = {});
/// The same from text; `name` stands for the file in messages, relative paths are taken from `directory`.
Loaded load_scenario_text(const std::string& text, const std::string& name,
                          const std::filesystem::path& directory = ".",
                          const std::vector<Override>& overrides = {});

}  // namespace thirdring
