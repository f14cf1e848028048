// Agent groups: what they can do, and when how many are there.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/distribution.hpp"

namespace thirdring {

struct Skill {
  TypeId type;
  std::uint32_t priority = 1;  ///< 1 is served first
  double talk_factor = 1;
};

/// One agent's working time, breaks included; times from time 0.
struct Shift {
  struct Break {
    Seconds at, length;
  };
  Seconds start = 0, end = 0;
  std::vector<Break> breaks;  ///< ascending, within the shift, not overlapping
};

/// Keep `agents` agents free for calls of `type`: other types get an agent only while more are idle.
struct Reservation {
  TypeId type;
  std::uint32_t agents;
};

/// A talk factor that falls with the weeks of service, by half of what is left in each half-life.
struct Learning {
  double from = 1, to = 1;  ///< at the beginning of service, and after many years
  Seconds half_life = 0;
  Seconds service = 0;  ///< at time 0

  /// After so many seconds of the run.
  double talk_factor(Seconds elapsed) const;
};

/// How some of a group's agents differ from the others.
struct Proficiency {
  std::uint32_t level;               ///< among Model::proficiencies
  double share;                      ///< of the group's agents
  double talk_factor = 1;            ///< on their talk time
  double solved = 1;                 ///< on the chance that a call needs no repeat call
  double escalation = 1;             ///< on the chance that a call goes to the team lead
  std::optional<Learning> learning;  ///< gives the talk factor of each day, from its opening on
};

struct AgentGroup {
  std::string name;
  std::vector<Skill> skills;
  /// Either agents per period (0 while closed) ...
  std::vector<std::uint32_t> staffing;
  /// ... or the shifts of single agents (one entry an agent and day).
  std::vector<Shift> shifts;
  double shrinkage = 0;  ///< chance that an agent is absent, drawn per agent and day
  Distribution pick_up;  ///< ring time until the agent answers
  Distribution away_after_no_answer = Distribution::constant(60);  ///< ring-on-no-answer: away so long
  GroupId team_lead = none;                                        ///< group that takes its escalations
  TypeId escalation_type = none;  ///< of a lead group: the derived type in which escalations wait for it
  std::vector<Reservation> reservations;
  double cost_per_hour = 0;
  std::vector<Proficiency> proficiencies;
  /// Contacts that an agent has at once (chats).  Everywhere else an agent is one of so many places that
  /// follow each other: staffing and shifts count places.  Times of agents are told of whole agents.
  std::uint32_t at_once = 1;

  /// Agents (places) who can be there, whether they come or not.
  std::uint32_t size() const;
  bool by_shifts() const { return !shifts.empty(); }
};

}  // namespace thirdring
