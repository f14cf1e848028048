// The bank of 1999: built from its data file, and told of truthfully.
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "analysis/experiment/experiment.hpp"
#include "analysis/experiment/measures.hpp"
#include "catch.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;

namespace {

const std::string root = THIRDRING_SOURCE_DIR;
constexpr std::size_t opening = 14, half_hours = 34;  // the data's half-hours begin at midnight, the day at 7:00

const std::map<std::string, std::string> codes = {
    {"regular", "PS"},     {"regular_english", "PE"},  {"stock_exchange", "NE"},
    {"prospective", "NW"}, {"message_returned", "TT"}, {"internet", "IN"}};

nlohmann::json january() {
  std::ifstream file(root + "/docs/data/bank_1999_january.json");
  return nlohmann::json::parse(file).at("january");
}

Model bank() {
  const Loaded loaded = load_scenario(root + "/scenarios/bank_1999.yaml");
  for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  REQUIRE(loaded.model);
  CHECK(loaded.warnings.empty());
  return *loaded.model;
}

/// The simulated figures of the document's headline, in per cent.
struct Told {
  double in_time, abandoned;
};

Told told() {
  std::ifstream file(root + "/docs/bank-1999.md");
  std::stringstream page;
  page << file.rdbuf();
  const std::string text = page.str();
  const std::regex headline("Within 20 s: [^*]*\\*\\*([0-9.]+)[^*]*\\*\\*[^*]*\\*\\*([0-9.]+)");
  std::smatch found;
  REQUIRE(std::regex_search(text, found, headline));
  return {std::stod(found[1]), std::stod(found[2])};
}

}  // namespace

TEST_CASE("the bank's calls, talk times and patience are those of the data", "[scenarios][bank]") {
  const Model model = bank();
  const nlohmann::json data = january();
  REQUIRE(model.call_types.size() == codes.size());
  REQUIRE(model.calendar.periods.size() >= half_hours);
  for (const CallType& type : model.call_types) {
    INFO(type.name);
    REQUIRE(codes.count(type.name) == 1);
    const nlohmann::json& seen = data.at("types").at(codes.at(type.name));
    for (std::size_t p = 0; p < half_hours; ++p) {
      INFO(model.calendar.periods[p].label);
      const double calls = seen.at("by_half_hour").at(opening + p);
      CHECK(type.arrivals.rate.at(p) * 1800 == Approx(calls).margin(1e-9));
    }
    CHECK(type.talk.kind() == Distribution::Kind::lognormal);
    CHECK(type.talk.mean() == Approx(seen.at("service_mean").get<double>()));
    CHECK(std::sqrt(type.talk.variance()) == Approx(seen.at("service_sd").get<double>()).epsilon(1e-3));
    CHECK(type.patience.kind() == Distribution::Kind::exponential);
    CHECK(type.patience.mean() == Approx(seen.at("patience_exp_mle_mean_queued").get<double>()));
  }
}

TEST_CASE("the bank's agents follow the rule that was chosen for them", "[scenarios][bank]") {
  const Model model = bank();
  const nlohmann::json most_at_a_time = january().at("staffing_proxies").at("max_busy_mean_over_days");
  REQUIRE(model.groups.size() == 2);
  for (std::size_t p = 0; p < half_hours; ++p) {
    INFO(model.calendar.periods[p].label);
    CHECK(model.groups[0].staffing.at(p) == std::lround(most_at_a_time.at(opening + p).get<double>()));
    CHECK(model.groups[1].staffing.at(p) == 1);
  }
}

TEST_CASE("the bank fares as its document says", "[scenarios][bank]") {
  const Model model = bank();
  RunOptions options;
  options.replications = 20;
  options.threads = 2;
  const Experiment experiment = run_experiment(model, options);
  const auto per_cent = [&](const char* measure) {
    return 100 * experiment.results.estimate(*find_measure(measure), {}).value;
  };
  // 20 days: about four standard errors.
  CHECK(per_cent("service_level") == Approx(told().in_time).margin(3.4));
  CHECK(per_cent("abandoned") == Approx(told().abandoned).margin(0.9));
}
