#include "analysis/report/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thirdring {

std::string Style::in(std::string_view code, std::string_view text) const {
  return colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  bool in_code = false;
  for (const char c : text) {
    if (c == '\x1b') in_code = true;
    // Bytes 10xxxxxx continue a character of UTF-8.
    if (!in_code && (static_cast<unsigned char>(c) & 0xc0U) != 0x80U) ++width;
    if (in_code && c == 'm') in_code = false;
  }
  return width;
}

std::string TextTable::text(const Style& style) const {
  std::vector<std::size_t> widths;
  const auto widen = [&](const std::vector<std::string>& row) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  };
  widen(header_);
  for (const auto& row : rows_) widen(row);

  const auto line = [&](const std::vector<std::string>& row) {
    std::string result;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string blanks(widths[i] - width_of(row[i]), ' ');
      if (i == 0)
        result += row[i] + blanks;
      else
        result += "  " + blanks + row[i];
    }
    result.erase(result.find_last_not_of(' ') + 1);
    return result;
  };
  std::string result = style.heading(line(header_)) + '\n';
  for (const auto& row : rows_) result += line(row) + '\n';
  return result;
}

}  // namespace thirdring
