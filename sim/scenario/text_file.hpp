// Reading what a planner wrote, within bounds.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace thirdring {

inline constexpr std::uintmax_t largest_file = 16 * 1024 * 1024;

/// The text of a regular file of at most `largest_file` bytes, without a byte order mark; or a sentence that
/// says why not.
struct TextFile {
  std::string text;
  std::string refusal;  ///< empty when there is a text
};
TextFile read_text_file(const std::filesystem::path& file);

/// Why this is no text for us (empty, too large, binary, not UTF-8); empty when it is fine.
std::string refusal_of(std::string_view text);

}  // namespace thirdring
