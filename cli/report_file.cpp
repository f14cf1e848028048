#include "cli/report_file.hpp"

#include <map>

namespace thirdring::cli {

void ReportOptions::add_to(CLI::App& command) {
  CLI::Option* const report =
      command.add_option("--report", file, "Write a report for people to this HTML file");
  const std::map<std::string, PageLanguage> languages = {{"en", PageLanguage::en}, {"zh", PageLanguage::zh}};
  command.add_option("--lang", language, "PageLanguage of the report's labels: en or zh")
      ->transform(CLI::CheckedTransformer(languages))
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
