// One tree from a scenario, what it is based on, and overrides.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/compile/files.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/text_file.hpp"

namespace thirdring {

/// Null, with a report, when there is nothing to read further.
NodePtr assemble(const std::string& name, const TextFile& file, const std::filesystem::path& directory,
                 const std::vector<Override>& overrides, Files& files, Report& report);

}  // namespace thirdring
