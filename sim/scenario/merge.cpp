#include "sim/scenario/merge.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/language.hpp"
#include "sim/scenario/spec/distribution_spec.hpp"
#include "sim/scenario/visit.hpp"

namespace thirdring {
namespace {

bool is_in(const std::string& key, const std::vector<std::string>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// Keys of the base that what the top says leaves no room for.
std::vector<std::string> displaced(const Node& top, const std::string& block) {
  std::vector<std::string> result;
  for (const auto& group : language().alternatives) {
    if (group.block != block) continue;
    for (const Node::Entry& said : top.entries)
      if (is_in(said.key, group.keys) && said.value->kind != Node::Kind::null) {
        result.insert(result.end(), group.keys.begin(), group.keys.end());
        if (!is_in("distribution", group.keys)) continue;
        Law law{};
        const bool by_name = said.key == "distribution" && read_scalar(said.value->text, law);
        const auto keeps = by_name ? parameters_of(law) : std::vector<std::string_view>();
        for (const char* parameter : {"mean", "cv", "shape", "low", "mode", "high"})
          if (std::find(keeps.begin(), keeps.end(), parameter) == keeps.end()) result.emplace_back(parameter);
      }
  }
  return result;
}

void put(Node& map, Node::Entry entry) {
  map.size += entry.value->size;
  map.entries.push_back(std::move(entry));
}

std::shared_ptr<Node> empty_map(const Mark& mark) {
  auto map = std::make_shared<Node>();
  map->kind = Node::Kind::map;
  map->mark = mark;
  return map;
}

std::vector<std::string> steps_of(std::string path) {
  for (char& c : path)
    if (c == '[') c = '.';
  std::erase(path, ']');
  std::vector<std::string> steps;
  for (std::size_t from = 0;;) {
    const std::size_t dot = path.find('.', from);
    steps.push_back(path.substr(from, dot - from));
    if (dot == std::string::npos) return steps;
    from = dot + 1;
  }
}

// Goes down a path and builds the changed nodes on its way back.
class Setter {
 public:
  Setter(const std::string& path, NodePtr value, const Mark& mark, Report& report)
      : steps_(steps_of(path)), value_(std::move(value)), where_{mark, path}, report_(report) {}

  // `node` may be null: nothing is there yet.
  NodePtr set(const NodePtr& node, std::size_t i, const std::string& block) {
    if (i == steps_.size()) return value_;
    if (node != nullptr && node->kind == Node::Kind::list) return in_list(*node, i, block);
    const bool is_map = node != nullptr && node->kind == Node::Kind::map;
    const std::string first_path = language().path_of(block, steps_[i]);
    if (node != nullptr && !is_map && (first_path.empty() || first_path.ends_with('*')))
      return refuse("a list or a map that the path goes on in", in_words(*node));
    return in_map(is_map ? *node : *empty_map(where_.mark), i, block);
  }

 private:
  NodePtr refuse(const std::string& expected, const std::string& got, const std::string& hint = "") {
    report_.problem(where_, fmt::format("expected {}, got {}{}", expected, got, hint));
    return nullptr;
  }

  NodePtr in_list(const Node& list, std::size_t i, const std::string& block) {
    WholeNumber at;
    if (!Leaf<WholeNumber>::read(steps_[i], at) || at.value >= list.items.size())
      return refuse(list.items.empty() ? "a list with elements"
                                       : fmt::format("a position from 0 to {}", list.items.size() - 1),
                    in_quotes(steps_[i]));
    const NodePtr item = set(list.items[at.value], i + 1, language().path_of(block, "*"));
    if (item == nullptr) return nullptr;
    auto result = std::make_shared<Node>(list);
    result->items[at.value] = item;
    return result;
  }

  // Keys may have dots (`enquiry.callback`): the fewest steps that make a key there is.
  NodePtr in_map(const Node& map, std::size_t i, const std::string& block) {
    std::string key = steps_[i];
    std::size_t next = i + 1;
    for (std::size_t end = i + 1; end <= steps_.size() && map.find(key) == nullptr; ++end) {
      if (end == steps_.size()) {
        key = steps_[i], next = i + 1;
        break;
      }
      key += '.' + steps_[end], next = end + 1;
    }
    const Node::Entry* there = map.find(key);
    const std::string path = language().path_of(block, key);
    if (there == nullptr && next < steps_.size() && (path.empty() || path.ends_with('*')))
      return unknown(map, key, block);
    const NodePtr value = set(there == nullptr ? nullptr : there->value, next, path);
    if (value == nullptr) return nullptr;
    return replaced(map, {key, there == nullptr ? where_.mark : there->mark, value}, block);
  }

  // In the place of the old value: the order of types and groups means something.
  NodePtr replaced(const Node& map, const Node::Entry& entry, const std::string& block) {
    auto only = empty_map(where_.mark);
    put(*only, entry);
    const std::vector<std::string> gone = displaced(*only, block);
    const bool is_new = map.find(entry.key) == nullptr, taken_away = entry.value->kind == Node::Kind::null;
    auto result = empty_map(map.mark);
    for (const Node::Entry& old : map.entries) {
      if (old.key == entry.key && !taken_away) put(*result, entry);
      if (old.key != entry.key && !is_in(old.key, gone)) put(*result, old);
    }
    if (is_new) put(*result, entry);
    return result;
  }

  NodePtr unknown(const Node& map, const std::string& key, const std::string& block) {
    std::vector<std::string> names = language().keys_of(block);
    for (const Node::Entry& entry : map.entries)
      if (!is_in(entry.key, names)) names.push_back(entry.key);
    return refuse("one of " + one_of(names), in_quotes(key), hint(key, names));
  }

  std::vector<std::string> steps_;
  NodePtr value_;
  Where where_;
  Report& report_;
};

}  // namespace

NodePtr merged(const NodePtr& base, const NodePtr& top, const std::string& block) {
  if (base->kind != Node::Kind::map || top->kind != Node::Kind::map) return top;
  const std::vector<std::string> gone = displaced(*top, block);
  auto result = empty_map(top->mark);
  for (const Node::Entry& below : base->entries) {
    const Node::Entry* above = top->find(below.key);
    if (above == nullptr ? is_in(below.key, gone) : above->value->kind == Node::Kind::null) continue;
    if (above == nullptr)
      put(*result, below);
    else
      put(*result,
          {above->key, above->mark, merged(below.value, above->value, language().path_of(block, below.key))});
  }
  for (const Node::Entry& above : top->entries)
    if (base->find(above.key) == nullptr) put(*result, above);
  return result;
}

NodePtr with_value(const NodePtr& tree, const std::string& path, const NodePtr& value, const Mark& mark,
                   Report& report) {
  return Setter(path, value, mark, report).set(tree, 0, "");
}

}  // namespace thirdring
