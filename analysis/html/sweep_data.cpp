#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "analysis/html/html_report.hpp"
#include "analysis/html/page.hpp"
#include "analysis/html/pieces.hpp"
#include "analysis/report/number_rows.hpp"
#include "analysis/sweep/bad_input.hpp"
#include "analysis/sweep/point_results.hpp"

namespace thirdring {
namespace {

/// What sweeps are about, besides agreements; the first that is more than nothing is the price of a plan.
constexpr std::array<const char*, 3> prices = {"cost", "paid_hours", "agents"};
constexpr std::array<const char*, 6> usual = {"service_level", "abandoned", "speed_of_answer",
                                              "wait_p95",      "occupancy", "penalties"};

struct PointData {
  std::uint64_t replications = 0;
  std::map<std::string, NumberRow> numbers;  ///< of the whole centre and run
  std::string currency;
  Json agreements;
  std::vector<std::string> breached;  ///< agreements that are not reached on average
};

PointData point_data(const Results& results) {
  PointData point;
  point.replications = results.replications();
  if (point.replications == 0) return point;
  point.currency = results.model().currency;
  for_each_number(results, [&](const NumberRow& row) {
    if (row.type.empty() && row.group.empty() && row.period.empty()) point.numbers[row.measure] = row;
  });
  point.agreements = agreement_data(results);
  for (const Json& agreement : point.agreements)
    if (agreement["breached"]) point.breached.push_back(agreement["name"]);
  return point;
}

/// In their order, each once, as far as any point has them.
std::vector<std::string> measures_of(const std::vector<PointData>& points,
                                     const std::vector<std::string>& asked) {
  std::set<std::string> names, something;  // all, and those that are ever more than nothing
  for (const PointData& point : points)
    for (const auto& [name, row] : point.numbers) {
      names.insert(name);
      if (row.estimate.value > 0) something.insert(name);
    }
  std::vector<std::string> chosen;
  const auto choose = [&](const std::string& name) {
    if (names.contains(name) && std::find(chosen.begin(), chosen.end(), name) == chosen.end())
      chosen.push_back(name);
  };
  for (const std::string& name : asked) {
    sweep::expect_name("--measure", name, names);
    choose(name);
  }
  for (const char* kind : {".breach", ".achieved"})
    for (const PointData& point : points)
      for (const Json& agreement : point.agreements)
        choose(fmt::format("agreement.{}{}", agreement["name"].get<std::string>(), kind));
  for (const char* name : prices)
    if (something.contains(name)) {
      choose(name);
      break;
    }
  for (const char* name : usual)
    if (something.contains(name)) choose(name);
  return chosen;
}

Json measure_data(const std::string& name, const std::vector<PointData>& points) {
  for (const PointData& point : points)
    if (const auto found = point.numbers.find(name); found != point.numbers.end())
      return {{"name", name}, {"unit", found->second.unit}};
  return {};
}

/// Of every agreement of any point what it asks for.
Json asked_data(const std::vector<PointData>& points) {
  std::map<std::string, bool> seen;
  Json asked = Json::array();
  for (const PointData& point : points)
    for (const Json& agreement : point.agreements)
      if (!std::exchange(seen[agreement["name"]], true))
        asked.push_back({{"name", agreement["name"]},
                         {"at_least", agreement["at_least"]},
                         {"limit", agreement["limit"]},
                         {"unit", agreement["unit"]},
                         {"per", agreement["per"]}});
  return asked;
}

Json point_json(std::size_t position, const std::vector<std::string>& values, const PointData& point,
                const std::vector<std::string>& measures) {
  Json numbers = Json::array();
  for (const std::string& name : measures) {
    const auto found = point.numbers.find(name);
    numbers.push_back(found == point.numbers.end() ? Json(nullptr) : short_estimate(found->second.estimate));
  }
  return {{"point", position + 1},
          {"values", values},
          {"replications", point.replications},
          {"breached", point.breached},
          {"numbers", numbers}};
}

}  // namespace

std::string html_report(sweep::Store& store, const sweep::StoredSweep& stored, const sweep::Asked& asked,
                        unsigned threads, PageLanguage language) {
  std::vector<PointData> points(stored.points.size());
  for_each_point(store, stored, asked.points, threads, [&](std::size_t position, const Results& results) {
    points[position] = point_data(results);
  });
  const sweep::Sweep& sweep = stored.sweep;
  const std::vector<std::string> measures = measures_of(points, asked.measures);
  Json data = {{"kind", "sweep"}, {"variables", sweep.variables}, {"agreements", asked_data(points)}};
  for (const PointData& point : points)
    if (!point.currency.empty()) data["currency"] = point.currency;
  for (const char* price : prices)
    if (std::find(measures.begin(), measures.end(), price) != measures.end()) {
      data["price"] = price;
      break;
    }
  Json& named = data["measures"] = Json::array();
  for (const std::string& name : measures) named.push_back(measure_data(name, points));
  Json& list = data["points"] = Json::array();
  std::size_t unfinished = 0;
  for (const std::size_t p : asked.points) {
    unfinished += points[p].replications < sweep.replications;
    if (points[p].replications > 0)
      list.push_back(point_json(p, sweep.points[p].values, points[p], measures));
  }
  data["run"] = {{"file", sweep.scenario},
                 {"hash", sweep.key()},
                 {"store", store.path()},
                 {"version", sweep.program},
                 {"replications", sweep.replications},
                 {"points", asked.points.size()},
                 {"unfinished", unfinished}};
  return page(data, language);
}

}  // namespace thirdring
