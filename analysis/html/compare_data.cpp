#include <map>

#include "analysis/html/html_report.hpp"
#include "analysis/html/page.hpp"
#include "analysis/html/pieces.hpp"
#include "analysis/report/compare_report.hpp"
#include "analysis/report/number_rows.hpp"

namespace thirdring {
namespace {

using Key = std::tuple<std::string, std::string, std::string>;

/// Every number of a plan by measure, call type and group.
std::map<Key, Estimate> numbers_of(const Results& results) {
  std::map<Key, Estimate> numbers;
  for_each_number(results, [&](const NumberRow& row) {
    if (row.period.empty()) numbers[{row.measure, row.type, row.group}] = row.estimate;
  });
  return numbers;
}

/// By period of the first plan, as far as the others have one of the same name there.
Json curve(const Results& results, const std::vector<Column>& columns, std::string_view measure) {
  const Measure& wanted = *find_measure(measure);
  const auto& periods = results.model().calendar.periods;
  Json mean = Json::array(), low = Json::array(), high = Json::array();
  for (const Column& column : columns) {
    const PeriodId p = column.periods.front();
    const bool same = p < periods.size() && periods[p].label == column.label;
    const Estimate estimate = same ? results.estimate(wanted, {}, p) : Estimate{};
    mean.push_back(short_number(estimate.value));
    low.push_back(short_number(estimate.low));
    high.push_back(short_number(estimate.high));
  }
  return {{"mean", mean}, {"low", low}, {"high", high}};
}

Json plan_data(const Results& results, const Origin& origin, std::string_view engine, PageLanguage language) {
  const Model& model = results.model();
  return {{"file", origin.scenario},
          {"name", model.name},
          {"hash", origin.hash},
          {"warnings", warning_data(origin, language)},
          {"engine", engine},
          {"agreements", agreement_data(results)},
          {"cost", short_estimate(results.estimate(*find_measure("cost"), {}))},
          {"penalties", short_estimate(results.estimate(*find_measure("penalties"), {}))}};
}

Json differences_data(const Comparison& comparison, const std::vector<Origin>& origins) {
  std::vector<std::map<Key, Estimate>> numbers;
  for (const auto& results : comparison.results) numbers.push_back(numbers_of(*results));
  Json all = Json::array();
  for (std::size_t m = 1; m < origins.size(); ++m) all.push_back(Json::array());
  const Json report = Json::parse(json_report(comparison, origins));
  std::size_t at = 0;
  for (std::size_t m = 0; m < comparison.differences.size(); ++m)
    for (std::size_t d = 0; d < comparison.differences[m].size(); ++d) {
      const Json& row = report["differences"][at++];
      const std::string type = row.value("call_type", ""), group = row.value("group", "");
      const Key key{row["measure"].get<std::string>(), type, group};
      all[m].push_back({{"measure", row["measure"]},
                        {"of", type.empty() ? group : type},
                        {"unit", row["unit"]},
                        {"first", short_estimate(numbers[0][key])},
                        {"second", short_estimate(numbers[m + 1][key])},
                        {"difference", {row["estimate"], row["low"], row["high"]}}});
    }
  return all;
}

}  // namespace

std::string html_report(const Comparison& comparison, const std::vector<Origin>& origins,
                        PageLanguage language) {
  const Results& first = *comparison.results[0];
  const Model& model = first.model();
  Json data = {{"kind", "compare"}, {"currency", model.currency}};
  data["run"] = {{"seed", comparison.options.seed},
                 {"replications", first.replications()},
                 {"asked_for", comparison.options.replications},
                 {"observations", first.observations()},
                 {"interrupted", comparison.interrupted},
                 {"precise", true},
                 {"overrides", origins[0].overrides},
                 {"version", origins[0].version},
                 {"warnings", Json::array()}};
  const std::vector<Column> columns = columns_of(model.calendar);
  const bool by_period =
      std::all_of(columns.begin(), columns.end(), [](const Column& c) { return c.periods.size() == 1; });
  Json& plans = data["plans"] = Json::array();
  for (std::size_t m = 0; m < origins.size(); ++m) {
    const Results& results = *comparison.results[m];
    plans.push_back(plan_data(results, origins[m], name_of(comparison.engines[m]), language));
    if (!by_period) continue;
    plans.back()["level"] = curve(results, columns, "service_level");
    plans.back()["agents"] = curve(results, columns, "agents");
  }
  Json& labels = data["labels"] = Json::array();
  for (const Column& column : columns) labels.push_back(column.label);
  data["by_period"] = by_period;
  data["one_day"] = model.calendar.days.size() == 1;
  data["period"] = model.calendar.period_length;
  data["acceptable_wait"] = model.measuring.acceptable_wait;
  data["differences"] = differences_data(comparison, origins);
  return page(data, language);
}

}  // namespace thirdring
