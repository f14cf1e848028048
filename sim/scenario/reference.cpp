// The reference for planners: what cannot be said in a table, and the table of keys.
#include <fmt/format.h>

#include "sim/model/measure_names.hpp"
#include "sim/scenario/keys.hpp"

namespace thirdring {
namespace {

constexpr const char* introduction = R"(# Scenarios

A scenario is a YAML file that describes a call centre and what to find out about it. This page is made from the same
table that the program reads scenarios by, so the two cannot differ. Editors that know the YAML language server check a
scenario while it is written if its first line is

    # yaml-language-server: $schema=../sim/scenario/scenario.schema.json

`thirdring check FILE` lists everything that is wrong with a file, each with its line, column and path.

## Values

| kind | written | note |
| --- | --- | --- |
| share | `5 %` | from 0 % to 100 % |
| duration | `20 s`, `3 min`, `1.5 h`, `1 h 30 min`, `2 days` | a number without a unit is refused |
| working days | `1 working day`, `7 working days` | only in deadlines of cases and agreements on them; counted on the calendar `working_days` |
| dates | `2026-10-01`, `2026-10-01 to 2026-10-07` | both included |
| weekdays | `mon-fri`, `mon, wed, fri` | |
| rings | `3 rings` | only where a wait may be said in rings; a ring lasts `ringing.cycle` |
| rate | `240/h`, `4/min`, `100/day` | calls per time |
| money per time | `25/h` | in the scenario's currency |
| time of day | `08:30`, `08:30:15` | local time without daylight-saving changes; `24:00` is the end of a day |
| time of one date | `2026-03-02 08:30` | a time of day without a date comes on every day |
| opening hours | `08:00-20:00`, `closed` | closing at or before the opening means the next day |
| yes or no | `yes`, `no` | |
| number | `12.5` | not negative, without a unit |

## Distributions

Wherever a distribution is due, a constant may stand: `talk: 3 min`. Otherwise it is named by its mean and spread:

| written | meaning |
| --- | --- |
| `{distribution: exponential, mean: 3 min}` | |
| `{distribution: lognormal, mean: 3 min, cv: 0.8}` | likewise `gamma`, `normal` (cut at 0) and `hyperexponential` (cv of at least 1) |
| `{distribution: weibull, mean: 3 min, shape: 1.5}` | |
| `{distribution: uniform, low: 1 min, high: 3 min}` | |
| `{distribution: triangular, low: 1 min, mode: 2 min, high: 5 min}` | |
| `{quantiles: {50 %: 2 min, 90 %: 6 min}}` | the lognormal distribution through two quantiles |
| `{quantiles: {0 %: 0 s, 50 %: 2 min, 100 %: 9 min}}` | any, linear between the quantiles |
| `{file: talk.csv}` | observed values |
| `{mixture: [{chance: 80 %, of: 30 s}, {chance: 20 %, of: {distribution: exponential, mean: 5 min}}]}` | |

`cv` is the coefficient of variation: the standard deviation over the mean.

## Files beside the scenario

Their names are relative to the scenario. They are CSV files with one header line, separated by commas or semicolons.
- `arrivals.file` has the columns `time,calls`: the start of each open period and the expected calls in it. Times of day
  (`08:30`) stand for that period on every day, times of one date (`2026-03-02 08:30`) for one. Every open period must be there once.
- `arrivals.times_file` has the column `time`: the very moments of calls, written the same way.
- a distribution's `file` has one column, whose header says the unit: `seconds`, `minutes` or `hours`; `value` for plain numbers.

A conversation's `use` is a YAML file with a map of situations; names of files in it are relative to it.

## Building on another scenario

`based_on: courier.yaml` takes everything from that file; what is said beside it differs. Maps are merged key by key, lists
and values are replaced, and `null` takes a key away. Of keys that exclude each other (`rate` and `volumes`, `staffing` and
`shifts`, ...) the new one remains; a new `distribution` drops the parameters which the new law has not.
`--set path=value` does the same from the command line: `--set agent_groups.tier1.staffing.3=12`.
YAML anchors, aliases and merge keys (`<<`) work within a file. A key may be there once.

## Days and periods

Time 0 is the opening of the first day. `length: 12 h` is one day (or, with `days`, each day) from the time of day of the
start; `hours` may differ by weekday; `days` alone is a line open around the clock. Each day's open hours are cut into
periods; lists of volumes and of staffing have one value for each open period, of one day or of the whole run. Shifts are worked on
every date that is open (around the clock: also those of the eve that reach into the run), and who is on shift when the run begins is there from time 0.

## Calls that follow from others

They have their own rows in reports, and groups may list them as skills:
- `enquiry.callback`: the callbacks of a type with a `callback` block. Groups that list it make them; if none does, every
  group that serves the type, at the same priority when `keeps_place`, behind all else when not.
- `escalation`: calls passed to the team leads, whose group must list the skill. With several groups of leads they are
  `escalation.NAME OF THE GROUP`; each group may list its own simply as `escalation`. `escalation.callback` are calls that leads return.
- `enquiry.transfer.tier2`: calls of a type passed to a group.
- `enquiry.survey` and `outbound.renewals`: see "Other work of the same agents".
- `complaint`, `complaint.contact`: cases by their names, and their first contacts.

## Conversations

A call type says what agent and caller talk about beside the matter itself: `conversation: courier`, or several
conversations, which are independent of each other. A conversation is a map of situations, each with a `stage`, a `chance`, a condition
(`when`) and its `steps`:

    conversations:
      courier:
        use: library/courier_conversation.yaml       # a file with situations, shared between scenarios
        silent_call: {chance: 2 %}                   # of one in that file, what differs; 0 % switches it off
        slow_answer:
          stage: opening
          chance: 8 %
          when: rings > 3
          steps: [say: 12 s, count: service_complaint]

- Stages: the *opening* comes before the talk, where the call began (not in calls passed on to the type); the *body* at the
  end of the talk, or at a share of it (`at: 30 %`); *hold* after each hold; the *closing* after the talk, unless the call is passed on.
- Situations without a chance always happen, in their order. Of a conversation's situations with a chance at most one happens
  in each stage (of *hold*: after each hold): one number is compared with the chances of those whose condition holds, one after the other. So
  the chances that can come together are at most 100 %.
- Conditions compare, joined by `and`: `rings > 3` (heard until the answer), `waited > 1 min`, `attempt = 1` (redials count on),
  `hour >= 20` (of the answer), `held > 1 min` (on hold so far; stages hold and closing), `call_type = complaint or booking`,
  `earlier_outcome != silent` (how the attempt before ended: abandoned, balked, busy, hung_up, outage, unsolved, or an `end`),
  `proficiency = new` (of the agent).
- Times in steps are as they are said; the talk is that of the call type times the `talk_factor` of the group.
- A step that ends the call or passes it on leaves the rest unsaid. A promised callback skips what is left of the talk; the call ends after
  its closing and is not passed on any more.
- `transfer: same_agent` goes on with the next step when that agent is not there, does not serve such calls, or is this one.
- Callbacks, calls with the leads and calls passed to a group have no conversation of their own.
- Reports tell of situations, counters, ends and revenue per day and per answered call of the types that have them.

A situation that can never happen, chances above 100 % and calls that are passed on for ever are refused.

## Cases

A case is work that a call leaves behind: a complaint to be answered, a fault to be repaired. Calls open it by a step of their
conversation (`open: complaint`) or by a chance of the call type (`opens: {fault: 60 %}`, of calls that end with their agent and promise no callback).
Who works it are agents of ordinary groups, with staffing, shifts, shrinkage and proficiency (whose `talk_factor` goes with the work):

    cases:
      complaint:
        worked_by: [back_office, {group: leads, after: 4 h}]
        contact: 8 min                      # a call to the customer first; then it waits for the rest
        contact_within: 1 working day
        work: {distribution: lognormal, mean: 40 min, cv: 1}
        answer_within: 7 working days
        escalate: {to: leads, before: 2 h}
      fault:
        worked_by: crews
        travel: {distribution: lognormal, mean: 25 min, cv: 0.5}
        work: 40 min
        on_site_within: 45 min
    working_days: {days: mon-fri, hours: 08:30-17:30, holidays: [2026-10-01 to 2026-10-07], make_up_days: [2026-10-10]}

- A case is opened, contacted, on site (where somebody travels), answered and closed. The first contact is the beginning of
  the block `contact`, otherwise of the work; the answer is the end of the work, the closing that of the paperwork (`wrap_up`).
- *Deadlines* run from the opening: by the clock (`2 h`), or to the end of working hours of the n-th working day after the day of the
  opening. What is opened outside working hours counts as opened when they next begin: `1 working day` ends on Tuesday for what is opened
  on Monday during or before working hours, and on Wednesday for what is opened on Monday evening.
- *Order*: `routing: {queue_choice: ...}` and the case's `priority` say which waiting case is next. First come: the same priority and
  `priority_then_longest_wait` (counted from the opening). By priority: priorities that differ. Earliest deadline: `priority_then_earliest_deadline`.
  The deadline is that of what the case waits for: the first contact, the arrival, or the answer (without one, the closing).
- *Escalation*: a case that still waits so long before (or after) that deadline may be taken by the group `to` as well, or is of priority 1.
- *Hours*: a group of which all skills are cases works as long as it is on duty, whether calls are taken or not. Agents who take calls too
  begin no case after close. A case in hand is finished first, in overtime if need be; waiting cases keep nobody there and go on when their
  groups are back. What is open when the run ends is reported, with what is overdue.

In the call trace (`--calls`) a case is a contact of its own, with a leg for the first contact and one for the work; travel stands in the column
`ring`, work in `talk`. `--cases` writes a row for each case with the times of its states and its deadlines.

Agreements on cases name their statistic: `{share: answered_within 7 working days, of: [complaint], at_least: 95 %}`,
`{statistic: mean, measure: on_site, of: [fault], at_most: 45 min}`, `{statistic: maximum, ...}`, `{percentile: 95 %, measure: answer, ...}`.
`contact`, `on_site`, `answer` and `close` are times from the opening, `wait` is the wait of calls. A case is judged in the day or period
in which it was opened; a maximum counts the time so far of cases that wait when the run ends.

## Proficiency

`proficiency: {new: {share: 30 %, talk_factor: 1.3, solved: 80 %, escalation: 1.5}}` says that three in ten agents of a group
take longer, solve less at first contact and call the team lead more often. They are always the same agents, spread evenly: of the first n
agents of a group (in a staffing of n those are there; shifts count one agent for each day) each level has its share, rounded.

`learning: {from: 1.5, to: 1, half_life: 28 days}` in place of the `talk_factor` lets it fall: on each day it is
`to` + (`from` - `to`) / 2^(service / half_life), the service at the run's begin plus the days since.

## Outages

Equipment of the centre fails, planned (`at`) or at random (`every`):

    outages:
      exchange: {at: 2026-03-02 10:00, lasts: 30 min, calls_in_progress: cut, leave_number: 30 %, call_later: 60 %, delay: 20 min}
      database: {every: {distribution: exponential, mean: 3 days}, lasts: 1 h, call_types: [enquiry]}
      north_down: {at: 2026-03-03 09:00, lasts: 2 h, sites: [north]}

- Of call types: who calls in that time, redials included, hears that it does not work and hangs up (outcome `outage`). With the chances
  a caller leaves a number, and is called back as the block `callback` says once it works again, or calls again after the delay.
  All callbacks to such callers wait until then.
- Of groups and sites: their agents do nothing, though they are paid. What rings or waits there goes on to the next groups of its route at
  once, and so do new callers until they are back.
- `calls_in_progress: cut` ends conversations (outcome `cut_off`) and the waits of these call types; otherwise they go on to their end.
- A conversation may ask for `earlier_outcome = outage`. Random outages go on at night; each has random numbers of its own.

## Served areas

Customers who have no power, or will have none, call all at once:

    served_areas:
      old_town:
        customers: 40000
        reliability: 99.90 %
        repair: {distribution: lognormal, mean: 2 h, cv: 0.8}
        power_cuts: [{at: 2026-03-02 18:00, lasts: 3 h}, {at: 2026-03-09 09:00, lasts: 4 h, announced: 7 days}]
        fault_calls: {call_type: fault, share: 4 %, delay: {distribution: exponential, mean: 20 min}}
        enquiries: {call_type: enquiry, share: 1 %, delay: {distribution: exponential, mean: 2 days}}

Of each power cut a Poisson number of customers call, each after a delay of their own, as calls of the type beside its own arrivals; none of them after the
power is back. Those who are not served redial as the call type says, power or not. With a reliability r random power cuts of mean length m come
8760 h x (1 - r) / m times a year, with exponential times between them.

## Sites

Several places under one number:

    sites:
      north: {groups: [north_desk], provinces: {liaoning: 3, jilin: 1}, overflow_after: 30 s}
      south: {groups: [south_desk], provinces: {guangdong: 4}, overflow_after: 30 s}

A call type with `home: north` comes to the groups of that site first, and may go to the others after the delay (at once while the site is
down). Without a home it is shared among the provinces by their weights: `enquiry` becomes `enquiry.liaoning`, `enquiry.jilin` and so on, which have their
own rows in reports and the same busyness. Skills, routes, reserves, agreements, conditions, outages and what is passed on from one shared type to another
are said of `enquiry` and mean all of them, or the one of the same province; reserves keep agents for calls whose home the site is. What
is passed on from a type that is not shared names the part, `enquiry.jilin`.

## Other work of the same agents

- `follow_ups: {correction: {chance: 2 %, after: 1 h, talk: 3 min}, survey: {chance: 10 %, after: 1 day, talk: 90 s, reached: 40 %, keep: 2}}` of a call type:
  calls to the customer that follow a served call, `enquiry.correction` and `enquiry.survey`.
- `outbound: {renewals: {contacts: 200, talk: 2 min, reached: 40 %, keep: 2}}`: lists of contacts, `outbound.renewals`, which groups list as a skill.
- Both come behind everything else that a group does, unless the skill has a `priority`; nobody is called while only `keep` agents are
  idle. What is left at close waits for the next day, and nobody stays for it.
- `preemptible: yes` in a call type is work that can be interrupted: a call of higher priority that finds nobody free takes the agent who began such work last. The
  work goes on where it stopped, as the first of its queue.
- `at_once: 3` of a group: each agent has three contacts (chats) at once, whose talk times are those beside the others.
- A telephone that connects only 5 s after off-hook is `menu: 5 s`: lines are taken at once, agents and waits come after it.

## Keys

`*` stands for a name of yours, or for a position in a list (counted from 0).
)";

std::string row(const ScenarioKey& key) {
  const std::string by_default = key.required             ? "required"
                                 : key.by_default.empty() ? ""
                                                          : "`" + key.by_default + "`";
  return fmt::format("| `{}` | {} | {} | {} |\n", key.path, key.type, by_default, key.meaning);
}

std::string unit(MeasureName::Unit unit) {
  return unit == MeasureName::Unit::share ? "share" : unit == MeasureName::Unit::time ? "duration" : "number";
}

constexpr const char* head_of_keys =
    "\n### {}\n\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n";

// First the keys of the scenario itself, then a section for each that holds more.
std::string key_tables() {
  std::string top = fmt::format(head_of_keys, "The scenario"), below, section;
  for (const ScenarioKey& key : scenario_keys()) {
    const std::size_t dot = key.path.find('.');
    if (dot == std::string::npos) {
      top += row(key);
      continue;
    }
    if (key.path.substr(0, dot) != section) {
      section = key.path.substr(0, dot);
      below += fmt::format(head_of_keys, section);
    }
    below += row(key);
  }
  return top + below;
}

std::string measure_table() {
  std::string text =
      "\n## Measures\n\nWhat `agreements` and `run.precision` can name:\n\n| measure | unit | meaning |\n| "
      "--- | --- | --- |\n";
  for (const MeasureName& measure : measure_names)
    text += fmt::format("| `{}` | {} | {} |\n", measure.name, unit(measure.unit), measure.meaning);
  return text;
}

}  // namespace

std::string scenario_reference() { return introduction + key_tables() + measure_table(); }

}  // namespace thirdring
