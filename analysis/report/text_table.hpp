// Columns of text.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace thirdring {

/// Colours, if the reader's terminal has any.
struct Style {
  bool colour = false;

  std::string heading(std::string_view text) const { return in("1", text); }
  std::string good(std::string_view text) const { return in("32", text); }
  std::string bad(std::string_view text) const { return in("1;31", text); }
  std::string quiet(std::string_view text) const { return in("2", text); }

 private:
  std::string in(std::string_view code, std::string_view text) const;
};

/// The width of a text in columns: characters, not bytes; colour codes take no room.
std::size_t width_of(std::string_view text);

class TextTable {
 public:
  explicit TextTable(std::vector<std::string> header) : header_(std::move(header)) {}

  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool empty() const { return rows_.empty(); }
  /// The first column to the left, the others to the right, two blanks between; the header in the heading
  /// style.
  std::string text(const Style& style) const;

 private:
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace thirdring
