#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/experiment/nearest_formula.hpp"
#include "analysis/report/json.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace thirdring {
namespace {

/// One sentence in lines that a terminal can hold.
std::string wrapped(std::string_view begin, const std::vector<std::string>& items) {
  constexpr std::size_t width = 100;
  std::string line(begin), text;
  for (const std::string& item : items) {
    const std::string next = item + (&item == &items.back() ? "." : ",");
    if (line.size() + 1 + next.size() > width) {
      text += line + '\n';
      line = next;
    } else {
      line += ' ' + next;
    }
  }
  return text + line + '\n';
}

std::string no_answer(const NearestFormula& formula, const Model& model) {
  const auto& periods = model.calendar.periods;
  return fmt::format(
      "{}: no answer; in {} of {} periods, first {}, more calls come than the agents can serve, and it lets\n"
      "nobody give up: the queue grows without bound.\n",
      formula.name, formula.overloaded.size(), formula.periods.size(),
      periods[formula.overloaded.front()].label);
}

std::string inputs(const NearestFormula& formula) {
  std::string text = fmt::format("{} for each period by itself in the long run", formula.name);
  if (formula.groups > 1) text += fmt::format(", {} groups as one pool", formula.groups);
  text += fmt::format(";\nfed with the simulated calls and agents present, handle time {}",
                      limit_in_words(std::round(formula.handle_time), Unit::seconds));
  if (formula.abandonment_rate > 0)
    text += fmt::format(", mean patience {}",
                        limit_in_words(std::round(1 / formula.abandonment_rate), Unit::seconds));
  return text + ".\n";
}

}  // namespace

std::string nearest_section(const Results& results, const Style& style) {
  const NearestFormula formula = nearest_formula(results);
  if (formula.name.empty()) return "";
  if (!formula.overloaded.empty())
    return style.heading("A formula's answer") + '\n' + no_answer(formula, results.model()) + '\n';
  TextTable table({"A formula's answer", "simulated", formula.name});
  for (const auto& [measure, value] : formula.numbers) {
    const Estimate simulated = results.estimate(*measure, {});
    if (!(value > 0) && !(simulated.value > 0)) continue;
    std::string name(measure->name);
    std::replace(name.begin(), name.end(), '_', ' ');
    table.add(
        {name, in_words(simulated, measure->unit), in_words({value, unknown, unknown, 0}, measure->unit)});
  }
  std::string text = table.text(style) + inputs(formula);
  if (!formula.leaves_out.empty()) text += wrapped("It leaves out:", formula.leaves_out);
  return text + '\n';
}

Json nearest_json(const Results& results) {
  const NearestFormula formula = nearest_formula(results);
  if (formula.name.empty()) return nullptr;
  const auto& periods = results.model().calendar.periods;
  Json json = {{"name", formula.name},
               {"handle_time", json_number(formula.handle_time)},
               {"abandonment_rate", json_number(formula.abandonment_rate)},
               {"groups_as_one_pool", formula.groups},
               {"leaves_out", formula.leaves_out}};
  const auto numbers = [](const std::vector<NearestFormula::Number>& all) {
    Json object = Json::object();
    for (const auto& [measure, value] : all) object[std::string(measure->name)] = json_number(value);
    return object;
  };
  Json& overloaded = json["overloaded_periods"] = Json::array();
  for (const PeriodId p : formula.overloaded) overloaded.push_back(periods[p].label);
  json["measures"] = numbers(formula.numbers);
  Json& each = json["periods"] = Json::array();
  for (const auto& period : formula.periods)
    each.push_back({{"period", periods[period.period].label},
                    {"calls", json_number(period.calls)},
                    {"agents", json_number(period.agents)},
                    {"offered_load", json_number(period.load)},
                    {"measures", numbers(period.numbers)}});
  return json;
}

}  // namespace thirdring
