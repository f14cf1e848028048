#include "sim/scenario/compile/files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/fingerprint.hpp"
#include "sim/scenario/text_file.hpp"

namespace thirdring {
namespace {

std::string trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\"";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blank) - first + 1));
}

std::vector<std::string> cells_of(std::string_view line, char separator) {
  std::vector<std::string> result;
  for (;;) {
    const std::size_t end = line.find(separator);
    result.push_back(trimmed(line.substr(0, end)));
    if (end == std::string_view::npos) return result;
    line.remove_prefix(end + 1);
  }
}

}  // namespace

void Files::directory_of(std::uint32_t source, std::filesystem::path directory) {
  if (directories_.size() <= source) directories_.resize(source + 1);
  directories_[source] = std::move(directory);
}

std::optional<Table> Files::table(const Field<FileName>& name,
                                  const std::vector<std::vector<std::string>>& headers) {
  if (!name.given()) return std::nullopt;
  const auto [text, refusal] = read_text_file(directories_[name.at.mark.source] / name->value);
  if (!refusal.empty()) {
    report_.problem(name.at, fmt::format("{} ({})", refusal, in_quotes(name->value)));
    return std::nullopt;
  }
  constexpr std::size_t most = 256 * 1024 * 1024;
  if ((bytes_ += text.size()) > most) {
    report_.problem(name.at, fmt::format("expected files of at most {} MiB together, got more", most >> 20U));
    throw TooManyProblems();
  }
  fingerprint_ = thirdring::fingerprint(text, fingerprint_);
  Table table;
  table.source = report_.add_source(
      (std::filesystem::path(report_.source(name.at.mark.source)).parent_path() / name->value).string());
  char separator = ',';
  std::string_view rest = text;
  for (std::uint32_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = rest.find('\n');
    const std::string_view row = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (trimmed(row).empty()) continue;
    if (table.header.empty()) {
      if (row.find(';') != std::string_view::npos) separator = ';';
      table.header = cells_of(row, separator);
      if (std::find(headers.begin(), headers.end(), table.header) != headers.end()) continue;
      std::vector<std::string> possible;
      for (const auto& columns : headers)
        possible.push_back(in_quotes(fmt::format("{}", fmt::join(columns, ","))));
      report_.problem(
          {{table.source, line, 1}, name.at.path},
          fmt::format("expected the header {}, got {}", one_of(possible), in_quotes(trimmed(row))));
      return std::nullopt;
    }
    table.rows.push_back({line, cells_of(row, separator)});
    if (table.rows.back().cells.size() != table.header.size()) {
      report_.problem(
          table.at(table.rows.back(), name.at),
          fmt::format("expected {} cells, got {}", table.header.size(), table.rows.back().cells.size()));
      return std::nullopt;
    }
  }
  if (!table.rows.empty()) return table;
  report_.problem({{table.source, 0, 0}, name.at.path}, "expected rows below the header, got none");
  return std::nullopt;
}

}  // namespace thirdring
