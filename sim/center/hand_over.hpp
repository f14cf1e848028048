// Passing a call on: escalation to the team lead, and transfer to other agents.
#pragma once
#include "sim/center/call.hpp"
#include "sim/model/call_type.hpp"

namespace thirdring {

struct Rooms;
struct CallRecord;

/// Cold: the agent is rid of the call and the caller waits alone.  Warm: the agent stays with the caller until the
/// next agent answers and has been told.  Each passing ends one leg of the contact and begins another.
class HandOver {
 public:
  explicit HandOver(Rooms& rooms) : rooms_(rooms) {}

  /// Decides at the end of the talk; true if the call has been passed on.
  bool passes_on(CallId id);
  /// The next agent has answered a warm hand-over and is told what it is about.
  void tell(CallId id);
  void told(CallId id);
  /// No team lead had time within the limit.
  void lead_timeout(CallId id);

  /// Laws of a leg: those of its type, or for an escalation those that the escalating type states.
  const Distribution& talk(const CallRecord& call) const;
  const Distribution& wrap_up(const CallRecord& call) const;
  const Distribution& patience(const CallRecord& call) const;

 private:
  void escalate(CallId id, const Escalation& escalation);
  void transfer(CallId id, const Transfer& transfer);
  /// Ends the leg, lets the agent go (cold) or keeps them (warm), and begins a leg of type `to` that seeks an agent.
  void pass_on(CallId id, TypeId to, bool warm, const Distribution& hand_over);
  void give_up_lead(CallId id);
  const Escalation* escalation_of(const CallRecord& call) const;

  Rooms& rooms_;
};

}  // namespace thirdring
