// A sweep written down: in a file of its own, or in the scenario.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/sweep/variable.hpp"

namespace thirdring::sweep {

struct Condition {
  std::string text, said;  ///< said: file:line:column: path
};

/// What the options of the command line say, as they would be written there.
struct SweepFile {
  std::vector<Variable> variables;  ///< in the order of the text; named plans, if any, are the first
  std::vector<std::vector<std::string>> zipped;
  std::vector<std::string> zipped_said;  ///< of each: file:line:column: path
  std::vector<Condition> conditions;
  std::string design;       ///< random:N or sobol:N; empty: none
  std::string design_said;  ///< file:line:column: path
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

/// The same of a scenario's block `sweep`; what is wrong is added to `problems`.
SweepFile read_sweep_section(const SweepSection& section, std::vector<Problem>& problems);
/// Of a scenario that is loaded for it, an empty one when it has no such block or problems of its own.
/// Throws BadInput for what is wrong with the block.
SweepFile sweep_section_of(const std::string& scenario, const std::vector<Override>& sets);

}  // namespace thirdring::sweep
