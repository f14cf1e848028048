#include "analysis/experiment/measure_tables.hpp"

namespace thirdring {
namespace {

using D = Definitions;
using Kind = Measure::Kind;

double blocked(const Sums& s) { return s[Count::busy] + s[Count::queue_full]; }

Measure quantile(std::string_view name, double p, std::string_view meaning) {
  return {name, Unit::seconds, calls_scopes, false, meaning, nullptr, Kind::wait_quantile, p};
}

}  // namespace

std::vector<Measure> waiting_measures() {
  return {
      {"calls", Unit::calls, calls_scopes, true,
       "Calls that came per day (in a table by period: per period), redials included.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::legs], s.days()};
       }},
      {"calls_answered", Unit::calls, every_scope, true, "Calls answered per day (by period: per period).",
       [](const Sums& s, const D&) {
         return Pair{s[Count::answered], s.days()};
       }},
      {"abandoned", Unit::share, calls_scopes, true,
       "Share of callers who hung up while they waited or while it rang: abandoned / (answered + abandoned).",
       [](const Sums& s, const D&) {
         return Pair{s[Count::abandoned], s[Count::answered] + s[Count::abandoned]};
       }},
      {"abandoned.without_short", Unit::share, calls_scopes, false,
       "The same without short abandons, above and below the line.",
       [](const Sums& s, const D& d) {
         const double lasting = s[Count::abandoned] - s.within(Within::abandoned, d.waits.short_abandon);
         return Pair{lasting, s[Count::answered] + lasting};
       }},
      {"blocked", Unit::share, calls_scopes, true,
       "Share of all attempts that heard the busy tone: no free line, or no place in the queue.",
       [](const Sums& s, const D&) {
         return Pair{blocked(s), s[Count::legs]};
       }},
      {"balked", Unit::share, calls_scopes, false,
       "Share of all calls that hung up at once because no agent was free.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::balked], s[Count::legs]};
       }},
      {"turned_away", Unit::share, calls_scopes, false,
       "Share of all attempts that equipment out of order turned away, or cut while they waited.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::outage], s[Count::legs]};
       }},
      {"redials_per_caller", Unit::number, calls_scopes, false, "Further attempts / first attempts.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::redials], s[Count::legs] - s[Count::redials]};
       }},
      {"delay_probability", Unit::share, calls_scopes, true,
       "Share of the calls let in that found no free agent, those who balked included.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::waited] - s[Count::queue_full], s[Count::legs] - blocked(s) - s[Count::outage]};
       }},
      {"speed_of_answer", Unit::seconds, every_scope, true,
       "Mean wait of the answered, from asking for a person to the answer, ringing included.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::wait_answered], s[Count::answered]};
       }},
      {"mean_wait", Unit::seconds, calls_scopes, false,
       "Mean wait of all who waited to some end: answered, abandoned, left for a callback, disconnected at "
       "close.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::wait_all], s[Count::answered] + s[Count::abandoned] + s[Count::to_callback] +
                                             s[Count::disconnected]};
       }},
      {"mean_wait.abandoned", Unit::seconds, calls_scopes, false, "Mean wait of those who hung up.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::wait_abandoned], s[Count::abandoned]};
       }},
      quantile("wait_p50", 0.50, "Half of the answered waited no longer."),
      quantile("wait_p80", 0.80, "80 % of the answered waited no longer."),
      quantile("wait_p90", 0.90, "90 % of the answered waited no longer."),
      quantile("wait_p95", 0.95, "95 % of the answered waited no longer."),
      quantile("wait_p99", 0.99, "99 % of the answered waited no longer."),
      {"max_wait", Unit::seconds, calls_scopes, false,
       "Longest wait of a run, answered or abandoned; mean over the runs.", nullptr, Kind::longest_wait},
      {"mean_queue", Unit::calls, calls_scopes, true, "Calls waiting, mean over the open time.",
       [](const Sums& s, const D&) {
         return Pair{s[Extra::open_queue_time], s[Extra::open_time]};
       }},
      {"longest_queue", Unit::calls, calls_scopes, false,
       "Most calls of one type waiting at a time in a run; mean over the runs.", nullptr,
       Kind::longest_queue},
      {"rings_heard", Unit::number, calls_scopes, false,
       "Rings heard by the answered, counted from asking for a person; the first begins at once.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::rings], s[Count::answered]};
       }},
      {"disconnected", Unit::calls, calls_scopes, false,
       "Calls per day that were still waiting when the centre closed.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::disconnected], s.days()};
       }},
      {"unfinished", Unit::calls, calls_scopes, false,
       "Calls per day still in the system when the run ended.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::unfinished], s.days()};
       }},
      {"lines_busy", Unit::share, Measure::all, true, "Share of the open time during which no line was free.",
       [](const Sums& s, const D& d) {
         return Pair{s[Extra::all_lines_busy], d.lines > 0 ? s[Extra::open_time] : 0};
       }},
      {"lines_used", Unit::share, Measure::all, true,
       "Lines in use, mean share of all lines over the open time.",
       [](const Sums& s, const D& d) {
         return Pair{s[Extra::open_lines_time], d.lines * s[Extra::open_time]};
       }},
  };
}

}  // namespace thirdring
