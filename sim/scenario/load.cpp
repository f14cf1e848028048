#include "sim/scenario/load.hpp"

#include <fmt/format.h>

#include "sim/scenario/assemble.hpp"
#include "sim/scenario/compile/compile.hpp"
#include "sim/scenario/normal_form.hpp"
#include "sim/scenario/read_scenario.hpp"
#include "sim/scenario/text_file.hpp"

namespace thirdring {
namespace {

Loaded load(const std::string& name, const TextFile& file, const std::filesystem::path& directory,
            const std::vector<Override>& overrides) {
  Report report;
  Files files(report);
  Loaded loaded;
  try {
    const NodePtr root = assemble(name, file, directory, overrides, files, report);
    if (root != nullptr) {
      ScenarioSpec spec = read_scenario(*root, report);
      if (spec.sweep.given()) loaded.sweep = {root->find("sweep")->value, report.sources()};
      loaded.model = compile(spec, files, report);
      if (loaded.model) loaded.normal = write_document(*normal_form(spec, files));
      loaded.files = files.fingerprint();
      loaded.hash = fmt::format("{:016x}", fingerprint(loaded.normal, loaded.files));
    }
  } catch (const TooManyProblems&) {
    // They are in the report.
  }
  loaded.problems = report.problems();
  loaded.warnings = report.warnings();
  return loaded;
}

}  // namespace

Loaded load_scenario(const std::filesystem::path& file, const std::vector<Override>& overrides) {
  return load(file.string(), read_text_file(file), file.parent_path(), overrides);
}

Loaded load_scenario_text(const std::string& text, const std::string& name,
                          const std::filesystem::path& directory, const std::vector<Override>& overrides) {
  const std::string refusal = refusal_of(text);
  return load(name, refusal.empty() ? TextFile{text, ""} : TextFile{"", refusal}, directory, overrides);
}

}  // namespace thirdring
