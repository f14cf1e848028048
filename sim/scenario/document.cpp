#include "sim/scenario/document.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

namespace thirdring {

const Node::Entry* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key == key) return &entry;
  return nullptr;
}

std::string in_words(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::scalar:
      return in_quotes(node.text);
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a map";
  }
  return {};
}

namespace {

// Ends the parsing of a document that is already reported.
struct Refused : std::exception {};

// Makes a tree of the parser's events.
class Builder : public YAML::EventHandler {
 public:
  Builder(std::uint32_t source, Report& report) : source_(source), report_(report) {}

  NodePtr root;
  std::size_t documents = 0;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents > 1) refuse(at(mark), "expected one document, got a second one");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    leaf(Node::Kind::null, mark, anchor, "");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    no_tag(mark, tag);
    leaf(Node::Kind::scalar, mark, anchor, text);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end())
      refuse(at(mark), "expected an alias of something complete, got an alias of what it is in");
    // A text may not use one large subtree so often that even looking at it takes for ever.
    count(found->second->size);
    place(found->second, at(mark));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    no_tag(mark, tag);
    begin(Node::Kind::list, mark, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    no_tag(mark, tag);
    begin(Node::Kind::map, mark, anchor);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapEnd() override {
    merge(open_.back());
    end();
  }

 private:
  struct Open {
    std::shared_ptr<Node> node;
    YAML::anchor_t anchor;
    std::unordered_map<std::string, Mark> seen;  // keys, with their first places
    bool has_key = false, again = false;         // a key waits for its value; it was there before
    std::string key;
    Mark key_mark;
    std::vector<NodePtr> merged;  // values of `<<`
  };

  Mark at(const YAML::Mark& mark) const {
    return {source_, static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
  }

  std::string path() const {
    std::string result;
    for (const Open& open : open_) {
      if (open.node->kind == Node::Kind::list)
        result += fmt::format("[{}]", open.node->items.size());
      else if (open.has_key)
        result += (result.empty() ? "" : ".") + open.key;
    }
    return result;
  }

  [[noreturn]] void refuse_at(const Where& where, const std::string& message) {
    report_.problem(where, message);
    throw Refused();
  }
  [[noreturn]] void refuse(Mark mark, const std::string& message) { refuse_at({mark, path()}, message); }

  void no_tag(const YAML::Mark& mark, const std::string& tag) {
    if (!tag.empty() && tag != "?" && tag != "!")
      report_.problem({at(mark), path()}, "expected a value without a tag, got the tag " + in_quotes(tag));
  }

  void count(std::size_t nodes) {
    if ((nodes_ += nodes) > most_nodes)
      refuse_at({{source_, 0, 0}, ""},
                fmt::format("expected at most {} values, aliases written out, got more", most_nodes));
  }

  void leaf(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& text) {
    count(1);
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->mark = at(mark);
    node->text = text;
    if (anchor != YAML::NullAnchor) anchors_[anchor] = node;
    place(node, node->mark);
  }

  void begin(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (open_.size() >= deepest_nesting)
      refuse_at({at(mark), ""},
                fmt::format("expected at most {} levels of nesting, got more", deepest_nesting));
    if (!open_.empty() && open_.back().node->kind == Node::Kind::map && !open_.back().has_key)
      refuse(at(mark), kind == Node::Kind::map ? "expected a plain word as a key, got a map"
                                               : "expected a plain word as a key, got a list");
    count(1);
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->mark = at(mark);
    open_.push_back({std::move(node), anchor, {}, false, false, {}, {}, {}});
  }

  void end() {
    const Open done = std::move(open_.back());
    open_.pop_back();
    for (const NodePtr& item : done.node->items) done.node->size += item->size;
    for (const Node::Entry& entry : done.node->entries) done.node->size += entry.value->size;
    if (done.anchor != YAML::NullAnchor) anchors_[done.anchor] = done.node;
    place(done.node, done.node->mark);
  }

  void place(NodePtr node, Mark mark) {
    if (open_.empty()) {
      root = std::move(node);
      return;
    }
    Open& into = open_.back();
    if (into.node->kind == Node::Kind::list)
      into.node->items.push_back(std::move(node));
    else if (!into.has_key)
      take_key(into, *node, mark);
    else
      take_value(into, std::move(node));
  }

  void take_key(Open& into, const Node& key, Mark mark) {
    if (key.kind != Node::Kind::scalar) refuse(mark, "expected a plain word as a key, got " + in_words(key));
    const auto [first, is_new] = into.seen.try_emplace(key.text, mark);
    into.has_key = true;
    into.again = !is_new;
    into.key = key.text;
    into.key_mark = mark;
    if (into.again)
      report_.problem({mark, path()},
                      fmt::format("expected each key once, got {} again (first in line {}, column {})",
                                  in_quotes(key.text), first->second.line, first->second.column));
  }

  void take_value(Open& into, NodePtr value) {
    if (into.key == "<<") {
      if (value->kind == Node::Kind::list)
        into.merged.insert(into.merged.end(), value->items.begin(), value->items.end());
      else
        into.merged.push_back(std::move(value));
      for (const NodePtr& map : into.merged)
        if (map->kind != Node::Kind::map)
          refuse(into.key_mark, "expected a map or a list of maps to merge, got " + in_words(*map));
    } else if (!into.again) {
      into.node->entries.push_back({into.key, into.key_mark, std::move(value)});
    }
    into.has_key = false;
  }

  // What is said in the map itself wins, then the first of the merged maps.
  void merge(Open& map) {
    for (const NodePtr& other : map.merged)
      for (const Node::Entry& entry : other->entries)
        if (map.seen.try_emplace(entry.key, entry.mark).second) {
          count(entry.value->size);
          map.node->entries.push_back(entry);
        }
  }

  std::uint32_t source_;
  Report& report_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, NodePtr> anchors_;
  std::size_t nodes_ = 0;
};

// The parser looks for the end of a possible key before it tells of anything, so it would read ever deeper
// brackets into memory first.  Even if most brackets stood in comments and texts, an honest file has no such
// surplus of them.
bool hopelessly_deep(const std::string& text) {
  std::size_t open = 0;
  for (const char c : text) {
    if ((c == '[' || c == '{') && ++open > 16 * deepest_nesting) return true;
    if ((c == ']' || c == '}') && open > 0) --open;
  }
  return false;
}

// The most frequent mistake, which the parser does not name.
std::string advice(const std::string& text, const Mark& mark) {
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < mark.line && begin != std::string::npos; ++line)
    begin = text.find('\n', begin) + 1;
  return mark.line > 0 && begin < text.size() && text[begin] == '\t'
             ? "; lines are indented by spaces, not by tabs"
             : "";
}

}  // namespace

NodePtr parse_document(const std::string& text, std::uint32_t source, Report& report) {
  const Mark whole{source, 0, 0};
  if (hopelessly_deep(text)) {
    report.problem({whole, ""},
                   fmt::format("expected at most {} levels of nesting, got more", deepest_nesting));
    return nullptr;
  }
  Builder builder(source, report);
  try {
    std::istringstream in(text);
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refused&) {
    return nullptr;
  } catch (const YAML::Exception& e) {
    const Mark mark = e.mark.is_null() ? whole
                                       : Mark{source, static_cast<std::uint32_t>(e.mark.line + 1),
                                              static_cast<std::uint32_t>(e.mark.column + 1)};
    report.problem({mark, ""}, "expected YAML, got a syntax error: " + e.msg + advice(text, mark));
    return nullptr;
  }
  return builder.root;
}

}  // namespace thirdring
