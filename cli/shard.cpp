#include "cli/shard.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "cli/commands.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::cli {
namespace {

std::optional<std::uint64_t> whole(std::string_view text) {
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return number;
}

std::uint64_t from_slurm(const char* name, std::uint64_t by_default) {
  const char* const text = std::getenv(name);
  if (!text) return by_default;
  if (const auto number = whole(text)) return *number;
  throw BadArguments(fmt::format("{}: expected a whole number, got {}", name, in_quotes(text)));
}

bool good(const sweep::Shard& shard) { return shard.number >= 1 && shard.number <= shard.of; }

}  // namespace

sweep::Shard shard_of(const std::string& text) {
  if (text.empty()) {
    if (!std::getenv("SLURM_ARRAY_TASK_ID") || !std::getenv("SLURM_ARRAY_TASK_COUNT")) return {};
    const std::uint64_t least = from_slurm("SLURM_ARRAY_TASK_MIN", 1),
                        step = std::max<std::uint64_t>(from_slurm("SLURM_ARRAY_TASK_STEP", 1), 1);
    const sweep::Shard shard{(from_slurm("SLURM_ARRAY_TASK_ID", 0) - least) / step + 1,
                             from_slurm("SLURM_ARRAY_TASK_COUNT", 0)};
    if (!good(shard))
      throw BadArguments(fmt::format(
          "SLURM_ARRAY_TASK_ID: expected task 1 to {} of the array, got {}; --shard i/N says it otherwise",
          shard.of, shard.number));
    return shard;
  }
  const std::size_t slash = text.find('/');
  const auto number = whole(std::string_view(text).substr(0, slash)),
             of = slash == std::string::npos ? std::nullopt : whole(std::string_view(text).substr(slash + 1));
  if (!number || !of || !good({*number, *of}))
    throw BadArguments(fmt::format("--shard: expected i/N with i from 1 to N, got {}", in_quotes(text)));
  return {*number, *of};
}

std::string store_of(const std::string& store, const sweep::Shard& shard) {
  if (shard.of == 1) return store;
  const std::filesystem::path path(store);
  const std::string name =
      fmt::format("{}-{}-of-{}{}", path.stem().string(), shard.number, shard.of, path.extension().string());
  return (path.parent_path() / name).string();
}

}  // namespace thirdring::cli
