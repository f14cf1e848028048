#include <fmt/format.h>

#include "analysis/experiment/case_measures.hpp"
#include "analysis/experiment/spoken.hpp"

namespace thirdring {

std::string scopes_in_words(const Measure& measure) {
  std::string of;
  if (measure.scopes & Measure::all) of += ", the whole centre";
  if (measure.scopes & Measure::type) of += ", call types";
  if (measure.scopes & Measure::group) of += ", agent groups";
  if (measure.per_period) of += "; also by period";
  return of.substr(2);
}

namespace {

template <class Measures>
std::string section(std::string_view title, std::string_view meaning, const Measures& measures) {
  std::string text =
      fmt::format("\n## {}\n\n{}\n\n| measure | unit | meaning |\n|---|---|---|\n", title, meaning);
  for (const auto& m : measures)
    text += fmt::format("| `{}` | {} | {} |\n", m.name, name_of(m.unit), m.meaning);
  return text;
}

}  // namespace

std::string measure_reference() {
  std::string text =
      "# Measures\n\n"
      "What `thirdring run` reports; `thirdring explain NAME` prints the same. A replication leaves counts "
      "and sums per call\n"
      "type, agent group and period; a measure is a formula over them. Unless said otherwise it is a ratio "
      "of expectations (all\n"
      "replications' numerators over all denominators) with a 95 % interval, by the delta method or, below "
      "30 "
      "replications,\n"
      "Fieller's; quantiles of waits "
      "come from\n"
      "all replications' waits together, with an interval from 20 sections; agreements evaluated once in a "
      "replication have a\n"
      "Wilson interval, those evaluated per period an interval over replications, since periods of "
      "a day depend\n"
      "on each other.\n\n"
      "A call counts in the period in which it arrived (`measures: {credit: ...}` chooses another); agents' "
      "time in the period\n"
      "that passes. Waits and rings count from asking for a person, after the menu, and end with the answer, "
      "so the ringing of the\n"
      "agent's telephone is part of them. The first ring begins at once: an answer within 15 s is by the "
      "third ring at a\n"
      "cycle of 5 s. Abandonment within a hold is counted apart (`hung_up_on_hold`).\n\n"
      "From 100 replications on `run` uses control variates: numbers of a replication whose expectation the "
      "scenario tells\n"
      "exactly. They are the busyness of the days (`busyness`, and `busyness_squared` where all types share "
      "one "
      "factor), the first\n"
      "attempts beyond those that it leads one to expect (`arrivals`), the products of these "
      "(`busyness_arrivals`,\n"
      "`busyness_work`), and, where one pool serves one queue, the talk and wrap-up time beyond the mean "
      "(`work`). Numerators and\n"
      "denominators are regressed on all of them, so parts still add up; the interval is that of the "
      "regression, at a degree of\n"
      "freedom less for each control. In JSON `run.controls` names them, and `gain` says of each measure how "
      "many times as many\n"
      "replications would tell it as well without them (null: it is exactly known). Numbers by period, "
      "quantiles, the chance\n"
      "and the size of a breach, runs with a warm-up or in batches, and `compare` stay plain, so the periods "
      "of a day add up to its\n"
      "plain numbers; `--plain` switches it off everywhere. `--precision` looks at the intervals that are "
      "told.\n\n"
      "| measure | unit | of | meaning |\n|---|---|---|---|\n";
  for (const Measure& m : measures())
    text += fmt::format("| `{}` | {} | {} | {} |\n", m.name, name_of(m.unit), scopes_in_words(m), m.meaning);
  text +=
      section("Conversations",
              "What is said has names of the scenario's own, for which `*` stands. All are told of the whole "
              "centre and of call types.",
              spoken_measures());
  text += section("Outages", "Of the whole centre, under the scenario's own names.", outage_measures());
  text += section(
      "Cases",
      "Told of all cases together and of each kind (in the column of the call type). A case counts on "
      "the day, and in agreements\nin the period, in which it was opened. A time or a deadline counts "
      "when it is known: cases that wait when the run ends and\nstill have time are left out, those "
      "that are overdue are late. Means and quantiles of times are those of the cases that\ngot so "
      "far.",
      case_measures());
  return text;
}

}  // namespace thirdring
