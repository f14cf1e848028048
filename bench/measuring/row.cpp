#include "bench/measuring/row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace thirdring::bench {
namespace {

using Line = std::array<std::string, 6>;

std::string with_unit(double value, const Target& target) {
  return fmt::format("{:.{}f}{}", value, target.decimals, target.unit);
}

Line line_of(const Row& row) {
  const char* const sign = row.target.more_is_better ? ">= " : "<= ";
  return {row.what,
          row.value ? with_unit(*row.value, row.target) : "-",
          sign + with_unit(row.target.bar, row.target),
          sign + with_unit(row.target.aim, row.target),
          name_of(row.judged()),
          row.note};
}

}  // namespace

Verdict verdict(double value, const Target& target) {
  const auto reaches = [&](double limit) { return target.more_is_better ? value >= limit : value <= limit; };
  return reaches(target.aim) ? Verdict::aim_met : reaches(target.bar) ? Verdict::bar_met : Verdict::missed;
}

std::string name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::aim_met:
      return "aim met";
    case Verdict::bar_met:
      return "bar met";
    case Verdict::missed:
      return "missed";
    case Verdict::not_measured:
      break;
  }
  return "not measured";
}

std::string table(const std::vector<Row>& rows) {
  std::vector<Line> lines = {{"workload", "measured", "bar", "aim", "verdict", "how"}};
  for (const Row& row : rows) lines.push_back(line_of(row));
  std::array<std::size_t, 6> width{};
  for (const Line& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) width[i] = std::max(width[i], line[i].size());
  std::string text;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    for (std::size_t i = 0; i < width.size(); ++i) {
      const bool number = i >= 1 && i <= 3;
      text += fmt::format(fmt::runtime(number ? "| {:>{}} " : "| {:<{}} "), lines[l][i], width[i]);
    }
    text += "|\n";
    if (l > 0) continue;
    for (std::size_t i = 0; i < width.size(); ++i)
      text += fmt::format("|{:-<{}}{}", "", width[i] + 1, i >= 1 && i <= 3 ? ':' : '-');
    text += "|\n";
  }
  return text;
}

std::string fill_block(const std::string& text, const std::string& begin, const std::string& end,
                       const std::string& content) {
  const std::size_t from = text.find(begin);
  const std::size_t to = from == std::string::npos ? from : text.find(end, from);
  if (to == std::string::npos)
    throw std::runtime_error(fmt::format("expected the lines '{}' and '{}'", begin, end));
  return text.substr(0, from + begin.size()) + "\n" + content + text.substr(to);
}

}  // namespace thirdring::bench
