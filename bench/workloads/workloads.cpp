#include "bench/workloads/workloads.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "sim/scenario/load.hpp"

namespace thirdring::bench {
namespace {

namespace fs = std::filesystem;

const fs::path source = THIRDRING_SOURCE_DIR;

std::optional<std::string> file_text(const fs::path& path) {
  std::ifstream file(path);
  if (!file) return std::nullopt;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

/// N of prefix_N.
std::optional<unsigned> number_of(const std::string& name, const std::string& prefix) {
  if (!name.starts_with(prefix)) return std::nullopt;
  unsigned number = 0;
  const char* const end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + prefix.size(), end, number);
  if (error != std::errc() || stop != end || number == 0) return std::nullopt;
  return number;
}

}  // namespace

std::string scenario_text(const std::string& name) {
  if (name == "skills") return skills_centre();
  if (name == "national") return national_day();
  // About 200,000 calls in a run, but no longer than a day.
  if (const auto agents = number_of(name, "agents_"))
    return erlang_a(*agents, 1, std::min(24.0, 200'000.0 / 60 / *agents));
  if (const auto types = number_of(name, "types_")) return erlang_a(100, *types, 10);
  if (const auto millions = number_of(name, "long_")) return erlang_a(1000, 1, *millions * 1e6 / 1000 / 60);
  for (const char* directory : {"bench/workloads", "scenarios"})
    if (const auto text = file_text(source / directory / (name + ".yaml"))) return *text;
  throw std::runtime_error(
      fmt::format("expected skills, national, agents_N, types_N, long_N or a file of bench/workloads or "
                  "scenarios, got '{}'",
                  name));
}

Model workload(const std::string& name) {
  Loaded loaded = load_scenario_text(scenario_text(name), name + ".yaml", source / "scenarios");
  if (loaded.model) return std::move(*loaded.model);
  std::string problems;
  for (const Problem& problem : loaded.problems) problems += problem.text() + "\n";
  throw std::runtime_error(problems);
}

}  // namespace thirdring::bench
