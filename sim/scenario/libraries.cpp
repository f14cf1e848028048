#include "sim/scenario/libraries.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/merge.hpp"
#include "sim/scenario/text_file.hpp"

namespace thirdring {
namespace {

namespace fs = std::filesystem;

// A map with some of its entries made anew; those that are made null are left out.
template <class Change>
NodePtr changed(const Node& map, Change change) {
  auto result = std::make_shared<Node>(map);
  result->entries.clear();
  result->size = 1;
  for (const Node::Entry& entry : map.entries)
    if (const NodePtr value = change(entry)) {
      result->entries.push_back({entry.key, entry.mark, value});
      result->size += value->size;
    }
  return result;
}

class Libraries {
 public:
  Libraries(Files& files, Report& report) : files_(files), report_(report) {}

  NodePtr conversation(const Node::Entry& entry) {
    const NodePtr& conversation = entry.value;
    const Node::Entry* const use = conversation->find("use");
    if (use == nullptr) return conversation;
    const std::string path = "conversations." + entry.key;
    const NodePtr library = file(*use->value, {use->value->mark, path + ".use"});
    const NodePtr own = changed(*conversation, [&](const Node::Entry& situation) -> NodePtr {
      const bool keep = situation.key != "use" && (library == nullptr || belongs(situation, *library, path));
      return keep ? situation.value : nullptr;
    });
    return library == nullptr ? own : merged(library, own, "conversations.*");
  }

 private:
  NodePtr refuse(const Where& at, const std::string& sentence) {
    report_.problem(at, sentence);
    return nullptr;
  }

  NodePtr file(const Node& name, const Where& at) {
    if (name.kind != Node::Kind::scalar)
      return refuse(at, "expected the name of a file, got " + in_words(name));
    constexpr std::size_t most = 100;
    if (++used_ > most) return refuse(at, fmt::format("expected at most {} libraries, got more", most));
    const fs::path full = files_.directory(at.mark.source) / name.text;
    const TextFile text = read_text_file(full);
    if (!text.refusal.empty()) return refuse(at, fmt::format("{} ({})", text.refusal, in_quotes(name.text)));
    const std::uint32_t source = report_.add_source(
        (fs::path(report_.source(at.mark.source)).parent_path() / name.text).lexically_normal().string());
    files_.directory_of(source, full.parent_path());
    const NodePtr library = parse_document(text.text, source, report_);
    if (library == nullptr && report_.clean())
      return refuse({{source, 0, 0}, ""}, "expected situations, got nothing but comments");
    if (library == nullptr) return nullptr;
    if (library->kind != Node::Kind::map)
      return refuse({library->mark, ""},
                    "expected a map from names to situations, got " + in_words(*library));
    if (const Node::Entry* use = library->find("use"))
      return refuse({use->mark, "use"}, "expected a situation, got 'use', which only a scenario has");
    return library;
  }

  // A situation that only says what differs must be there.
  bool belongs(const Node::Entry& situation, const Node& library, const std::string& path) {
    if (library.find(situation.key) != nullptr || situation.value->find("steps") != nullptr) return true;
    std::vector<std::string> names;
    for (const Node::Entry& entry : library.entries) names.push_back(entry.key);
    report_.problem({situation.mark, path + '.' + situation.key},
                    fmt::format("expected a situation of the file that is used, or one with steps, got {}{}",
                                in_quotes(situation.key), hint(situation.key, names)));
    return false;
  }

  Files& files_;
  Report& report_;
  std::size_t used_ = 0;
};

}  // namespace

NodePtr with_libraries(const NodePtr& tree, Files& files, Report& report) {
  const Node::Entry* const all = tree->find("conversations");
  if (all == nullptr) return tree;
  const auto uses = [](const Node::Entry& entry) { return entry.value->find("use") != nullptr; };
  if (std::none_of(all->value->entries.begin(), all->value->entries.end(), uses)) return tree;
  Libraries libraries(files, report);
  return changed(*tree, [&](const Node::Entry& entry) {
    return entry.key != "conversations" ? entry.value
                                        : changed(*entry.value, [&](const Node::Entry& conversation) {
                                            return libraries.conversation(conversation);
                                          });
  });
}

}  // namespace thirdring
