// The agent's telephone rings: from the offer of a call until somebody talks, or nobody does.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/call.hpp"

namespace thirdring {

struct Rooms;
struct CallRecord;

/// An inbound call rings until the agent picks up, the caller gives up, or it has rung too long and is taken
/// back to the head of the queue.  For a callback it is the customer's telephone that rings.
class Ringing {
 public:
  explicit Ringing(Rooms& rooms);

  /// Offers a call that is in no queue to an agent who is idle or just getting free.
  void offer(CallRecord& call, AgentId agent);
  void picked_up(CallRecord& call);
  /// Nobody picked up in time.
  void taken_back(CallRecord& call);
  /// The agent can do nothing any more: the call goes on to another, or back to its queue.
  [[gnu::cold]] void leave_agent(CallRecord& call);
  /// The caller gave up while it rang: the agent is free again.
  void stop(CallRecord& call);

 private:
  [[gnu::noinline]] void ring_first(CallRecord& call);
  void ring(CallRecord& call);
  [[gnu::noinline]] void offer_to_another(CallRecord& call);

  Rooms& rooms_;
  std::size_t types_;
  std::vector<std::uint8_t> answers_at_once_;  // group x type
  bool all_at_once_;
};

}  // namespace thirdring
