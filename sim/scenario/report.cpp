#include "sim/scenario/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace thirdring {

std::string Problem::text() const {
  std::string place = line == 0 ? file : fmt::format("{}:{}:{}", file, line, column);
  if (!path.empty()) place += ": " + path;
  return place + ": " + message;
}

std::uint32_t Report::add_source(std::string name) {
  sources_.push_back(std::move(name));
  return static_cast<std::uint32_t>(sources_.size() - 1);
}

void Report::problem(const Where& where, std::string message) {
  constexpr std::size_t most = 1000;
  problems_.push_back({where, std::move(message)});
  if (problems_.size() < most) return;
  const Where whole{{where.mark.source, 0, 0}, {}};
  problems_.push_back(
      {whole, fmt::format("expected a scenario with fewer mistakes, got {}: there may be more", most)});
  throw TooManyProblems();
}

std::vector<Problem> Report::sorted(std::vector<Entry> entries) const {
  const auto place = [](const Entry& e) { return std::tie(e.where.mark, e.where.path, e.message); };
  std::sort(entries.begin(), entries.end(),
            [&](const Entry& a, const Entry& b) { return place(a) < place(b); });
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [&](const Entry& a, const Entry& b) { return place(a) == place(b); }),
                entries.end());
  std::vector<Problem> result;
  for (Entry& e : entries)
    result.push_back({sources_[e.where.mark.source], e.where.mark.line, e.where.mark.column,
                      std::move(e.where.path), std::move(e.message)});
  return result;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string result = "'";
  for (const char c : text.substr(0, longest))
    result += static_cast<unsigned char>(c) < 32 || c == 127 ? ' ' : c;
  // Not within a character of several bytes.
  if (text.size() > longest) {
    while (result.size() > 1 && (static_cast<unsigned char>(text[result.size() - 1]) & 0xC0) == 0x80)
      result.pop_back();
    result += "...";
  }
  return result + "'";
}

std::string one_of(const std::vector<std::string>& names) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i)
    result += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  return result;
}

namespace {

// Letters to insert, delete, replace or swap with the next (restricted Damerau-Levenshtein).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before = last;
    last = now;
  }
  return last[b.size()];
}

}  // namespace

std::string hint(std::string_view got, const std::vector<std::string>& names) {
  constexpr std::size_t longest = 80;  // a longer "name" is no misspelling
  if (got.size() > longest) return {};
  const std::string* nearest = nullptr;
  std::size_t least = std::max<std::size_t>(1, (got.size() + 1) / 3) + 1;
  for (const std::string& name : names) {
    if (name.size() > longest) continue;
    const std::size_t distance = edit_distance(got, name);
    if (distance < least) {
      least = distance;
      nearest = &name;
    }
  }
  return nearest == nullptr ? "" : fmt::format("; did you mean '{}'?", *nearest);
}

}  // namespace thirdring
