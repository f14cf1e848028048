// The measures that a scenario can name: in agreements and as what to know precisely.
#pragma once
#include <cstdint>
#include <string_view>

namespace thirdring {

/// The same names, units and meanings as in the table of measures, which also says how each is computed.
struct MeasureName {
  enum class Unit : std::uint8_t { share, time, number };
  std::string_view name;
  Unit unit;
  std::string_view meaning;
};

inline constexpr MeasureName measure_names[] = {
    {"service_level", MeasureName::Unit::share,
     "Share of calls answered within the acceptable wait, by the formula the scenario chooses (offered "
     "unless it says otherwise); ratio of expectations: all such calls over all calls that count."},
    {"service_level.answered_only", MeasureName::Unit::share,
     "Answered within the acceptable wait / answered."},
    {"service_level.offered", MeasureName::Unit::share,
     "Answered within the acceptable wait / (answered + abandoned)."},
    {"service_level.ignore_abandoned_within", MeasureName::Unit::share,
     "Answered within the acceptable wait / (answered + abandoned later than it)."},
    {"service_level.abandoned_within_positive", MeasureName::Unit::share,
     "Answered or abandoned within the acceptable wait / (answered + abandoned)."},
    {"service_level.exclude_short", MeasureName::Unit::share,
     "Answered within the acceptable wait / (answered + abandoned, but for short abandons)."},
    {"service_level.short_positive", MeasureName::Unit::share,
     "Answered within the acceptable wait, or a short abandon / (answered + abandoned)."},
    {"service_level.removed_within", MeasureName::Unit::share,
     "Answered, abandoned or left for a callback within the acceptable wait / (answered + abandoned + left "
     "for a callback)."},
    {"service_level.with_blocked", MeasureName::Unit::share,
     "Answered within the acceptable wait / (answered + abandoned + blocked)."},
    {"answered_within_rings", MeasureName::Unit::share,
     "Answered by the n-th ring (rings of the scenario, three unless it says otherwise, times the ring "
     "cycle) / (answered + abandoned)."},
    {"calls", MeasureName::Unit::number,
     "Calls that came per day (in a table by period: per period), redials included."},
    {"calls_answered", MeasureName::Unit::number, "Calls answered per day (by period: per period)."},
    {"abandoned", MeasureName::Unit::share,
     "Share of callers who hung up while they waited or while it rang: abandoned / (answered + abandoned)."},
    {"abandoned.without_short", MeasureName::Unit::share,
     "The same without short abandons, above and below the line."},
    {"blocked", MeasureName::Unit::share,
     "Share of all attempts that heard the busy tone: no free line, or no place in the queue."},
    {"balked", MeasureName::Unit::share,
     "Share of all calls that hung up at once because no agent was free."},
    {"turned_away", MeasureName::Unit::share,
     "Share of all attempts that equipment out of order turned away, or cut while they waited."},
    {"redials_per_caller", MeasureName::Unit::number, "Further attempts / first attempts."},
    {"delay_probability", MeasureName::Unit::share,
     "Share of the calls let in that found no free agent, those who balked included."},
    {"speed_of_answer", MeasureName::Unit::time,
     "Mean wait of the answered, from asking for a person to the answer, ringing included."},
    {"mean_wait", MeasureName::Unit::time,
     "Mean wait of all who waited to some end: answered, abandoned, left for a callback, disconnected at "
     "close."},
    {"mean_wait.abandoned", MeasureName::Unit::time, "Mean wait of those who hung up."},
    {"wait_p50", MeasureName::Unit::time, "Half of the answered waited no longer."},
    {"wait_p80", MeasureName::Unit::time, "80 % of the answered waited no longer."},
    {"wait_p90", MeasureName::Unit::time, "90 % of the answered waited no longer."},
    {"wait_p95", MeasureName::Unit::time, "95 % of the answered waited no longer."},
    {"wait_p99", MeasureName::Unit::time, "99 % of the answered waited no longer."},
    {"max_wait", MeasureName::Unit::time,
     "Longest wait of a run, answered or abandoned; mean over the runs."},
    {"mean_queue", MeasureName::Unit::number, "Calls waiting, mean over the open time."},
    {"longest_queue", MeasureName::Unit::number,
     "Most calls of one type waiting at a time in a run; mean over the runs."},
    {"rings_heard", MeasureName::Unit::number,
     "Rings heard by the answered, counted from asking for a person; the first begins at once."},
    {"disconnected", MeasureName::Unit::number,
     "Calls per day that were still waiting when the centre closed."},
    {"unfinished", MeasureName::Unit::number, "Calls per day still in the system when the run ended."},
    {"lines_busy", MeasureName::Unit::share, "Share of the open time during which no line was free."},
    {"lines_used", MeasureName::Unit::share, "Lines in use, mean share of all lines over the open time."},
    {"ring_time", MeasureName::Unit::time,
     "Time a call rings at agents' telephones (callbacks: is dialled), for each answered call."},
    {"talk_time", MeasureName::Unit::time, "Talk time for each answered call, without hold."},
    {"hold_time", MeasureName::Unit::time, "Hold time for each answered call, held or not."},
    {"wrap_up_time", MeasureName::Unit::time, "After-call work for each answered call."},
    {"handle_time", MeasureName::Unit::time,
     "Talk, hold, hand-over and wrap-up time for each answered call."},
    {"held", MeasureName::Unit::share, "Share of answered calls put on hold."},
    {"hung_up_on_hold", MeasureName::Unit::share, "Share of answered calls whose caller hung up on hold."},
    {"cut_off", MeasureName::Unit::share,
     "Share of answered calls that equipment out of order cut in the conversation."},
    {"interrupted", MeasureName::Unit::number,
     "Times that preemptible work was interrupted by a call, for each answered (finished) one."},
    {"taken_back", MeasureName::Unit::number,
     "Times a call was taken back from a telephone that nobody picked up, for each call."},
    {"transferred", MeasureName::Unit::share, "Share of answered calls passed on to others."},
    {"escalated", MeasureName::Unit::share, "Share of answered calls passed to the team lead."},
    {"escalation_wait", MeasureName::Unit::time,
     "Mean wait of escalations for a team lead, of those a lead answered."},
    {"withdrawn", MeasureName::Unit::share,
     "Share of escalations that went another way because no lead was free in time."},
    {"solved", MeasureName::Unit::share, "Share of answered calls that need no repeat call."},
    {"callback_offered", MeasureName::Unit::share, "Share of all calls that were offered a callback."},
    {"callback_accepted", MeasureName::Unit::share, "Share of the callbacks offered that were accepted."},
    {"callback_promised", MeasureName::Unit::share,
     "Share of answered calls that ended with the promise of a callback."},
    {"callbacks", MeasureName::Unit::number,
     "Callbacks accepted or promised per day (by period: per period)."},
    {"callback_reached", MeasureName::Unit::share, "Share of the callbacks that reached the customer."},
    {"callback_in_time", MeasureName::Unit::share,
     "Share of the callbacks that reached the customer before they were due."},
    {"callback_wait", MeasureName::Unit::time,
     "Mean time from the request for a callback until the customer is reached."},
    {"not_reached", MeasureName::Unit::share,
     "Share of the attempts to call back that the customer did not answer."},
    {"agents", MeasureName::Unit::number, "Agents signed on (breaks not counted), mean over the open time."},
    {"occupancy", MeasureName::Unit::share,
     "Time dialling, talking, holding, handing over, wrapping up, travelling and working on cases / time "
     "signed on "
     "(breaks not counted)."},
    {"travelling", MeasureName::Unit::share,
     "Time on the way to the sites of cases / time signed on (breaks not counted)."},
    {"working_on_cases", MeasureName::Unit::share,
     "Time of work on cases, without travel and paperwork / time signed on (breaks not counted)."},
    {"utilisation", MeasureName::Unit::share,
     "Time dialling, talking, holding, handing over, wrapping up, travelling and working on cases / paid "
     "time "
     "(breaks counted)."},
    {"calls_per_agent_hour", MeasureName::Unit::number,
     "Calls of all kinds answered for each hour that an agent is signed on."},
    {"paid_hours", MeasureName::Unit::number, "Hours paid per day, breaks and overtime included."},
    {"cost", MeasureName::Unit::number, "Cost of the paid hours per day."},
};

}  // namespace thirdring
