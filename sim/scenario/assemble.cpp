#include "sim/scenario/assemble.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/libraries.hpp"
#include "sim/scenario/merge.hpp"

namespace thirdring {
namespace {

constexpr std::size_t longest_chain = 100;

namespace fs = std::filesystem;

NodePtr without(const NodePtr& map, std::string_view key) {
  auto result = std::make_shared<Node>(*map);
  std::erase_if(result->entries, [&](const Node::Entry& entry) { return entry.key == key; });
  return result;
}

// What an override says stands nowhere in a file.
NodePtr placed(const Node& node, const Mark& mark) {
  auto result = std::make_shared<Node>(node);
  result->mark = mark;
  for (NodePtr& item : result->items) item = placed(*item, mark);
  for (Node::Entry& entry : result->entries) entry = {entry.key, mark, placed(*entry.value, mark)};
  return result;
}

class Assembler {
 public:
  Assembler(Files& files, Report& report) : files_(files), report_(report) {}

  NodePtr scenario(const std::string& name, const TextFile& file, const fs::path& directory) {
    const std::uint32_t source = report_.add_source(name);
    files_.directory_of(source, directory);
    const Where whole{{source, 0, 0}, ""};
    if (!file.refusal.empty()) {
      report_.problem(whole, file.refusal);
      return nullptr;
    }
    std::error_code error;
    chain_.push_back(fs::weakly_canonical(directory / fs::path(name).filename(), error));
    const NodePtr tree = parse_document(file.text, source, report_);
    if (tree == nullptr) {
      if (report_.clean()) report_.problem(whole, "expected a scenario, got nothing but comments");
      return nullptr;
    }
    const Node::Entry* base = tree->find("based_on");
    return base == nullptr ? tree : on_base(tree, *base, name, directory);
  }

  NodePtr set(const NodePtr& tree, const Override& change) {
    const std::uint32_t source = report_.add_source(
        change.origin ? change.origin->file : fmt::format("--set {}={}", change.path, change.value));
    files_.directory_of(source, files_.directory(0));
    const Override::Origin origin = change.origin.value_or(Override::Origin{});
    const Mark mark{source, origin.path.line, origin.path.column},
        of_value{source, origin.value.line, origin.value.column};
    const Where at{mark, change.path};
    const std::string refusal = refusal_of(change.value);
    const bool blank = change.value.find_first_not_of(' ') == std::string::npos;
    if (blank || !refusal.empty()) {
      report_.problem(at, blank ? "expected a value, got nothing" : refusal);
      return nullptr;
    }
    const bool uses = change.path.starts_with("conversations.") && change.path.ends_with(".use");
    if (change.path == "based_on" || uses) {
      report_.problem(at, fmt::format("expected a key of the scenario as it is put together, got '{}'",
                                      uses ? "use" : "based_on"));
      return nullptr;
    }
    const NodePtr value = change.origin ? parsed({of_value, change.path}, change.value)
                                        : parse_document(change.value, source, report_);
    return value == nullptr ? nullptr
                            : with_value(tree, change.path, placed(*value, of_value), mark, report_);
  }

 private:
  // What is wrong with a text that a file says stands at one place of it.
  NodePtr parsed(const Where& at, const std::string& text) {
    Report own;
    NodePtr value = parse_document(text, own.add_source(""), own);
    for (const Problem& problem : own.problems()) report_.problem(at, problem.message);
    return own.clean() ? value : nullptr;
  }

  NodePtr on_base(const NodePtr& tree, const Node::Entry& base, const std::string& name,
                  const fs::path& directory) {
    const Where at{base.value->mark, "based_on"};
    const auto refuse = [&](const std::string& sentence) {
      report_.problem(at, sentence);
      return nullptr;
    };
    if (base.value->kind != Node::Kind::scalar)
      return refuse("expected the name of a file, got " + in_words(*base.value));
    const fs::path relative(base.value->text), file = directory / relative;
    std::error_code error;
    const fs::path full = fs::weakly_canonical(file, error);
    if (std::find(chain_.begin(), chain_.end(), full) != chain_.end())
      return refuse(fmt::format("expected another scenario, got {}, which is based on this one",
                                in_quotes(base.value->text)));
    if (chain_.size() > longest_chain)
      return refuse(
          fmt::format("expected at most {} scenarios that build on one another, got more", longest_chain));
    const TextFile text = read_text_file(file);
    if (!text.refusal.empty())
      return refuse(fmt::format("{} ({})", text.refusal, in_quotes(base.value->text)));
    const NodePtr below = scenario((fs::path(name).parent_path() / relative).lexically_normal().string(),
                                   text, file.parent_path());
    return below == nullptr ? nullptr : merged(below, without(tree, "based_on"), "");
  }

  Files& files_;
  Report& report_;
  std::vector<fs::path> chain_;
};

}  // namespace

NodePtr assemble(const std::string& name, const TextFile& file, const fs::path& directory,
                 const std::vector<Override>& overrides, Files& files, Report& report) {
  Assembler assembler(files, report);
  NodePtr tree = assembler.scenario(name, file, directory);
  if (tree != nullptr) tree = with_libraries(tree, files, report);
  for (const Override& change : overrides) {
    if (tree == nullptr) return nullptr;
    // One that cannot be made is reported; the others still can.
    if (const NodePtr changed = assembler.set(tree, change)) tree = with_libraries(changed, files, report);
  }
  return tree;
}

}  // namespace thirdring
