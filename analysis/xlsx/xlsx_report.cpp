#include "analysis/xlsx/xlsx_report.hpp"

#include <fmt/format.h>

#include "analysis/experiment/doubts.hpp"
#include "analysis/html/required.hpp"
#include "analysis/report/number_rows.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/repeat.hpp"
#include "analysis/xlsx/workbook.hpp"

namespace thirdring {
namespace {

constexpr std::size_t most_groups = 1000;  // across

void write_summary(Workbook& book, const Experiment& experiment, const Origin& origin) {
  const Results& results = experiment.results;
  const Model& model = results.model();
  SheetWriter sheet(book, "Summary");
  const auto fact = [&](const char* what, const std::string& text) {
    sheet.text(what);
    sheet.text(text);
    sheet.end_row();
  };
  fact("Scenario", model.name.empty() ? origin.scenario : model.name);
  fact("Question", model.why);
  fact("From", model.calendar.start);
  fact("Replications", fmt::format("{}", results.replications()));
  fact("Calls", fmt::format("{}", results.calls()));
  fact("The same numbers again", repeat_command(experiment, origin));
  fact("Scenario hash", origin.hash);
  fact("Program", fmt::format("thirdring {}", origin.version));
  for (const std::string& doubt : doubts(experiment)) fact("Beware", doubt);
  for (const std::string& warning : origin.warnings) fact("Warning", warning);
  if (experiment.interrupted)
    fact("Interrupted", fmt::format("{} replications were asked for", experiment.options.replications));
  sheet.end_row();
  sheet.heads({"measure", "call type", "group", "estimate", "low (95 %)", "high (95 %)", "unit"}, false);
  bool left_out = false;
  for_each_number(results, [&](const NumberRow& row) {
    if (!row.period.empty()) return;
    left_out = left_out || !sheet.has_room();
    if (left_out) return;
    sheet.text(row.measure);
    sheet.text(row.type);
    sheet.text(row.group);
    sheet.estimate(row.estimate, row.unit == name_of(Unit::share) ? Unit::share : Unit::number);
    sheet.text(row.unit);
    sheet.end_row();
  });
  if (left_out) sheet.text("more than a sheet can hold: see --format csv");
  sheet.width(0, 2, 28);
  sheet.width(3, 6, 13);
}

void write_periods(Workbook& book, const Results& results) {
  const Model& model = results.model();
  constexpr std::array<std::string_view, 9> names = {
      "calls",           "calls_answered", "service_level", "answered_within_rings", "abandoned", "blocked",
      "speed_of_answer", "agents",         "occupancy"};
  SheetWriter sheet(book, "Per period");
  std::vector<std::string> heads{"period"};
  for (const std::string_view name : names)
    heads.insert(heads.end(),
                 {std::string(name), fmt::format("{}, low", name), fmt::format("{}, high", name)});
  sheet.heads(heads);
  for (PeriodId p = 0; p < model.calendar.periods.size() && sheet.has_room(); ++p) {
    if (!model.calendar.periods[p].open) continue;
    sheet.text(model.calendar.periods[p].label);
    for (const std::string_view name : names) {
      const Measure& measure = *find_measure(name);
      sheet.estimate(results.estimate(measure, {}, p), measure.unit);
    }
    sheet.end_row();
  }
  sheet.width(0, 0, 17);
  sheet.width(1, static_cast<lxw_col_t>(3 * names.size()), 11);
}

void write_staffing(Workbook& book, const Results& results) {
  const Model& model = results.model();
  const Measure &agents = *find_measure("agents"), &occupancy = *find_measure("occupancy");
  std::vector<Column> columns;
  for (PeriodId p = 0; p < model.calendar.periods.size(); ++p)
    if (model.calendar.periods[p].open) {
      const Seconds start = model.calendar.periods[p].start, end = model.calendar.end_of(p);
      columns.push_back({model.calendar.periods[p].label, {p}, start, end, end - start});
    }
  const Aim aim = aim_of(model);
  const Required required = required_agents(results, columns, aim);
  const std::size_t groups = std::min(most_groups, model.groups.size());

  SheetWriter sheet(book, "Staffing");
  std::vector<std::string> heads{
      "period", "agents, all",
      required.formula.empty()
          ? "agents needed"
          : fmt::format("agents needed ({}: {} within {})", required.formula,
                        limit_in_words(aim.share, Unit::share), limit_in_words(aim.within, Unit::seconds)),
      "offered load, erlangs"};
  for (std::size_t g = 0; g < groups; ++g)
    heads.insert(heads.end(), {fmt::format("{}: agents", model.groups[g].name),
                               fmt::format("{}: occupancy", model.groups[g].name)});
  sheet.heads(heads);
  for (std::size_t c = 0; c < columns.size() && sheet.has_room(); ++c) {
    const PeriodId p = columns[c].periods.front();
    sheet.text(columns[c].label);
    sheet.number(results.estimate(agents, {}, p).value, Unit::agents);
    sheet.number(required.agents[c], Unit::agents);
    sheet.number(required.load[c]);
    for (GroupId g = 0; g < groups; ++g) {
      sheet.number(results.estimate(agents, {Scope::Kind::group, g}, p).value, Unit::agents);
      sheet.number(results.estimate(occupancy, {Scope::Kind::group, g}, p).value, Unit::share);
    }
    sheet.end_row();
  }
  sheet.width(0, 0, 17);
  sheet.width(1, static_cast<lxw_col_t>(4 + 2 * groups), 14);
}

void write_agreements(Workbook& book, const Results& results) {
  const Model& model = results.model();
  SheetWriter sheet(book, "Agreements");
  sheet.heads({"agreement", "asked", "limit", "per", "kept on average", "reached", "low", "high",
               "chance of a breach", "low", "high", "short by, if broken", "penalty per day", "unit"});
  for (std::size_t a = 0; a < model.agreements.size() && sheet.has_room(); ++a) {
    const Agreement& agreement = model.agreements[a];
    const AgreementResult result = results.agreement(a);
    const Unit unit = unit_of(agreement);
    constexpr std::array<const char*, 3> per = {"period", "day", "run"};
    sheet.text(agreement.name);
    sheet.text(agreement.at_least ? "at least" : "at most");
    sheet.number(agreement.limit, unit);
    sheet.text(per[static_cast<std::size_t>(agreement.per)]);
    sheet.text(std::isnan(result.achieved.value) ? "" : result.breached ? "no" : "yes");
    sheet.estimate(result.achieved, unit);
    sheet.estimate(result.breach, Unit::share);
    sheet.number(result.shortfall.value, unit);
    sheet.number(result.penalty.value, Unit::money);
    sheet.text(std::string(name_of(unit)));
    sheet.end_row();
  }
  sheet.width(0, 0, 30);
  sheet.width(1, 13, 12);
}

}  // namespace

std::string xlsx_report(const Experiment& experiment, const Origin& origin) {
  Workbook book;
  write_summary(book, experiment, origin);
  write_periods(book, experiment.results);
  write_staffing(book, experiment.results);
  write_agreements(book, experiment.results);
  return book.bytes();
}

}  // namespace thirdring
