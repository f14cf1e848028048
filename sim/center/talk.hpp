// The conversation: talk, hold, and what it ends with.
#pragma once
#include <vector>

#include "sim/center/call.hpp"
#include "sim/model/distribution.hpp"

namespace thirdring {

struct Rooms;
struct CallRecord;
struct Outage;

class Talk {
 public:
  explicit Talk(Rooms& rooms);

  /// The agent has the caller on the line (after the ring, or the dialling).
  void answer(CallRecord& call);
  /// The agent's own conversation begins (after a hand-over, where there was one), as long as the law says.
  void begin(CallRecord& call, const Distribution& law);
  void hold_begins(CallRecord& call);
  void hold_over(CallRecord& call);
  /// The caller hangs up on hold.
  void hold_abandoned(CallRecord& call);
  /// The agent goes on with work for so long.
  [[gnu::noinline]] void go_on(CallRecord& work, Seconds takes);
  /// Equipment fails: the conversation ends in the middle.
  [[gnu::cold]] void cut(CallRecord& call, const Outage& outage);
  /// All is said: passes the call on, or ends it.
  void over(CallRecord& call);
  /// Factor on the talk time of a type with an agent of a group.
  double factor(AgentId agent, GroupId group, TypeId type) const;
  /// Ends the leg of a call that was served, and the agent's part in it; the contact goes on if `last_leg` is
  /// false.
  void end_served_leg(CallRecord& call, bool last_leg);

 private:
  // What most calls do not need stays out of line, so that those that do not need no registers for it.
  [[gnu::noinline]] void begin_with_more(CallRecord& call, Seconds talk);
  [[gnu::noinline]] void over_with_more(CallRecord& call);
  /// A callback, or another call by the same caller.
  void decide_what_follows(CallRecord& call);
  void finish(CallRecord& call);
  /// Another call to the customer follows; ends the leg then.
  [[gnu::noinline]] bool is_followed(CallRecord& call);
  void end_leg(CallRecord& call, bool last_leg);
  bool is_solved(const CallRecord& call) const;

  Rooms& rooms_;
  const std::size_t types_;
  bool any_factor_;             // on talk times
  std::vector<double> factor_;  // group x type
  /// What may come in and after the talk of a type; nothing for most.
  enum More : std::uint8_t { in_it = 1, after_it = 2, a_follow_up = 4, more_work = 8 };
  std::vector<std::uint8_t> more_;  // by type
};

}  // namespace thirdring
