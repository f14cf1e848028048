// A YAML text as a small tree that knows where everything stands.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/report.hpp"

namespace thirdring {

struct Node;
/// Aliases share their subtree, so that one costs a pointer however often it is used.
using NodePtr = std::shared_ptr<const Node>;

struct Node {
  enum class Kind : std::uint8_t { null, scalar, list, map };
  struct Entry {
    std::string key;
    Mark mark;  ///< of the key
    NodePtr value;
  };

  Kind kind = Kind::null;
  Mark mark;
  std::string text;            ///< of a scalar
  std::vector<NodePtr> items;  ///< of a list
  std::vector<Entry> entries;  ///< of a map, in the order of the text; keys are unique
  std::size_t size = 1;        ///< nodes below and here, aliases written out

  const Entry* find(std::string_view key) const;
};

/// What a document may have; more is refused with a message.
inline constexpr std::size_t deepest_nesting = 64;
inline constexpr std::size_t most_nodes = 2'000'000;

/// Parses one document of UTF-8 text.  Aliases and merge keys (`<<`) are resolved.  Refused and reported:
/// syntax errors, duplicate keys, tags, keys that are not plain text, several documents, too deep or too
/// large a tree.  Null when nothing can be made of the text.
NodePtr parse_document(const std::string& text, std::uint32_t source, Report& report);

/// In words: `'abc'`, "a list", "a map", "nothing".
std::string in_words(const Node& node);

}  // namespace thirdring
