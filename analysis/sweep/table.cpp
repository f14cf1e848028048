#include "analysis/sweep/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/report/numbers.hpp"
#include "analysis/report/text_table.hpp"
#include "analysis/sweep/bad_input.hpp"
#include "sim/measures/call_trace.hpp"
#include "sim/model/wording.hpp"

namespace thirdring::sweep {
namespace {

using Json = nlohmann::ordered_json;
using Cells = std::vector<std::string>;

std::string number(double x) { return std::isnan(x) ? "" : fmt::format("{}", x); }
Json json_number(double x) { return std::isnan(x) ? Json() : Json(x); }

std::string csv_line(const Cells& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != cells.data()) line += ',';
    line += csv_field(cell);
  }
  return line + '\n';
}

/// As people read it; money keeps its currency in the header of the unit.
std::string brief(const NumberRow& row) {
  const bool share = row.unit == name_of(Unit::share);
  return in_words(row.estimate, share                                ? Unit::share
                                : row.unit == name_of(Unit::seconds) ? Unit::seconds
                                                                     : Unit::number);
}

std::string text_of(const Cells& header, const std::vector<Cells>& rows, TableFormat format) {
  if (format == TableFormat::csv) {
    std::string text = csv_line(header);
    for (const Cells& row : rows) text += csv_line(row);
    return text;
  }
  TextTable table(header);
  for (const Cells& row : rows) table.add(row);
  return table.text({});
}

Json json_head(const StoredSweep& stored) {
  return {{"schema_version", 1},
          {"program", stored.sweep.program},
          {"scenario", stored.sweep.scenario},
          {"variables", stored.sweep.variables},
          {"replications", stored.sweep.replications}};
}

std::string long_json(const StoredSweep& stored, const std::vector<PointRows>& points) {
  Json root = json_head(stored);
  root["points"] = Json::array();
  for (const PointRows& point : points) {
    const Point& of = stored.sweep.points[point.position];
    Json numbers = Json::array();
    for (const NumberRow& r : point.rows)
      numbers.push_back({{"measure", r.measure},
                         {"call_type", r.type},
                         {"group", r.group},
                         {"period", r.period},
                         {"estimate", json_number(r.estimate.value)},
                         {"low", json_number(r.estimate.low)},
                         {"high", json_number(r.estimate.high)},
                         {"unit", r.unit},
                         {"n", r.estimate.n}});
    Json values = Json::object();
    for (std::size_t v = 0; v < of.values.size(); ++v) values[stored.sweep.variables[v]] = of.values[v];
    root["points"].push_back({{"point", point.position + 1},
                              {"key", of.key},
                              {"seed", of.seed},
                              {"values", values},
                              {"replications", point.replications},
                              {"numbers", numbers}});
  }
  return root.dump(2) + '\n';
}

}  // namespace

std::string long_table(const StoredSweep& stored, const std::vector<PointRows>& points, TableFormat format) {
  if (format == TableFormat::json) return long_json(stored, points);
  const bool csv = format == TableFormat::csv;
  Cells header = {"point"};
  header.insert(header.end(), stored.sweep.variables.begin(), stored.sweep.variables.end());
  const Cells more =
      csv ? Cells{"measure", "call_type", "group", "period", "estimate", "low", "high", "unit", "n"}
          : Cells{"measure", "of", "period", "estimate", "n"};
  header.insert(header.end(), more.begin(), more.end());
  std::vector<Cells> rows;
  for (const PointRows& point : points)
    for (const NumberRow& r : point.rows) {
      Cells& row = rows.emplace_back(Cells{std::to_string(point.position + 1)});
      const Cells& values = stored.sweep.points[point.position].values;
      row.insert(row.end(), values.begin(), values.end());
      const std::string n = std::to_string(r.estimate.n);
      const Cells rest = csv ? Cells{r.measure,
                                     r.type,
                                     r.group,
                                     r.period,
                                     number(r.estimate.value),
                                     number(r.estimate.low),
                                     number(r.estimate.high),
                                     r.unit,
                                     n}
                             : Cells{r.measure, r.type.empty() ? r.group : r.type, r.period, brief(r), n};
      row.insert(row.end(), rest.begin(), rest.end());
    }
  return text_of(header, rows, format);
}

std::string pivoted(const StoredSweep& stored, const std::vector<PointRows>& points, const std::string& by,
                    TableFormat format) {
  const Cells& variables = stored.sweep.variables;
  const auto found = std::find(variables.begin(), variables.end(), by);
  if (found == variables.end())
    throw BadInput(fmt::format("--pivot: expected one of {}, got {}{}", one_of(variables), in_quotes(by),
                               hint(by, variables)));
  if (format == TableFormat::json) throw BadInput("--pivot: expected --format table or csv, got json");
  const auto column = found - variables.begin();
  Cells columns;
  std::vector<std::pair<Cells, std::vector<std::string>>> lines;  // the other values; a cell for each column
  for (const PointRows& point : points) {
    if (point.rows.size() != 1)
      throw BadInput(fmt::format(
          "--pivot: expected one number of each point, got {}; name one with --measure", point.rows.size()));
    Cells rest = stored.sweep.points[point.position].values;
    const std::string value = rest[static_cast<std::size_t>(column)];
    rest.erase(rest.begin() + column);
    auto at = std::find(columns.begin(), columns.end(), value);
    if (at == columns.end()) at = columns.insert(columns.end(), value);
    auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.first == rest; });
    if (line == lines.end()) line = lines.insert(lines.end(), {rest, {}});
    const auto c = static_cast<std::size_t>(at - columns.begin());
    if (line->second.size() <= c) line->second.resize(c + 1);
    line->second[c] =
        format == TableFormat::csv ? number(point.rows[0].estimate.value) : brief(point.rows[0]);
  }
  Cells header = variables;
  header.erase(header.begin() + column);
  for (const std::string& value : columns) header.push_back(fmt::format("{}={}", by, value));
  std::vector<Cells> rows;
  for (auto& [rest, cells] : lines) {
    cells.resize(columns.size());
    rest.insert(rest.end(), cells.begin(), cells.end());
    rows.push_back(rest);
  }
  return text_of(header, rows, format);
}

}  // namespace thirdring::sweep
