#include "sim/kernel/stream.hpp"

namespace thirdring {
namespace {

std::uint64_t fnv1a(std::string_view text) noexcept {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

}  // namespace

Stream::Stream(std::uint64_t seed, std::string_view purpose, std::uint64_t replication) noexcept
    : state_(mix(mix(mix(seed + 0x9e3779b97f4a7c15ULL) ^ fnv1a(purpose)) + replication)) {}

}  // namespace thirdring
