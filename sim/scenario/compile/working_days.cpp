// The working-day calendar, as a table.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int most_ahead = 3660, slack = 31;

// The longest deadline in working days; nothing is at `at` when there is none.
struct Longest {
  std::uint32_t working_days = 0;
  Where at;
  void take(std::uint32_t n, const Where& where) {
    if (n <= working_days) return;
    working_days = n;
    at = where;
  }
};

Longest longest_deadline(const ScenarioSpec& spec) {
  Longest longest;
  for (const auto& kind : spec.cases->entries)
    for (const auto* due : {&kind.value->contact_within, &kind.value->on_site_within,
                            &kind.value->answer_within, &kind.value->close_within})
      if (due->given()) longest.take((*due)->working_days, due->at);
  for (const auto& agreement : spec.agreements->entries)
    if (agreement.value->share.given())
      longest.take(agreement.value->share->working_days, agreement.value->share.at);
  return longest;
}

std::set<sys_days> dates_of(const List<Dates>& list) {
  std::set<sys_days> result;
  for (const auto& dates : list)
    for (sys_days d = dates->first; dates.given() && d <= dates->last; d += days(1)) result.insert(d);
  return result;
}

}  // namespace

void compile_working_days(Compile& c) {
  const Longest longest = longest_deadline(c.spec);
  if (longest.working_days == 0 || !c.line) return;
  const auto& block = c.spec.working_days;
  if (block.wrong()) return;
  if (!block.given())
    return c.problem(longest.at,
                     "a deadline by the clock, or a section working_days that says which days are those",
                     "working days without it");
  if (block->hours->closed || block->hours->closes <= block->hours->opens)
    return c.problem(block->hours.at, "working hours within a day, such as 08:30-17:30",
                     in_quotes(Leaf<Hours>::write(*block->hours)));
  const auto holidays = dates_of(*block->holidays), made_up = dates_of(*block->make_up_days);
  for (const auto& dates : *block->make_up_days)
    for (sys_days d = dates->first; dates.given() && d <= dates->last; d += days(1))
      if (holidays.contains(d))
        return c.problem(dates.at, "a date that is not among the holidays", write_date(d));

  const sys_days last = c.line->dates.back();
  std::vector<bool> working;
  std::uint32_t behind_the_run = 0;
  for (sys_days date = c.line->first_date;; date += days(1)) {
    if (date > last + days(slack) && behind_the_run > longest.working_days) break;
    if (date > last + days(most_ahead))
      return c.problem(
          longest.at, "a deadline on a calendar with working days enough",
          fmt::format("a calendar with {} of them in the ten years after the run", behind_the_run));
    const std::size_t weekday = std::chrono::weekday(date).iso_encoding() - 1;
    const bool works = made_up.contains(date) || (block->days->on[weekday] && !holidays.contains(date));
    working.push_back(works);
    // What is opened in the evening of the slack counts from the day after.
    behind_the_run += works && date > last + days(slack);
  }
  c.model.working_days = WorkingDays(c.line->first_clock, block->hours->closes, working);
}

}  // namespace thirdring
