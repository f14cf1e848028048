#include "analysis/xlsx/xlsx_report.hpp"

#include <fmt/format.h>

#include "analysis/experiment/doubts.hpp"
#include "analysis/html/language.hpp"
#include "analysis/html/required.hpp"
#include "analysis/report/number_rows.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/repeat.hpp"
#include "analysis/xlsx/workbook.hpp"

namespace thirdring {
namespace {

constexpr std::size_t most_groups = 1000;  // across

/// One language's words.
struct Words {
  PageLanguage language;
  std::string operator()(const char* word) const { return (*this)(std::string(word)); }
  std::string operator()(const std::string& word) const { return in_language(word, language); }
  std::string operator()(const Sentence& sentence) const { return in_language(sentence, language); }
  std::vector<std::string> operator()(std::initializer_list<const char*> heads) const {
    std::vector<std::string> texts;
    for (const char* const head : heads) texts.push_back((*this)(head));
    return texts;
  }
};

void write_summary(Workbook& book, const Experiment& experiment, const Origin& origin, Words words) {
  const Results& results = experiment.results;
  const Model& model = results.model();
  SheetWriter sheet(book, words("Summary"));
  const auto fact = [&](const std::string& what, const std::string& text) {
    sheet.text(words(what));
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
  for (const Sentence& doubt : doubts(experiment)) fact("Beware", words(doubt));
  for (const Warning& warning : origin.warnings) fact("Warning", warning.place + words(warning.sentence));
  if (experiment.interrupted)
    fact("Interrupted", words(Sentence("{} replications were asked for", experiment.options.replications)));
  sheet.end_row();
  sheet.heads(words({"measure", "call type", "group", "estimate", "low (95 %)", "high (95 %)", "unit"}),
              false);
  bool left_out = false;
  for_each_number(results, [&](const NumberRow& row) {
    if (!row.period.empty()) return;
    left_out = left_out || !sheet.has_room();
    if (left_out) return;
    sheet.text(measure_in_language(row.measure, words.language));
    sheet.text(row.type);
    sheet.text(row.group);
    sheet.estimate(row.estimate, row.unit == name_of(Unit::share) ? Unit::share : Unit::number);
    sheet.text(words(row.unit));
    sheet.end_row();
  });
  if (left_out) sheet.text(words("more than a sheet can hold: see --format csv"));
  sheet.width(0, 2, 28);
  sheet.width(3, 6, 13);
}

void write_periods(Workbook& book, const Results& results, Words words) {
  const Model& model = results.model();
  constexpr std::array<std::string_view, 9> names = {
      "calls",           "calls_answered", "service_level", "answered_within_rings", "abandoned", "blocked",
      "speed_of_answer", "agents",         "occupancy"};
  SheetWriter sheet(book, words("Per period"));
  std::vector<std::string> heads = words({"period"});
  for (const std::string_view name : names) {
    const std::string told = measure_in_language(std::string(name), words.language);
    heads.insert(heads.end(), {told, words(Sentence("{}, low", told)), words(Sentence("{}, high", told))});
  }
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

void write_staffing(Workbook& book, const Results& results, Words words) {
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

  SheetWriter sheet(book, words("Staffing"));
  std::vector<std::string> heads = words({"period", "agents, all"});
  heads.push_back(required.formula.empty()
                      ? words("agents needed")
                      : words(Sentence("agents needed ({}: {} within {})", required.formula,
                                       limit_in_words(aim.share, Unit::share),
                                       limit_in_words(aim.within, Unit::seconds))));
  heads.push_back(words("offered load, erlangs"));
  for (std::size_t g = 0; g < groups; ++g)
    heads.insert(heads.end(), {words(Sentence("{}: agents", model.groups[g].name)),
                               words(Sentence("{}: occupancy", model.groups[g].name))});
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

void write_agreements(Workbook& book, const Results& results, Words words) {
  const Model& model = results.model();
  SheetWriter sheet(book, words("Agreements"));
  sheet.heads(words({"agreement", "asked", "limit", "per", "kept on average", "reached", "low", "high",
                     "chance of a breach", "low", "high", "short by, if broken", "penalty per day", "unit"}));
  for (std::size_t a = 0; a < model.agreements.size() && sheet.has_room(); ++a) {
    const Agreement& agreement = model.agreements[a];
    const AgreementResult result = results.agreement(a);
    const Unit unit = unit_of(agreement);
    constexpr std::array<const char*, 3> per = {"period", "day", "run"};
    sheet.text(agreement.name);
    sheet.text(words(std::string(agreement.at_least ? "at least" : "at most")));
    sheet.number(agreement.limit, unit);
    sheet.text(words(std::string(per[static_cast<std::size_t>(agreement.per)])));
    sheet.text(std::isnan(result.achieved.value) ? "" : words(std::string(result.breached ? "no" : "yes")));
    sheet.estimate(result.achieved, unit);
    sheet.estimate(result.breach, Unit::share);
    sheet.number(result.shortfall.value, unit);
    sheet.number(result.penalty.value, Unit::money);
    sheet.text(words(std::string(name_of(unit))));
    sheet.end_row();
  }
  sheet.width(0, 0, 30);
  sheet.width(1, 13, 12);
}

}  // namespace

std::string xlsx_report(const Experiment& experiment, const Origin& origin, PageLanguage language) {
  const Words words{language};
  Workbook book;
  write_summary(book, experiment, origin, words);
  write_periods(book, experiment.results, words);
  write_staffing(book, experiment.results, words);
  write_agreements(book, experiment.results, words);
  return book.bytes();
}

}  // namespace thirdring
