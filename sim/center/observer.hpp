// The only way out of a run.
#pragma once
#include "sim/center/call.hpp"
#include "sim/center/case.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

/// What an agent is doing.
enum class AgentState : std::uint8_t {
  off,  ///< not signed on
  on_break,
  away,  ///< after not answering in time
  idle,
  ringing,
  dialling,  ///< making a callback
  talking,
  holding,       ///< the caller is on hold
  handing_over,  ///< warm transfer or escalation: waiting for the other agent, and telling
  wrap_up,
  travelling,  ///< to the site of a case
  working      ///< on a case
};
inline constexpr std::size_t agent_states = 12;

/// Watches a run.  Every method has an empty body, so that an observer states only what it looks at.
/// Observers never change a run.  Times are seconds from time 0 and never fall from one notice to the next.
class Observer {
 public:
  virtual ~Observer() = default;

  /// Period `p` begins (also the first one, at time 0, when nobody has signed on yet).
  virtual void period_begins(PeriodId /*p*/, Seconds /*now*/) {}
  virtual void agent_changes(GroupId, AgentId, AgentState /*from*/, AgentState /*to*/, Seconds /*now*/) {}
  /// A call begins or stops waiting; `waiting`: calls of its type that wait from now on.
  virtual void queue_changes(TypeId, std::uint32_t /*before*/, std::uint32_t /*after*/, Seconds /*now*/) {}
  /// Trunk lines in use, told only in centres whose lines are limited.
  virtual void lines_change(std::uint32_t /*before*/, std::uint32_t /*after*/, Seconds /*now*/) {}
  /// Equipment of the centre fails or works again, or an area loses power or has it again.
  virtual void outage_changes(OutageId, bool /*begins*/, Seconds /*now*/) {}
  /// Work is interrupted by a call.
  virtual void interrupted(const Call&) {}
  /// In conversations: told when it is certain, which may be a little before.
  virtual void situation_happens(const Call&, SituationId) {}
  virtual void counted(const Call&, CounterId) {}
  virtual void earns(const Call&, double /*revenue*/) {}
  /// A leg is over (or the run is, with outcome `unfinished`).  Told once for every leg.
  virtual void leg_ends(const Call&) {}
  /// A case is closed (or the run is over).  Told once for every case that was opened.
  virtual void case_ends(const Case&) {}
  /// Nothing happens any more.
  virtual void run_ends(Seconds /*now*/) {}
};

}  // namespace thirdring
