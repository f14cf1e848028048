#include <fmt/format.h>

#include <algorithm>

#include "analysis/experiment/case_measures.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace thirdring {
namespace {

struct Line {
  const char *measure, *text;
};

constexpr Line general[] = {{"cases.opened", "opened per day"},
                            {"cases.closed", "of these, closed"},
                            {"cases.unfinished", "open at the end of the run"},
                            {"cases.overdue", "of these, overdue"},
                            {"cases.escalated", "escalated"}};
constexpr Line in_time[] = {
    {"cases.contacted_in_time", "contacted in time"}, {"cases.contact_lateness", "if not, late by"},
    {"cases.on_site_in_time", "on site in time"},     {"cases.on_site_lateness", "if not, late by"},
    {"cases.answered_in_time", "answered in time"},   {"cases.answer_lateness", "if not, late by"},
    {"cases.closed_in_time", "closed in time"},       {"cases.close_lateness", "if not, late by"}};
constexpr Line times[] = {
    {"cases.contact_time", "first contact after"}, {"cases.contact_time_p90", "90 % within"},
    {"cases.contact_time_max", "the last after"},  {"cases.on_site_time", "on site after"},
    {"cases.on_site_time_p90", "90 % within"},     {"cases.on_site_time_max", "the last after"},
    {"cases.answer_time", "answered after"},       {"cases.answer_time_p90", "90 % within"},
    {"cases.answer_time_max", "the last after"},   {"cases.close_time", "closed after"},
    {"cases.close_time_p90", "90 % within"}};

// Whether a step is one of its own in cases of a kind, so that there is something to tell of it.
bool has(const Model& model, CaseKindId k, CaseStep step) {
  const CaseKind& kind = model.cases[k];
  switch (step) {
    case CaseStep::contacted:
      return kind.contact_type != none || kind.by(step).given();
    case CaseStep::on_site:
      return kind.travel.has_value();
    case CaseStep::closed:
      return kind.by(step).given() || !model.call_types[kind.type].wrap_up.is_zero();
    case CaseStep::answered:
      break;
  }
  return true;
}

std::string table(const Results& results, const Style& style, const std::string& title,
                  const std::vector<Line>& lines, bool by_step) {
  constexpr std::size_t columns = 4;
  const Model& model = results.model();
  std::string result;
  for (std::size_t from = 0; from < model.cases.size(); from += columns) {
    const std::size_t to = std::min(model.cases.size(), from + columns);
    std::vector<std::string> header{title};
    for (std::size_t k = from; k < to; ++k) header.push_back(model.cases[k].name);
    TextTable rows(header);
    for (const Line& line : lines) {
      const auto measure = static_cast<std::size_t>(find_case_measure(line.measure) - case_measures().data());
      std::vector<std::string> row{line.text};
      bool tells = false;
      for (auto k = static_cast<CaseKindId>(from); k < to; ++k) {
        const Estimate e = results.cases(measure, {Scope::Kind::type, model.cases[k].type});
        const bool known = !by_step || has(model, k, case_measures()[measure].step);
        tells = tells || (known && e.value > 0);
        row.push_back(known ? in_words(e, case_measures()[measure].unit) : "-");
      }
      if (tells) rows.add(row);
    }
    if (!rows.empty()) result += rows.text(style) + '\n';
  }
  return result;
}

}  // namespace

std::string case_section(const Results& results, const Style& style) {
  return table(results, style, "Cases", {std::begin(general), std::end(general)}, false) +
         table(results, style, "Deadlines of cases", {std::begin(in_time), std::end(in_time)}, true) +
         table(results, style, "Times of cases", {std::begin(times), std::end(times)}, true);
}

}  // namespace thirdring
