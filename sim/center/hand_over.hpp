// Passing a call on: escalation to the team lead, and transfer to other agents.
#pragma once
#include "sim/center/call.hpp"
#include "sim/model/call_type.hpp"

namespace thirdring {

struct Rooms;
struct CallRecord;

/// Cold: the agent is rid of the call and the caller waits alone.  Warm: the agent stays with the caller
/// until the next agent answers and has been told.  Each passing ends one leg of the contact and begins
/// another.
class HandOver {
 public:
  explicit HandOver(Rooms& rooms) : rooms_(rooms) {}

  /// Decides at the end of the talk, by the chances of the call's type; true if the call has been passed on.
  bool passes_on(CallRecord& call);
  /// Whether it will be.
  bool decides(const CallRecord& call) const;
  /// Passes the call to a group of leads; `none`: the usual ones.
  void escalate(CallRecord& call, GroupId leads);
  /// Passes it on as a call of type `to`.
  void transfer(CallRecord& call, TypeId to, bool warm, const Distribution& hand_over);
  /// Passes it to one agent; after `within` it waits for anyone.
  void back_to(CallRecord& call, AgentId agent, Seconds within);
  /// The next agent has answered a warm hand-over and is told what it is about.
  void tell(CallRecord& call);
  void told(CallRecord& call);
  /// No team lead had time within the limit.
  void lead_timeout(CallRecord& call);

 private:
  double escalation_chance(const CallRecord& call) const;
  bool escalates(const CallRecord& call) const;
  /// The transfer that the chances decide on; null: none.
  const Transfer* way(const CallRecord& call) const;
  /// Ends the leg, lets the agent go (cold) or keeps them (warm), and begins a leg of type `to` that seeks an
  /// agent.
  void pass_on(CallRecord& call, TypeId to, bool warm, const Distribution& hand_over);
  void give_up_lead(CallRecord& call);

  Rooms& rooms_;
};

}  // namespace thirdring
