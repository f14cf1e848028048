#include "analysis/report/selection_report.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/report/json.hpp"
#include "analysis/report/numbers.hpp"
#include "sim/measures/call_trace.hpp"

namespace thirdring {
namespace {

const char* side(bool highest) { return highest ? "highest" : "lowest"; }

const char* verdict(const SelectionResult& selection, std::size_t m) {
  if (!selection.in[m]) return "out";
  return selection.decided ? "best" : m == selection.best ? "leads" : "not out";
}

Estimate estimate(const SelectionResult& selection, std::size_t m) {
  return selection.results[m]->estimate(*find_measure(selection.measure), {});
}

std::string indifference(const SelectionResult& selection) {
  return limit_in_words(selection.aim.indifference, find_measure(selection.measure)->unit,
                        selection.results[0]->model().currency);
}

}  // namespace

std::string terminal_report(const SelectionResult& selection, const std::vector<Origin>& origins,
                            const Style& style) {
  const Unit unit = find_measure(selection.measure)->unit;
  std::string text =
      fmt::format("The {} {}, seed {}, the same callers in all; intervals of 95 % confidence\n\n",
                  side(selection.aim.highest), selection.measure, selection.options.seed);
  TextTable table({"scenario", selection.measure, "replications", ""});
  for (std::size_t m = 0; m < origins.size(); ++m) {
    const std::string words = in_words(estimate(selection, m), unit, selection.results[m]->model().currency);
    table.add({origins[m].scenario, words, fmt::format("{}", selection.results[m]->replications()),
               m == selection.best ? style.heading(verdict(selection, m)) : verdict(selection, m)});
  }
  text += table.text(style) + '\n';
  if (selection.decided)
    text += fmt::format(
        "{} is the best. With {:.10g} % confidence this is the right choice, if the best one leads by "
        "at least {}.\n",
        origins[selection.best].scenario, 100 * selection.aim.confidence, indifference(selection));
  else
    text += fmt::format(
        "{}: {} replications do not tell which is the best; {} leads. More (--replications) or a "
        "larger difference than {} would.\n",
        style.bad("NOT DECIDED"), selection.results[selection.best]->replications(),
        origins[selection.best].scenario, indifference(selection));
  if (selection.interrupted) text += style.bad("INTERRUPTED") + ": fewer replications than asked for\n";
  for (std::size_t m = 0; m < origins.size(); ++m)
    text += fmt::format("{}: scenario {}, engine {}\n", origins[m].scenario, origins[m].hash,
                        name_of(selection.engines[m]));
  return text + fmt::format("thirdring {}\n", origins[0].version);
}

std::string json_report(const SelectionResult& selection, const std::vector<Origin>& origins) {
  Json report = {
      {"schema_version", json_schema_version}, {"program", "thirdring"}, {"version", origins[0].version}};
  Json& scenarios = report["scenarios"] = Json::array();
  for (std::size_t m = 0; m < origins.size(); ++m) {
    Json& item = scenarios.emplace_back(json_of(origins[m], selection.results[m]->model()));
    item["engine"] = name_of(selection.engines[m]);
    put(item, estimate(selection, m));
    item["verdict"] = verdict(selection, m);
  }
  report["selection"] = {{"measure", selection.measure},
                         {"best_is", side(selection.aim.highest)},
                         {"indifference", selection.aim.indifference},
                         {"confidence", selection.aim.confidence},
                         {"decided", selection.decided},
                         {"best", origins[selection.best].scenario}};
  report["run"] =
      json_of(selection.options, selection.results[selection.best]->replications(), selection.interrupted);
  return json_text(report);
}

std::string csv_report(const SelectionResult& selection, const std::vector<Origin>& origins) {
  std::string text = "scenario,measure,estimate,low,high,unit,n,verdict\n";
  const auto number = [](double x) { return std::isfinite(x) ? fmt::format("{}", x) : std::string(); };
  for (std::size_t m = 0; m < origins.size(); ++m) {
    const Estimate e = estimate(selection, m);
    text += fmt::format("{},{},{},{},{},{},{},{}\n", csv_field(origins[m].scenario), selection.measure,
                        number(e.value), number(e.low), number(e.high),
                        name_of(find_measure(selection.measure)->unit), selection.results[m]->replications(),
                        verdict(selection, m));
  }
  return text;
}

}  // namespace thirdring
