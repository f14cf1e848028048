// --report FILE.html and --lang.
#pragma once
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "analysis/html/html_report.hpp"
#include "cli/output.hpp"

namespace thirdring::cli {

struct ReportOptions {
  std::string file;
  PageLanguage language = PageLanguage::en;

  /// Adds both to a sub-command.
  void add_to(CLI::App& command);
  bool wanted() const { return !file.empty(); }
  /// The file, opened before the first run; null: none asked for.  Throws BadArguments, also when it would
  /// take the place of a scenario or of another output, and for --lang without --report or `workbook`.
  std::unique_ptr<OutputFile> open(const std::vector<std::string>& scenarios,
                                   const std::vector<std::string>& outputs, bool workbook = false) const;

 private:
  const CLI::Option* lang_ = nullptr;
};

}  // namespace thirdring::cli
