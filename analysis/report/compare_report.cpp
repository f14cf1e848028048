#include "analysis/report/compare_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/report/json.hpp"
#include "analysis/report/number_rows.hpp"
#include "analysis/report/numbers.hpp"
#include "sim/measures/call_trace.hpp"

namespace thirdring {
namespace {

/// What a difference is about.
struct Subject {
  std::string measure, type, group;
  Unit unit;
};

Subject subject_of(const Difference& difference, const Results& first) {
  const Slot& slot = difference.slot;
  const Model& model = first.model();
  const std::string type = slot.scope.kind == Scope::Kind::type ? scope_name(model, slot.scope) : "";
  if (slot.of_conversation()) {
    const Spoken& spoken = first.slots().spoken()[slot.index];
    const bool per_day = slot.kind == Slot::Kind::spoken_per_day;
    return {name_of(spoken, per_day), type, "", spoken.unit(per_day)};
  }
  if (slot.of_agreement()) {
    constexpr std::array<const char*, 5> what = {"", "achieved", "breach", "shortfall", "penalty"};
    const Agreement& agreement = model.agreements[slot.index];
    return {fmt::format("agreement.{}.{}", agreement.name, what[static_cast<std::size_t>(slot.kind)]), "", "",
            unit_of(agreement, slot.kind)};
  }
  Subject subject{std::string(measures()[slot.index].name), type, "", measures()[slot.index].unit};
  if (slot.scope.kind == Scope::Kind::group) subject.group = scope_name(model, slot.scope);
  if (slot.scope.kind == Scope::Kind::site) subject.group = "site." + scope_name(model, slot.scope);
  return subject;
}

/// Whether the interval excludes 0.
bool certain(const Estimate& d) { return d.low > 0 || d.high < 0; }

/// What the terminal shows: agreements and the centre as a whole where they differ by more than rounding,
/// single types and groups, and what is said, where the difference is certain.  The service level by other
/// formulas stays in the CSV and JSON.
bool telling(const Difference& difference, const Subject& subject) {
  const Estimate& d = difference.paired.difference;
  constexpr double rounding = 1e-9;
  if (std::isnan(d.value) || std::max(std::abs(d.low), std::abs(d.high)) < rounding) return false;
  if (subject.measure.starts_with("service_level.")) return false;
  const bool of_centre = subject.type.empty() && subject.group.empty() && !difference.slot.of_conversation();
  return of_centre || certain(d);
}

Estimate estimate_in(const Results& results, const Subject& subject) {
  Estimate found;
  for_each_number(results, [&](const NumberRow& row) {
    if (row.measure == subject.measure && row.type == subject.type && row.group == subject.group &&
        row.period.empty())
      found = row.estimate;
  });
  return found;
}

std::string gain_text(double gain) {
  if (!std::isfinite(gain)) return "-";
  return gain >= 9.95 ? fmt::format("{:.0f} x", gain) : fmt::format("{:.1f} x", gain);
}

}  // namespace

std::string terminal_report(const Comparison& comparison, const std::vector<Origin>& origins,
                            const Style& style) {
  const Results& first = *comparison.results[0];
  const Model& model = first.model();
  std::string text = fmt::format(
      "{} replications of each, seed {}, the same callers in all; differences with 95 % intervals\n"
      "gained: how many times as many runs with callers of their own would say as much\n\n",
      first.replications(), comparison.options.seed);
  for (std::size_t m = 0; m < comparison.differences.size(); ++m) {
    TextTable table({fmt::format("{} against {}", origins[m + 1].scenario, origins[0].scenario), "of",
                     "first", "second", "difference", "gained"});
    // What decides comes first: the agreements.
    std::vector<Difference> differences = comparison.differences[m];
    std::stable_partition(differences.begin(), differences.end(),
                          [](const Difference& d) { return d.slot.of_agreement(); });
    for (const Difference& d : differences) {
      const Subject subject = subject_of(d, *comparison.results[0]);
      if (!telling(d, subject)) continue;
      const std::string words = difference_in_words(d.paired.difference, subject.unit, model.currency);
      const std::string of =
          subject.type.empty() ? subject.group.empty() ? "all" : subject.group : subject.type;
      table.add({subject.measure, of, in_words(estimate_in(first, subject), subject.unit, model.currency),
                 in_words(estimate_in(*comparison.results[m + 1], subject), subject.unit, model.currency),
                 certain(d.paired.difference) ? style.heading(words) : words, gain_text(d.paired.gain)});
    }
    text += table.empty()
                ? fmt::format("{} and {} do not differ\n\n", origins[m + 1].scenario, origins[0].scenario)
                : table.text(style) + '\n';
  }
  if (comparison.interrupted) text += style.bad("INTERRUPTED") + ": fewer replications than asked for\n";
  for (std::size_t m = 0; m < origins.size(); ++m)
    text += fmt::format("{}: scenario {}, engine {}\n", origins[m].scenario, origins[m].hash,
                        name_of(comparison.engines[m]));
  return text + fmt::format("thirdring {}\n", origins[0].version);
}

std::string json_report(const Comparison& comparison, const std::vector<Origin>& origins) {
  Json report = {
      {"schema_version", json_schema_version}, {"program", "thirdring"}, {"version", origins[0].version}};
  Json& scenarios = report["scenarios"] = Json::array();
  for (std::size_t m = 0; m < origins.size(); ++m) {
    scenarios.push_back(json_of(origins[m], comparison.results[m]->model()));
    scenarios.back()["engine"] = name_of(comparison.engines[m]);
  }
  report["run"] = json_of(comparison.options, comparison.results[0]->replications(), comparison.interrupted);
  Json& comparisons = report["differences"] = Json::array();
  for (std::size_t m = 0; m < comparison.differences.size(); ++m)
    for (const Difference& d : comparison.differences[m]) {
      const Subject subject = subject_of(d, *comparison.results[0]);
      Json& item = comparisons.emplace_back();
      item["scenario"] = origins[m + 1].scenario;
      item["against"] = origins[0].scenario;
      item["measure"] = subject.measure;
      if (!subject.type.empty()) item["call_type"] = subject.type;
      if (!subject.group.empty()) item["group"] = subject.group;
      item["unit"] = name_of(subject.unit);
      put(item, d.paired.difference);
      item["correlation"] = json_number(d.paired.correlation);
      item["gain"] = json_number(d.paired.gain);
    }
  return json_text(report);
}

std::string csv_report(const Comparison& comparison, const std::vector<Origin>& origins) {
  std::string text = "scenario,against,measure,call_type,group,difference,low,high,correlation,gain,unit,n\n";
  const auto number = [](double x) { return std::isfinite(x) ? fmt::format("{}", x) : std::string(); };
  for (std::size_t m = 0; m < comparison.differences.size(); ++m)
    for (const Difference& d : comparison.differences[m]) {
      const Subject subject = subject_of(d, *comparison.results[0]);
      const Estimate& e = d.paired.difference;
      text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_field(origins[m + 1].scenario),
                          csv_field(origins[0].scenario), csv_field(subject.measure), csv_field(subject.type),
                          csv_field(subject.group), number(e.value), number(e.low), number(e.high),
                          number(d.paired.correlation), number(d.paired.gain), name_of(subject.unit), e.n);
    }
  return text;
}

}  // namespace thirdring
