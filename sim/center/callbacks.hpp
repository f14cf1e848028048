// Calling back: offered instead of a wait, or promised in the conversation.
#pragma once
#include "sim/center/call.hpp"
#include "sim/model/call_type.hpp"

namespace thirdring {

struct Rooms;
struct CallRecord;

/// A callback is one more leg of the contact.  It waits in a queue like a call, in the caller's old place or
/// behind, or for the one agent who promised it; then that agent dials, and the customer may or may not be
/// reached.
class Callbacks {
 public:
  explicit Callbacks(Rooms& rooms) : rooms_(rooms) {}

  /// A caller would have to wait: offers a callback if the centre does so now.  True if the caller took it.
  bool takes(CallRecord& call);
  /// The contact goes on as a callback of type `callback`; its leg has ended.  `promised_by`: `none` for
  /// anyone.
  void request(CallRecord& call, TypeId callback, AgentId promised_by);
  /// The same with other times than those of the type, counted from now.
  void request(CallRecord& call, TypeId callback, AgentId promised_by, Seconds not_before, Seconds due);
  /// The call that follows a served one, if the chances say so; null: none.
  const FollowUp* follow_up(const CallRecord& call) const;
  /// Calls that nobody asked for wait for the next opening.
  void close();
  /// It may be made from now on.
  void ready(CallRecord& call);
  /// The agent who promised it had no time for too long: anyone may make it.
  void same_agent_timeout(CallRecord& call);
  /// An agent dials.
  void dial(CallRecord& call);
  void dialled(CallRecord& call);

 private:
  static const Callback& law(const CallRecord& call);

  bool waits_for_opening(CallRecord& call);

  Rooms& rooms_;
};

}  // namespace thirdring
