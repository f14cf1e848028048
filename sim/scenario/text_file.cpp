#include "sim/scenario/text_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

namespace thirdring {
namespace {

// Length of the UTF-8 character at `i`, 0 when it is none.
std::size_t character_at(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const unsigned first = byte(i);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xC2 && first < 0xE0   ? 2
                             : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4
                                                             : 0;
  for (std::size_t k = 1; k < length; ++k)
    if ((byte(i + k) & 0xC0U) != 0x80) return 0;
  const unsigned second = byte(i + 1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  return overlong || beyond ? 0 : length;
}

std::string too_large(std::uintmax_t size) {
  return fmt::format("expected a file of at most {} MiB, got one of {} MiB", largest_file >> 20U,
                     (size + (1U << 20U) - 1) >> 20U);
}

}  // namespace

std::string refusal_of(std::string_view text) {
  if (text.size() > largest_file) return too_large(text.size());
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return "expected a text, got an empty file";
  std::size_t line = 1;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c < 32 && c != '\t' && c != '\n' && c != '\r') || c == 127)
      return fmt::format("expected a text, got a binary file (byte 0x{:02x} in line {})", c, line);
    const std::size_t length = character_at(text, i);
    if (length == 0) return fmt::format("expected UTF-8 text, got the byte 0x{:02x} in line {}", c, line);
    if (c == '\n') ++line;
    i += length;
  }
  return {};
}

TextFile read_text_file(const std::filesystem::path& file) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (!fs::exists(status)) return {"", "expected a file, got nothing there"};
  if (fs::is_directory(status)) return {"", "expected a file, got a directory"};
  if (!fs::is_regular_file(status)) return {"", "expected a regular file, got something else"};
  const std::uintmax_t size = fs::file_size(file, error);
  if (error) return {"", "expected a readable file, got: " + error.message()};
  if (size > largest_file) return {"", too_large(size)};
  std::ifstream in(file, std::ios::binary);
  std::string text(static_cast<std::size_t>(size), '\0');
  if (!in || (size > 0 && !in.read(text.data(), static_cast<std::streamsize>(size))))
    return {"", "expected a readable file, got one that cannot be read"};
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::string refusal = refusal_of(text);
  if (!refusal.empty()) text.clear();
  return {std::move(text), std::move(refusal)};
}

}  // namespace thirdring
