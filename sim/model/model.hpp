// A centre, complete and checked: what a run needs to know and nothing else.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/agents.hpp"
#include "sim/model/agreements.hpp"
#include "sim/model/calendar.hpp"
#include "sim/model/call_type.hpp"
#include "sim/model/outages.hpp"

namespace thirdring {

enum class AgentChoice : std::uint8_t { longest_idle, least_occupied, fixed_order };
enum class QueueChoice : std::uint8_t {
  priority_then_longest_wait,
  weighted_wait,                   ///< the largest weight of type x wait
  longest_queue,                   ///< the type with most calls waiting
  priority_then_earliest_deadline  ///< who has none comes last, by longest wait
};
/// The period in which a call counts.
enum class Credit : std::uint8_t { arrival, answer, end };
/// How the service level treats those who were not answered; the names of measures.md.
enum class ServiceLevelFormula : std::uint8_t {
  answered_only,
  offered,
  ignore_abandoned_within,
  abandoned_within_positive,
  exclude_short,
  short_positive,
  removed_within,
  with_blocked
};

struct RingRules {
  Seconds cycle = 5;                ///< from one ring to the next
  Seconds take_back_after = never;  ///< ring-on-no-answer
};

struct Measuring {
  Credit credit = Credit::arrival;
  ServiceLevelFormula formula = ServiceLevelFormula::offered;
  Seconds acceptable_wait = 20;
  Seconds short_abandon = 5;
  std::uint32_t rings = 3;  ///< "answered by the third ring"
};

/// How often to run, unless the command line says otherwise.
struct RunPlan {
  struct Precision {
    struct Goal {
      std::string measure;
      double half_width = 0;  ///< absolute, in the measure's unit
    };
    std::vector<Goal> goals;  ///< all are to be reached
    std::uint64_t at_most = 10000;
  };
  std::uint64_t replications = 100;
  std::optional<Precision> precision;
  std::uint64_t seed = 1;
  Seconds warm_up = 0;
  bool finds_warm_up = false;   ///< `warm_up` is to be found from the run itself
  bool warm_up_settled = true;  ///< false: looked for, and not found in the first half of the run
};

/// Groups that are in one place.
struct Site {
  std::string name;
  std::vector<GroupId> groups;
};

/// Contacts that the centre itself wants to call.
struct OutboundList {
  TypeId type = none;          ///< derived, a callback of its own
  std::uint32_t contacts = 0;  ///< each day, at its opening
};

/// A machine that calls customers before agents ask for them, so that no agent waits for an answer; customers
/// reached while no agent is free may wait, as the law of their type says.
struct Dialler {
  TypeId type = none;
  GroupId group = none;           ///< for whose idle agents it calls
  double numbers = 1;             ///< called for each idle agent, all together rounded
  std::uint32_t idle = 1;         ///< as many of the group are idle at least
  std::uint32_t idle_of_all = 0;  ///< as many of all groups together
  double reached = 1;             ///< chance that a customer answers
  Distribution dial;              ///< from dialling to the answer, or to giving up
  struct Hours {
    Seconds from, until;
  };
  std::vector<Hours> hours;  ///< when it works, ascending
};

struct Model {
  std::string name, why;
  Calendar calendar;
  std::vector<CallType> call_types;  ///< inbound ones first, in the order of the scenario, then derived ones
  std::vector<AgentGroup> groups;
  std::vector<Site> sites;
  std::vector<OutboundList> outbound;
  std::vector<Dialler> diallers;
  std::vector<Outage> outages;
  std::vector<ServedArea> areas;
  std::vector<CaseKind> cases;
  WorkingDays working_days;
  std::optional<Distribution> busyness;  ///< one factor a day on the arrivals of all types
  std::uint32_t lines = 0xffffffffU;     ///< trunk lines
  RingRules ringing;
  AgentChoice agent_choice = AgentChoice::longest_idle;
  QueueChoice queue_choice = QueueChoice::priority_then_longest_wait;
  Measuring measuring;
  std::vector<Situation> situations;        ///< of all conversations, call type by call type
  std::vector<std::string> proficiencies;   ///< names of levels
  std::vector<std::string> counters, ends;  ///< named in conversations
  std::vector<Agreement> agreements;
  std::string currency;
  RunPlan run;
  /// Waits up to which answers, abandonments and callbacks are counted, ascending; holds acceptable_wait,
  /// short_abandon, rings x cycle and every agreement's threshold.
  std::vector<Seconds> thresholds;

  /// Index of a threshold that the model holds.
  std::size_t threshold_index(Seconds wait) const;
};

}  // namespace thirdring
