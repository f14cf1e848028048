#include "sim/scenario/assemble.hpp"

#include <algorithm>

namespace thirdring {

NodePtr assemble(const std::string& name, const TextFile& file, const std::filesystem::path& directory,
                 const std::vector<Override>&, Files& files, Report& report) {
  const std::uint32_t source = report.add_source(name);
  files.directory_of(source, directory);
  if (!file.refusal.empty()) {
    report.problem({{source, 0, 0}, ""}, file.refusal);
    return nullptr;
  }
  return parse_document(file.text, source, report);
}

std::uint64_t fingerprint_of(const Node& node, std::uint64_t before) {
  const char kind = static_cast<char>('0' + static_cast<int>(node.kind));
  before = fingerprint({&kind, 1}, before);
  before = fingerprint(node.text, before);
  for (const NodePtr& item : node.items) before = fingerprint_of(*item, before);
  std::vector<const Node::Entry*> sorted;
  for (const Node::Entry& entry : node.entries) sorted.push_back(&entry);
  std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
  for (const Node::Entry* entry : sorted) before = fingerprint_of(*entry->value, fingerprint(entry->key, before) * 31);
  return fingerprint(";", before);
}

}  // namespace thirdring
