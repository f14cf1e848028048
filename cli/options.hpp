// Options that several sub-commands share.
#pragma once
#include <CLI/CLI.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/experiment/experiment.hpp"

namespace thirdring::cli {

enum class Format { table, json, csv, xlsx };
using Formats = std::map<std::string, Format>;
const Formats& formats();  ///< of text, by their names

struct CommonOptions {
  std::vector<std::string> scenarios, sets;
  std::optional<std::uint64_t> replications, seed;
  unsigned threads = 0;
  Engine engine = Engine::automatic;
  Format format = Format::table;
  std::string out;

  /// Adds SCENARIO... (at least `least`) and --set.
  void add_scenarios(CLI::App& command, int least, int most = 1000);
  /// Adds --replications, --seed, --threads and --engine; returns --replications.
  CLI::Option* add_simulating(CLI::App& command);
  /// The same with --format and --out.
  CLI::Option* add_running(CLI::App& command, const std::string& out_is, const Formats& known = formats());
  /// The scenario's plan with what the command line changes.
  RunOptions run_options(const RunPlan& plan) const;
};

/// MEASURE=WIDTH, the width with the measure's unit: service_level=0.5%, speed_of_answer=1s.  Throws
/// BadArguments, in which the option and its width (HALF_WIDTH, say) have the names given.
struct MeasureWidth {
  std::string measure;
  double width;
};
MeasureWidth parse_width(const std::string& option, const std::string& width_name, const std::string& text);
RunPlan::Precision::Goal parse_precision(const std::string& text);

}  // namespace thirdring::cli
