#include <fmt/format.h>

#include <memory>
#include <sstream>

#include "analysis/experiment/case_measures.hpp"
#include "analysis/experiment/spoken.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "sim/model/wording.hpp"
#include "sim/scenario/keys.hpp"

namespace thirdring::cli {
namespace {

std::string text_of(const Measure& measure) {
  return fmt::format("{} (measure, {}; of {})\n  {}\n", measure.name, name_of(measure.unit),
                     scopes_in_words(measure), measure.meaning);
}

std::string text_of(const SpokenMeasure& spoken) {
  return fmt::format("{} (of conversations, {}; of the whole centre, call types)\n  {}\n", spoken.name,
                     name_of(spoken.unit), spoken.meaning);
}

std::string text_of(const CaseMeasure& measure) {
  return fmt::format("{} (of cases, {}; of all cases, each kind)\n  {}\n", measure.name,
                     name_of(measure.unit), measure.meaning);
}

std::string text_of(const ScenarioKey& key) {
  const std::string when_absent = key.required             ? ", required"
                                  : key.by_default.empty() ? ""
                                                           : ", default " + key.by_default;
  return fmt::format("{} (scenario: {}{})\n  {}\n", key.path, key.type, when_absent, key.meaning);
}

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  std::istringstream stream(path);
  for (std::string part; std::getline(stream, part, '.');) parts.push_back(part);
  return parts;
}

/// Whether a name of what conversations tell of is asked for: situation, situation.*, or as in a report.
bool fits(const std::string& pattern, const std::string& asked) {
  const auto expected = parts_of(pattern), parts = parts_of(asked);
  if (parts.empty() || parts[0] != expected[0]) return false;
  const bool for_each_call = expected.size() > 1 && expected.back() != "*";
  return parts.size() == 1 || asked == pattern ||
         for_each_call == (parts.back() == "share" || parts.back() == "per_call");
}

/// The same of outages: outage, outage.*, or as in a report.
bool fits_outage(const std::string& pattern, const std::string& asked) {
  const auto expected = parts_of(pattern), parts = parts_of(asked);
  return !parts.empty() && parts[0] == expected[0] &&
         (parts.size() == 1 || asked == pattern ||
          (expected.back() == "time_down") == (parts.back() == "time_down"));
}

/// Whether what is asked is the key, a path that it stands for, or its end: `patience` for
/// call_types.*.patience.
bool fits(const ScenarioKey& key, const std::string& asked) {
  const auto pattern = parts_of(key.path), parts = parts_of(asked);
  if (parts.empty() || parts.size() > pattern.size()) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string& expected = pattern[pattern.size() - parts.size() + i];
    const bool whole_path = parts.size() == pattern.size();
    if (expected != parts[i] && !(whole_path && expected == "*")) return false;
  }
  return true;
}

int explain(const std::string& asked) {
  std::string text;
  std::vector<std::string> names;
  for (const Measure& measure : measures()) {
    if (asked.empty() || measure.name == asked) text += text_of(measure);
    names.emplace_back(measure.name);
  }
  for (const SpokenMeasure& spoken : spoken_measures()) {
    if (asked.empty() || fits(std::string(spoken.name), asked)) text += text_of(spoken);
    names.emplace_back(parts_of(std::string(spoken.name)).front());
  }
  for (const SpokenMeasure& outage : outage_measures()) {
    if (asked.empty() || fits_outage(std::string(outage.name), asked))
      text += fmt::format("{} (of outages, {}; of the whole centre)\n  {}\n", outage.name,
                          name_of(outage.unit), outage.meaning);
    names.emplace_back(parts_of(std::string(outage.name)).front());
  }
  for (const CaseMeasure& measure : case_measures()) {
    if (asked.empty() || measure.name == asked) text += text_of(measure);
    names.push_back(measure.name);
  }
  for (const ScenarioKey& key : scenario_keys()) {
    if (asked.empty() || fits(key, asked)) text += text_of(key);
    names.push_back(key.path);
    names.push_back(parts_of(key.path).back());
  }
  if (text.empty())
    throw BadArguments(fmt::format("expected the name of a measure or a key of a scenario, got {}{}",
                                   in_quotes(asked), hint(asked, names)));
  write_to_stdout(text);
  return done;
}

}  // namespace

void add_explain(CLI::App& app, Action& action) {
  CLI::App& sub =
      *app.add_subcommand("explain", "Say what a measure or a scenario key means; without a name, list all");
  const auto asked = std::make_shared<std::string>();
  sub.add_option("NAME", *asked,
                 "A measure (service_level) or a key (call_types.*.patience, or only patience)");
  sub.callback([asked, &action] { action = [asked] { return explain(*asked); }; });
}

}  // namespace thirdring::cli
