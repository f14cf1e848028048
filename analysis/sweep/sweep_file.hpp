// A sweep written down in a file of its own.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/sweep/variable.hpp"

namespace thirdring::sweep {

/// What the options of the command line say, as they would be written there.
struct SweepFile {
  std::vector<Variable> variables;  ///< in the order of the text; named plans, if any, are the first
  std::vector<std::vector<std::string>> zipped;
  std::vector<std::string> conditions;
  std::string design;  ///< random:N or sobol:N; empty: none
  std::optional<std::uint64_t> design_seed, replications, seed;
};

/// Reads
///     variables: {path: 20..40:2, path*: [0.8, 1], path: [{...}, {...}]}
///     plans: {lean: {path: value, path: {...}}, rich: {...}}
///     zip: [[path, path]]
///     where: [path + path <= 30]
///     design: sobol:64
/// and design_seed, replications and seed.  Throws BadInput with all problems, each with its place.
SweepFile read_sweep_file(const std::filesystem::path& file);

}  // namespace thirdring::sweep
