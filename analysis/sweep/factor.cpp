#include "analysis/sweep/factor.hpp"

#include <fmt/format.h>

#include <charconv>

#include "analysis/sweep/bad_input.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::sweep {
namespace {

/// Keys may have dots; null: leads nowhere.
const Node* at(const Node& node, const std::string& path) {
  if (path.empty()) return &node;
  for (std::size_t end = path.find('.');; end = path.find('.', end + 1)) {
    const std::string key = path.substr(0, end), rest = end == std::string::npos ? "" : path.substr(end + 1);
    if (const Node::Entry* const entry = node.find(key))
      if (const Node* const found = at(*entry->value, rest)) return found;
    std::size_t position = 0;
    const auto [stop, error] = std::from_chars(key.data(), key.data() + key.size(), position);
    if (error == std::errc() && stop == key.data() + key.size() && position < node.items.size())
      return at(*node.items[position], rest);
    if (end == std::string::npos) return nullptr;
  }
}

std::string times(const Node& node, double factor, const std::string& path) {
  if (node.kind == Node::Kind::list) {
    std::string list;
    for (const NodePtr& item : node.items) {
      if (!list.empty()) list += ", ";
      list += times(*item, factor, path);
    }
    return fmt::format("[{}]", list);
  }
  double value = 0;
  const char* const end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, value);
  if (node.kind != Node::Kind::scalar || error != std::errc())
    throw BadInput(
        fmt::format("{}: expected a number or a list of numbers to multiply, got {}", path, in_words(node)));
  return fmt::format("{}{}", value * factor, std::string(stop, end));
}

/// Paths of what is no map.
std::vector<std::string> values_below(const Node& node, const std::string& path) {
  if (node.kind != Node::Kind::map) return {path};
  std::vector<std::string> result;
  for (const Node::Entry& entry : node.entries)
    for (std::string& below : values_below(*entry.value, Where{{}, path}.item(entry.key).path))
      result.push_back(std::move(below));
  return result;
}

}  // namespace

NodePtr parsed(const std::string& text) {
  Report report;
  const std::uint32_t source = report.add_source("normal form");
  NodePtr root = parse_document(text, source, report);
  if (root == nullptr || !report.clean()) throw BadInput("a scenario in it is damaged");
  return root;
}

std::string multiplied(const Node& root, const std::string& path, const std::string& factor) {
  const Node* const node = at(root, path);
  if (node == nullptr)
    throw BadInput(fmt::format("{}: expected a value in the scenario to multiply, got none{}", path,
                               hint(path, values_below(root, ""))));
  double by = 0;
  std::from_chars(factor.data(), factor.data() + factor.size(), by);
  return times(*node, by, path);
}

}  // namespace thirdring::sweep
