#include "cli/report_file.hpp"

#include <map>

#include "cli/choice.hpp"
#include "cli/commands.hpp"

namespace thirdring::cli {

void ReportOptions::add_to(CLI::App& command) {
  command.add_option("--report", file, "Write a report for people to this HTML file");
  const std::map<std::string, PageLanguage> languages = {{"en", PageLanguage::en}, {"zh", PageLanguage::zh}};
  lang_ = add_choice(command, "--lang", language, languages, "Language of the report: English or Chinese");
}

std::unique_ptr<OutputFile> ReportOptions::open(const std::vector<std::string>& scenarios,
                                                const std::vector<std::string>& outputs,
                                                bool workbook) const {
  if (!wanted() && !workbook && lang_->count() > 0)
    throw BadArguments(
        "--lang: expected a report that has a language beside it, --report FILE or a workbook");
  if (!wanted()) return nullptr;
  refuse_to_replace(file, scenarios);
  refuse_to_replace(file, outputs);
  return std::make_unique<OutputFile>(file);
}

}  // namespace thirdring::cli
