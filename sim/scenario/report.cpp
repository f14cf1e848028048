#include "sim/scenario/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace thirdring {

std::string Problem::place() const {
  std::string place = line == 0 ? file : fmt::format("{}:{}:{}", file, line, column);
  if (!path.empty()) place += ": " + path;
  return place;
}

std::string Problem::text() const { return place() + ": " + message; }

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
                      std::move(e.where.path), std::move(e.message), std::move(e.sentence)});
  return result;
}

}  // namespace thirdring
