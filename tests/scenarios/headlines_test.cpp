// Every shipped scenario: it runs, and says what it is meant to say.
#include <filesystem>
#include <map>
#include <set>

#include "analysis/experiment/case_measures.hpp"
#include "analysis/experiment/experiment.hpp"
#include "analysis/experiment/measures.hpp"
#include "catch.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;

namespace {

struct Headline {
  std::string measure;
  double least, most;
};

const std::map<std::string, std::vector<Headline>> headlines = {
    {"erlang_c.yaml", {{"abandoned", 0, 0}, {"delay_probability", 0.43, 0.47}}},
    {"erlang_a.yaml", {{"abandoned", 0.025, 0.037}, {"occupancy", 0.92, 0.94}}},
    {"busy_signal.yaml", {{"blocked", 0.11, 0.13}}},
    {"two_skills.yaml", {{"service_level", 0.5, 1}}},
    {"callback.yaml", {{"callback_reached", 0.5, 1}}},
    {"escalation.yaml", {{"escalated", 0.001, 0.5}}},
    {"courier_hotline.yaml",
     {{"answered_within_rings", 0.83, 0.88}, {"abandoned", 0.045, 0.06}, {"occupancy", 0.5, 0.6}}},
    {"courier_plain.yaml",
     {{"answered_within_rings", 0.88, 0.94}, {"abandoned", 0.025, 0.04}, {"occupancy", 0.45, 0.55}}},
    {"power_hotline_95598.yaml",
     {{"abandoned", 0.17, 0.22},
      {"turned_away", 0, 0.01},
      {"cut_off", 0.001, 0.006},
      {"cases.contacted_in_time", 1, 1},
      {"cases.on_site_in_time", 0.37, 0.47}}},
    {"complaints_month.yaml", {{"cases.answered_in_time", 0.95, 0.97}, {"cases.contacted_in_time", 0.99, 1}}},
    {"repair_crews.yaml", {{"cases.on_site_in_time", 0.95, 0.99}, {"occupancy", 0.2, 0.5}}},
    {"bank_1999.yaml", {{"service_level", 0.78, 0.84}, {"abandoned", 0.028, 0.046}}},
};

}  // namespace

TEST_CASE("every shipped scenario runs and has its headline", "[scenarios]") {
  std::set<std::string> shipped;
  for (const auto& entry : std::filesystem::directory_iterator(THIRDRING_SOURCE_DIR "/scenarios"))
    if (entry.path().extension() == ".yaml") shipped.insert(entry.path().filename().string());
  for (const std::string& name : shipped) {
    INFO(name);
    REQUIRE(headlines.count(name) == 1);
    const Loaded loaded = load_scenario(std::filesystem::path(THIRDRING_SOURCE_DIR "/scenarios") / name);
    REQUIRE(loaded.problems.empty());
    CHECK(loaded.warnings.empty());
    CHECK_FALSE(loaded.model->why.empty());
    RunOptions options;
    options.replications = 40;
    options.threads = 2;
    const Experiment experiment = run_experiment(*loaded.model, options);
    for (const Headline& headline : headlines.at(name)) {
      const CaseMeasure* const of_cases = find_case_measure(headline.measure);
      const auto at = static_cast<std::size_t>(of_cases - case_measures().data());
      const double value = of_cases ? experiment.results.cases(at, {}).value
                                    : experiment.results.estimate(*find_measure(headline.measure), {}).value;
      INFO(headline.measure << " is " << value);
      CHECK(value >= headline.least);
      CHECK(value <= headline.most);
    }
  }
}
