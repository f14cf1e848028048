#include "analysis/sensitivity/sensitivity_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/json.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/sensitivity/bar.hpp"
#include "sim/measures/call_trace.hpp"

namespace thirdring {
namespace {

std::string in_per_cent(double share) { return limit_in_words(share, Unit::share); }

std::string effect_in_words(const InputEffects& row, Way way, std::size_t t, const Sensitivity& s,
                            const Style& style) {
  if (row.effects[way].empty()) return "-";
  const Estimate& d = row.effects[way][t].difference;
  const std::string words = difference_in_words(d, s.targets[t].unit, s.base->model().currency);
  if (std::isnan(d.value)) return words;
  return certain(d) ? style.heading(words) : fmt::format("({})", words);
}

std::string heading_of(const Sensitivity& s, const Target& target, const Style& style) {
  const Model& model = s.base->model();
  std::string text = style.heading(target.name);
  text += fmt::format(": {}", in_words(estimate(*s.base, target), target.unit, model.currency));
  if (target.slot.kind == Slot::Kind::achieved)
    text += fmt::format(", asked for {}", asked_for(model.agreements[target.slot.index], model.currency));
  return text + '\n';
}

std::string table_of(const Sensitivity& s, std::size_t t, const Style& style) {
  const Target& target = s.targets[t];
  double largest = 0;
  for (const InputEffects& row : s.inputs) largest = std::max(largest, row.size(t, true));
  TextTable table({"", fmt::format("{} less", in_per_cent(s.by)), fmt::format("{} more", in_per_cent(s.by)),
                   "- less, + more, # both"});
  for (const InputEffects& row : s.inputs)
    table.add({std::string(row.input->name), effect_in_words(row, less, t, s, style),
               effect_in_words(row, more, t, s, style), bar_of(row, t, largest)});
  return heading_of(s, target, style) + table.text(style) + '\n';
}

std::string staffing_in_words(const Sensitivity& s) {
  if (s.groups.empty()) return "";
  std::string text = "staffing is changed by whole agents (mean over the open time):";
  const auto agents = [](double n) { return fmt::format("{:.4g}", n); };
  for (const ChangedGroup& group : s.groups)
    text += fmt::format("{} {} {} to {} and {}", &group == &s.groups.front() ? "" : ",", group.name,
                        agents(group.agents), agents(group.changed[less]), agents(group.changed[more]));
  return text + '\n';
}

std::string left_out_in_words(const Sensitivity& s) {
  if (s.left_out.empty()) return "";
  std::string names;
  for (const Input* input : s.left_out) {
    if (!names.empty()) names += ", ";
    names += input->name;
  }
  return fmt::format("left out, as there is none of it to change: {}\n", names);
}

/// Every effect, in the order of the table.
template <class Take>
void for_each_effect(const Sensitivity& s, const Take& take) {
  for (std::size_t t = 0; t < s.targets.size(); ++t)
    for (const InputEffects& row : s.inputs)
      for (const Way way : both_ways)
        if (!row.effects[way].empty())
          take(*row.input, way == less ? -s.by : s.by, s.targets[t], row.effects[way][t]);
}

}  // namespace

std::string terminal_report(const Sensitivity& s, const Origin& origin, const Style& style) {
  std::string text = fmt::format(
      "{} replications of each, seed {}, the same callers in all; differences with 95 % intervals\n"
      "in brackets: may be nothing, the interval includes 0\n\n",
      s.base->replications(), s.options.seed);
  for (std::size_t t = 0; t < s.targets.size() && !s.inputs.empty(); ++t) text += table_of(s, t, style);
  text += staffing_in_words(s) + left_out_in_words(s);
  if (s.interrupted) text += style.bad("INTERRUPTED") + ": fewer replications than asked for\n";
  return text + fmt::format("{}: scenario {}\nthirdring {}\n", origin.scenario, origin.hash, origin.version);
}

std::string json_report(const Sensitivity& s, const Origin& origin) {
  Json report = {
      {"schema_version", json_schema_version}, {"program", "thirdring"}, {"version", origin.version}};
  report["scenario"] = json_of(origin, s.base->model());
  report["run"] = json_of(s.options, s.base->replications(), s.interrupted);
  report["by"] = s.by;
  report["currency"] = s.base->model().currency;
  Json& base = report["base"] = Json::array();
  for (const Target& target : s.targets) {
    Json& item = base.emplace_back(Json{{"measure", target.name}, {"unit", name_of(target.unit)}});
    put(item, estimate(*s.base, target));
  }
  Json& effects = report["effects"] = Json::array();
  for_each_effect(s, [&](const Input& input, double change, const Target& target,
                         const PairedDifference& paired) {
    Json& item = effects.emplace_back(Json{
        {"input", input.name}, {"change", change}, {"measure", target.name}, {"unit", name_of(target.unit)}});
    put(item, paired.difference);
    item["certain"] = certain(paired.difference);
    item["correlation"] = json_number(paired.correlation);
  });
  Json& groups = report["staffing"] = Json::array();
  for (const ChangedGroup& group : s.groups)
    groups.push_back({{"group", group.name},
                      {"agents", group.agents},
                      {"less", group.changed[less]},
                      {"more", group.changed[more]}});
  Json& left_out = report["left_out"] = Json::array();
  for (const Input* input : s.left_out) left_out.push_back(input->name);
  return json_text(report);
}

std::string csv_report(const Sensitivity& s, const Origin&) {
  std::string text = "input,change,measure,difference,low,high,certain,correlation,unit,n\n";
  const auto number = [](double x) { return std::isfinite(x) ? fmt::format("{}", x) : std::string(); };
  for_each_effect(
      s, [&](const Input& input, double change, const Target& target, const PairedDifference& paired) {
        const Estimate& d = paired.difference;
        text += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", input.name, change, csv_field(target.name),
                            number(d.value), number(d.low), number(d.high), certain(d) ? "yes" : "no",
                            number(paired.correlation), name_of(target.unit), d.n);
      });
  return text;
}

}  // namespace thirdring
