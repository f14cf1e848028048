#include "analysis/experiment/case_measures.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thirdring {
namespace {

using Step = CaseSums::Step;

struct StepName {
  CaseStep step;
  const char *name, *done, *what, *in_time;
};

constexpr StepName step_names[] = {
    {CaseStep::contacted, "contact", "contacted", "the first contact", "in which the first contact was made"},
    {CaseStep::on_site, "on_site", "on_site", "the arrival on site", "in which the crew was on site"},
    {CaseStep::answered, "answer", "answered", "the answer", "that were answered"},
    {CaseStep::closed, "close", "closed", "the closing", "that were closed"}};

void add_general(std::vector<CaseMeasure>& all) {
  all.push_back({"cases.opened", Unit::number, "Cases opened per day.",
                 [](const Step&, const CaseSums& s, double days) {
                   return Pair{s.opened, days};
                 }});
  all.push_back({"cases.escalated", Unit::share, "Share of the cases that waited until they were escalated.",
                 [](const Step&, const CaseSums& s, double) {
                   return Pair{s.escalated, s.opened};
                 }});
  all.push_back({"cases.unfinished", Unit::number, "Cases still open when a run ended.",
                 [](const Step&, const CaseSums& s, double) {
                   return Pair{s.unfinished, 1};
                 }});
  all.push_back({"cases.overdue", Unit::number, "Of these, cases that were past one of their deadlines.",
                 [](const Step&, const CaseSums& s, double) {
                   return Pair{s.overdue, 1};
                 }});
}

void add_step(std::vector<CaseMeasure>& all, const StepName& n) {
  const auto add = [&](std::string name, Unit unit, std::string meaning, CaseMeasure::Formula formula,
                       double p = 0) {
    all.push_back({std::move(name), unit, std::move(meaning), formula, n.step, p});
  };
  add(fmt::format("cases.{}", n.done), Unit::number,
      fmt::format("Cases {}, per day, by the day on which they were opened.", n.in_time),
      [](const Step& s, const CaseSums&, double days) {
        return Pair{s.done, days};
      });
  add(fmt::format("cases.{}_in_time", n.done), Unit::share,
      fmt::format("Share of the cases {} by their deadline, of those of which it is known when the run ends.",
                  n.in_time),
      [](const Step& s, const CaseSums&, double) {
        return Pair{s.in_time, s.promised};
      });
  add(fmt::format("cases.{}_lateness", n.name), Unit::seconds,
      fmt::format("How late {} was, mean of those that were late (so far, when the run ends).", n.what),
      [](const Step& s, const CaseSums&, double) {
        return Pair{s.lateness, s.late};
      });
  add(fmt::format("cases.{}_time", n.name), Unit::seconds,
      fmt::format("Mean time from the opening to {}.", n.what), [](const Step& s, const CaseSums&, double) {
        return Pair{s.time, s.done};
      });
  for (const int percent : {50, 90, 95})
    add(fmt::format("cases.{}_time_p{}", n.name, percent), Unit::seconds,
        fmt::format("{} % of the cases had {} no later than this after the opening.", percent, n.what),
        nullptr, percent / 100.0);
  add(fmt::format("cases.{}_time_max", n.name), Unit::seconds,
      fmt::format("Longest time to {} in a run, with those of cases that wait for it when the run ends; mean "
                  "over the "
                  "runs.",
                  n.what),
      [](const Step& s, const CaseSums&, double) {
        return Pair{s.longest, s.longest > 0 ? 1.0 : 0.0};
      });
}

}  // namespace

const std::vector<CaseMeasure>& case_measures() {
  static const std::vector<CaseMeasure> table = [] {
    std::vector<CaseMeasure> all;
    add_general(all);
    for (const StepName& step : step_names) add_step(all, step);
    return all;
  }();
  return table;
}

const CaseMeasure* find_case_measure(std::string_view name) {
  const auto& all = case_measures();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const CaseMeasure& m) { return m.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace thirdring
