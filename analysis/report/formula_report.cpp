#include "analysis/report/formula_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/json.hpp"
#include "analysis/report/numbers.hpp"
#include "sim/scenario/units.hpp"

namespace thirdring {
namespace {

constexpr std::string_view service_level_prefix = "service_level.";

std::string words(double value, Unit unit) { return in_words({value, unknown, unknown, 0}, unit); }

std::string spoken(std::string name) {
  if (name == "service_level.offered") return "service level";
  std::replace(name.begin(), name.end(), '_', ' ');
  std::replace(name.begin(), name.end(), '.', ' ');
  return name;
}

/// Whether a row says anything that the rows before it do not.
bool tells(const std::vector<FormulaAnswer>& answers, std::size_t row) {
  const auto& name = answers[0].numbers[row].measure;
  return std::any_of(answers.begin(), answers.end(), [&](const FormulaAnswer& answer) {
    const double value = answer.numbers[row].value;
    if (row == 0) return true;
    if (name.starts_with(service_level_prefix))
      return std::abs(value - answer.numbers[0].value) > 1e-12;  // NaN: there is none
    return value > 0;
  });
}

std::string agents_in_words(std::uint32_t agents) {
  return fmt::format("{} agent{}", agents, agents == 1 ? "" : "s");
}

std::string what_was_asked(const FormulaQuestion& question, const std::string& formula) {
  std::string text = fmt::format("{}: {:.6g} calls per hour of {}, {:.4g} erlangs", formula,
                                 question.arrival_rate * 3600, Leaf<Duration>::write({question.handle_time}),
                                 question.arrival_rate * question.handle_time);
  if (question.patience)
    text +=
        fmt::format("; patience {}, {}", Leaf<Duration>::write({*question.patience}), question.patience_law);
  if (question.lines) text += fmt::format("; {} lines", *question.lines);
  return text + fmt::format("\nService level: answered within {}\n",
                            Leaf<Duration>::write({question.acceptable_wait}));
}

std::string what_was_found(const FormulaQuestion& question, const std::vector<FormulaAnswer>& answers) {
  const bool blocking = answers[0].formula == "Erlang B";
  if (question.fewest)
    return fmt::format("The fewest that {} {}: {}\n", blocking ? "block at most" : "reach at least",
                       limit_in_words(*question.target, Unit::share), agents_in_words(*question.fewest));
  const double load = question.arrival_rate * question.handle_time;
  const FormulaAnswer& answer = answers[0];
  if (answer.formula == "Erlang C" && load >= answer.agents)
    return fmt::format("{:.4g} erlangs are more than {} can carry: the queue grows without bound\n", load,
                       agents_in_words(answer.agents));
  return "";
}

}  // namespace

std::vector<FormulaNumber> formula_numbers(const Queue& queue, double acceptable_wait, double short_abandon) {
  const CallShares shares = queue.shares(acceptable_wait, short_abandon);
  return {{"service_level.offered", Unit::share, shares.offered()},
          {"service_level.answered_only", Unit::share, shares.answered_only()},
          {"service_level.ignore_abandoned_within", Unit::share, shares.ignore_abandoned_within()},
          {"service_level.abandoned_within_positive", Unit::share, shares.abandoned_within_positive()},
          {"service_level.exclude_short", Unit::share, shares.exclude_short()},
          {"service_level.short_positive", Unit::share, shares.short_positive()},
          {"service_level.with_blocked", Unit::share, shares.with_blocked()},
          {"abandoned", Unit::share, queue.abandoned()},
          {"blocked", Unit::share, queue.blocked()},
          {"delay_probability", Unit::share, queue.delay_probability()},
          {"speed_of_answer", Unit::seconds, queue.mean_wait_answered()},
          {"mean_wait", Unit::seconds, queue.mean_wait()},
          {"mean_wait.abandoned", Unit::seconds, queue.mean_wait_abandoned()},
          {"wait_p50", Unit::seconds, queue.answered_wait_quantile(0.5)},
          {"wait_p80", Unit::seconds, queue.answered_wait_quantile(0.8)},
          {"wait_p90", Unit::seconds, queue.answered_wait_quantile(0.9)},
          {"wait_p95", Unit::seconds, queue.answered_wait_quantile(0.95)},
          {"wait_p99", Unit::seconds, queue.answered_wait_quantile(0.99)},
          {"mean_queue", Unit::calls, queue.mean_queue()},
          {"occupancy", Unit::share, queue.occupancy()}};
}

std::string terminal_report(const FormulaQuestion& question, const std::vector<FormulaAnswer>& answers,
                            const Style& style) {
  std::vector<std::string> header{answers[0].formula};
  for (const FormulaAnswer& answer : answers) header.push_back(agents_in_words(answer.agents));
  TextTable table(header);
  for (std::size_t row = 0; row < answers[0].numbers.size(); ++row) {
    if (!tells(answers, row)) continue;
    std::vector<std::string> cells{spoken(answers[0].numbers[row].measure)};
    for (const FormulaAnswer& answer : answers) {
      const FormulaNumber& number = answer.numbers[row];
      cells.push_back(std::isinf(number.value) ? "-" : words(number.value, number.unit));
    }
    table.add(cells);
  }
  return what_was_asked(question, answers[0].formula) + what_was_found(question, answers) + '\n' +
         table.text(style);
}

std::string json_report(const FormulaQuestion& question, const std::vector<FormulaAnswer>& answers,
                        std::string_view version) {
  Json report = {{"schema_version", json_schema_version},
                 {"program", "thirdring"},
                 {"version", version},
                 {"formula", answers[0].formula}};
  Json& given = report["given"];
  given["calls_per_hour"] = question.arrival_rate * 3600;
  given["handle_time"] = question.handle_time;
  given["offered_load"] = question.arrival_rate * question.handle_time;
  given["patience"] = question.patience ? Json(*question.patience) : Json(nullptr);
  given["patience_law"] = question.patience ? Json(question.patience_law) : Json(nullptr);
  given["lines"] = question.lines ? Json(*question.lines) : Json(nullptr);
  given["acceptable_wait"] = question.acceptable_wait;
  given["short_abandon"] = question.short_abandon;
  given["target"] = question.target ? Json(*question.target) : Json(nullptr);
  report["fewest_agents"] = question.fewest ? Json(*question.fewest) : Json(nullptr);
  Json& list = report["answers"] = Json::array();
  for (const FormulaAnswer& answer : answers) {
    Json& item = list.emplace_back();
    item["agents"] = answer.agents;
    for (const FormulaNumber& number : answer.numbers) item[number.measure] = json_number(number.value);
  }
  return json_text(report);
}

std::string csv_report(const std::vector<FormulaAnswer>& answers) {
  std::string rows = "formula,agents,measure,value,unit\n";
  for (const FormulaAnswer& answer : answers)
    for (const FormulaNumber& number : answer.numbers)
      rows += fmt::format("{},{},{},{},{}\n", answer.formula, answer.agents, number.measure,
                          std::isfinite(number.value) ? fmt::format("{}", number.value) : "",
                          name_of(number.unit));
  return rows;
}

}  // namespace thirdring
