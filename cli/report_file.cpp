#include "cli/report_file.hpp"

#include <map>

#include "cli/choice.hpp"

namespace thirdring::cli {

void ReportOptions::add_to(CLI::App& command) {
  CLI::Option* const report =
      command.add_option("--report", file, "Write a report for people to this HTML file");
  const std::map<std::string, PageLanguage> languages = {{"en", PageLanguage::en}, {"zh", PageLanguage::zh}};
  add_choice(command, "--lang", language, languages, "Language of the report: English or Chinese")
      ->needs(report);
}

std::unique_ptr<OutputFile> ReportOptions::open(const std::vector<std::string>& scenarios,
                                                const std::vector<std::string>& outputs) const {
  if (!wanted()) return nullptr;
  refuse_to_replace(file, scenarios);
  refuse_to_replace(file, outputs);
  return std::make_unique<OutputFile>(file);
}

}  // namespace thirdring::cli
