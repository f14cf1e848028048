#include "analysis/experiment/measure_tables.hpp"

namespace thirdring {
namespace {

using D = Definitions;

/// Requests for a callback, each counted with its first attempt.
double requested(const Sums& s) { return s.callbacks()[Count::legs] - s.callbacks()[Count::redials]; }

template <Count C>
Pair per_answered(const Sums& s, const D&) {
  return {s[C], s[Count::answered]};
}

}  // namespace

std::vector<Measure> serving_measures() {
  return {
      {"ring_time", Unit::seconds, every_scope, false,
       "Time a call rings at agents' telephones (callbacks: is dialled), for each answered call.",
       per_answered<Count::ring>},
      {"talk_time", Unit::seconds, every_scope, false, "Talk time for each answered call, without hold.",
       per_answered<Count::talk>},
      {"hold_time", Unit::seconds, every_scope, false, "Hold time for each answered call, held or not.",
       per_answered<Count::hold>},
      {"wrap_up_time", Unit::seconds, every_scope, false, "After-call work for each answered call.",
       per_answered<Count::wrap_up>},
      {"handle_time", Unit::seconds, every_scope, false,
       "Talk, hold, hand-over and wrap-up time for each answered call.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::talk] + s[Count::hold] + s[Count::hand_over] + s[Count::wrap_up],
                     s[Count::answered]};
       }},
      {"held", Unit::share, every_scope, false, "Share of answered calls put on hold.",
       per_answered<Count::held>},
      {"hung_up_on_hold", Unit::share, every_scope, false,
       "Share of answered calls whose caller hung up on hold.", per_answered<Count::hung_up>},
      {"cut_off", Unit::share, every_scope, false,
       "Share of answered calls that equipment out of order cut in the conversation.",
       per_answered<Count::cut_off>},
      {"interrupted", Unit::number, every_scope, false,
       "Times that preemptible work was interrupted by a call, for each answered (finished) one.",
       per_answered<Count::interrupted>},
      {"taken_back", Unit::number, calls_scopes, false,
       "Times a call was taken back from a telephone that nobody picked up, for each call.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::taken_back], s[Count::legs]};
       }},
      {"transferred", Unit::share, every_scope, false, "Share of answered calls passed on to others.",
       per_answered<Count::transferred>},
      {"escalated", Unit::share, every_scope, false, "Share of answered calls passed to the team lead.",
       per_answered<Count::escalated>},
      {"escalation_wait", Unit::seconds, Measure::all, true,
       "Mean wait of escalations for a team lead, of those a lead answered.",
       [](const Sums& s, const D&) {
         return Pair{s.escalations()[Count::wait_answered], s.escalations()[Count::answered]};
       }},
      {"withdrawn", Unit::share, Measure::all, false,
       "Share of escalations that went another way because no lead was free in time.",
       [](const Sums& s, const D&) {
         return Pair{s.escalations()[Count::withdrawn], s.escalations()[Count::legs]};
       }},
      {"solved", Unit::share, every_scope, false, "Share of answered calls that need no repeat call.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::answered] - s[Count::unsolved], s[Count::answered]};
       }},
      {"callback_offered", Unit::share, calls_scopes, false,
       "Share of all calls that were offered a callback.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::callback_offered], s[Count::legs]};
       }},
      {"callback_accepted", Unit::share, calls_scopes, false,
       "Share of the callbacks offered that were accepted.",
       [](const Sums& s, const D&) {
         return Pair{s[Count::to_callback], s[Count::callback_offered]};
       }},
      {"callback_promised", Unit::share, every_scope, false,
       "Share of answered calls that ended with the promise of a callback.",
       per_answered<Count::callback_promised>},
      {"callbacks", Unit::calls, calls_scopes, true,
       "Callbacks accepted or promised per day (by period: per period).",
       [](const Sums& s, const D&) {
         return Pair{requested(s), s.days()};
       }},
      {"callback_reached", Unit::share, calls_scopes, false,
       "Share of the callbacks that reached the customer.",
       [](const Sums& s, const D&) {
         return Pair{s.callbacks()[Count::answered], requested(s)};
       }},
      {"callback_in_time", Unit::share, calls_scopes, false,
       "Share of the callbacks that reached the customer before they were due.",
       [](const Sums& s, const D&) {
         return Pair{s.callbacks()[Count::called_back_due], requested(s)};
       }},
      {"callback_wait", Unit::seconds, calls_scopes, false,
       "Mean time from the request for a callback until the customer is reached.",
       [](const Sums& s, const D&) {
         return Pair{s.callbacks()[Count::wait_answered], s.callbacks()[Count::answered]};
       }},
      {"not_reached", Unit::share, calls_scopes, false,
       "Share of the attempts to call back that the customer did not answer.",
       [](const Sums& s, const D&) {
         const Sums c = s.callbacks();
         return Pair{c[Count::not_reached], c[Count::not_reached] + c[Count::answered]};
       }},
  };
}

}  // namespace thirdring
