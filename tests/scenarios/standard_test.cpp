// docs/standard.md: every row of the service standard is where the table says, in a scenario and in a report.
#include <algorithm>
#include <filesystem>
#include <map>

#include "analysis/experiment/experiment.hpp"
#include "analysis/report/run_report.hpp"
#include "catch.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/load.hpp"
#include "sim/scenario/text_file.hpp"

using namespace thirdring;

namespace {

const std::string root = THIRDRING_SOURCE_DIR;

std::vector<std::string> parts_of(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text)
    if (c == separator)
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

/// Without blanks around it, and without the marks of code.
std::string plain(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '`'), text.end());
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

struct Row {
  std::string name, file, path, scenario, section, line;
};

std::vector<Row> table() {
  std::vector<Row> rows;
  for (const std::string& line : parts_of(read_text_file(root + "/docs/standard.md").text, '\n')) {
    const auto cells = parts_of(line, '|');
    if (cells.size() != 9 || cells[3].find('`') == std::string::npos) continue;
    rows.push_back({plain(cells[1]), plain(cells[3]), plain(cells[4]), plain(cells[5]), plain(cells[6]),
                    plain(cells[7])});
  }
  return rows;
}

/// What stands at a path, `path = value` also with what value; empty if it is there, else what is wrong.
std::string missing_at(const std::string& file, const std::string& wanted) {
  Report report;
  const auto equals = parts_of(wanted, '=');
  NodePtr node =
      parse_document(read_text_file(root + "/scenarios/" + file).text, report.add_source(file), report);
  for (const std::string& key : parts_of(plain(equals[0]), '.')) {
    const bool in_list = node && node->kind == Node::Kind::list;
    const Node::Entry* const entry = node && !in_list ? node->find(key) : nullptr;
    if (in_list ? std::stoul(key) >= node->items.size() : entry == nullptr) return "no " + key;
    node = in_list ? node->items[std::stoul(key)] : entry->value;
  }
  return equals.size() == 1 || node->text == plain(equals[1]) ? "" : "found " + node->text;
}

/// The sections of a report: from a title at the beginning of a line to the next empty line.
std::map<std::string, std::vector<std::string>> sections_of(const std::string& scenario) {
  const Loaded loaded = load_scenario(root + "/scenarios/" + scenario);
  REQUIRE(loaded.model);
  RunOptions options;
  options.replications = 3;
  const std::string report = terminal_report(run_experiment(*loaded.model, options), {}, {});
  std::map<std::string, std::vector<std::string>> sections;
  std::vector<std::string>* section = nullptr;
  for (const std::string& line : parts_of(report, '\n')) {
    if (line.empty())
      section = nullptr;
    else if (!section)
      section = &sections[line];
    else
      section->push_back(line);
  }
  return sections;
}

bool shows(const std::map<std::string, std::vector<std::string>>& sections, const Row& row) {
  return std::any_of(sections.begin(), sections.end(), [&](const auto& section) {
    return section.first.starts_with(row.section) &&
           std::any_of(section.second.begin(), section.second.end(),
                       [&](const std::string& line) { return line.starts_with(row.line); });
  });
}

}  // namespace

TEST_CASE("every row of the service standard is written and seen where the table says",
          "[scenarios][standard]") {
  const std::vector<Row> rows = table();
  std::vector<std::string> expected = {"rule 7",
                                       "rule 8",
                                       "rule 9",
                                       "rule 10",
                                       "rules 11, 12",
                                       "case 20, simple",
                                       "case 20, complex",
                                       "case 22, equipment",
                                       "case 24, as a case",
                                       "95598, open",
                                       "95598, centres",
                                       "95598, business",
                                       "95598, enquiry",
                                       "95598, complaint",
                                       "95598, fault",
                                       "crew, urban",
                                       "crew, urban, mean",
                                       "crew, urban, maximum",
                                       "crew, rural",
                                       "crew, remote",
                                       "complaint, contact",
                                       "complaint, answer",
                                       "supply plan, resident",
                                       "supply plan, low voltage",
                                       "supply plan, high voltage, single",
                                       "supply plan, high voltage, dual",
                                       "connection, resident",
                                       "connection, other",
                                       "meter check",
                                       "planned outage",
                                       "unannounced outage",
                                       "reliability, urban",
                                       "reliability, rural",
                                       "dialling",
                                       "scope",
                                       "three rings"};
  for (int number = 1; number <= 34; ++number) expected.push_back("case " + std::to_string(number));
  for (const std::string& name : expected) {
    INFO(name);
    CHECK(std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; }) == 1);
  }
  std::map<std::string, std::map<std::string, std::vector<std::string>>> reports;
  for (const Row& row : rows) {
    INFO(row.name << ": " << row.path << " of " << row.file);
    CHECK(missing_at(row.file, row.path) == "");
    const auto report = reports.find(row.scenario);
    const auto& sections =
        report == reports.end() ? reports[row.scenario] = sections_of(row.scenario) : report->second;
    INFO(row.line << " in " << row.section << " of " << row.scenario);
    CHECK(shows(sections, row));
  }
}
