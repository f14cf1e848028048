// A 64-bit fingerprint of texts (FNV-1a).
#pragma once
#include <cstdint>
#include <string_view>

namespace thirdring {

inline constexpr std::uint64_t empty_fingerprint = 0xcbf29ce484222325ULL;

constexpr std::uint64_t fingerprint(std::string_view text, std::uint64_t before) noexcept {
  for (const char c : text) before = (before ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return before;
}

}  // namespace thirdring
