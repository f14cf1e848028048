#include "sim/scenario/reader.hpp"

#include <fmt/format.h>

namespace thirdring {

bool Reader::wrong(const Node& node, const Where& at, const std::string& expected, const std::string& hint) {
  const bool negative =
      node.text.size() > 1 && node.text[0] == '-' && node.text[1] >= '0' && node.text[1] <= '9';
  report_.problem(at, fmt::format("expected {}, got {}{}", expected, in_words(node),
                                  negative ? "; nothing here can be negative" : hint));
  return false;
}

bool Reader::wrong_words(const Where& at, const std::string& expected, const std::string& got) {
  report_.problem(at, fmt::format("expected {}, got {}", expected, got));
  return false;
}

bool Reader::unknown_key(const Node::Entry& entry, const Where& at, const std::vector<std::string>& keys) {
  const std::string near = hint(entry.key, keys);
  const std::string known = near.empty() ? "one of the keys " + one_of(keys) : "a known key";
  report_.problem({entry.mark, at.item(entry.key).path},
                  fmt::format("expected {}, got {}{}", known, in_quotes(entry.key), near));
  return false;
}

void Reader::count(std::size_t blocks, const Where& at) {
  constexpr std::size_t most = 200'000;
  if ((blocks_ += blocks) <= most) return;
  report_.problem({{at.mark.source, 0, 0}, {}},
                  fmt::format("expected at most {} lists and maps, got more", most));
  throw TooManyProblems();
}

// Names appear in paths, tables and file names.
bool Reader::fine_name(const Node::Entry& entry, const Where& at) {
  constexpr std::size_t longest = 60;
  const bool fine = !entry.key.empty() && entry.key.size() <= longest &&
                    std::none_of(entry.key.begin(), entry.key.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; });
  if (!fine)
    report_.problem({entry.mark, at.path}, fmt::format("expected a name of 1 to {} characters, got {}",
                                                       longest, in_quotes(entry.key)));
  return fine;
}

}  // namespace thirdring
