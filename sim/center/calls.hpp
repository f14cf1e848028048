// The calls that are in the centre now.
#pragma once
#include <vector>

#include "sim/center/call.hpp"
#include "sim/kernel/event_list.hpp"
#include "sim/model/distribution.hpp"

namespace thirdring {

inline constexpr CallId no_call = 0xffffffffU;

/// A call and what the rooms note on it.  Observers see only the Call.
struct CallRecord : Call {
  /// Where the call is; says which of the notes below are in use.
  enum class Place : std::uint8_t {
    gone, elsewhere, at_home, menu, queue, personal_queue, ringing, dialling, with_agent
  };

  Place place = Place::gone;
  std::uint8_t stage = 0;        ///< how far down its route it may look
  EventId ring = no_event;       ///< the ring in progress: picked up or taken back
  EventId patience = no_event;
  EventId overflow = no_event;
  EventId timeout = no_event;    ///< tried long enough for a team lead, or for the same agent
  CallId next = no_call, previous = no_call;  ///< in its queue
  AgentId handing_over = none;   ///< the agent who stays with the caller until the next one knows
  const Distribution* hand_over_law = nullptr;
  Seconds remaining_talk = 0;    ///< after a hold
  Seconds since = 0;             ///< when the present ring, hold, dialling or talk began
};

/// Hands out records and takes them back.  Ids are small numbers, used again.
class Calls {
 public:
  CallId create() {
    if (free_.empty()) return grow();
    const CallId id = free_.back();
    free_.pop_back();
    records_[id] = CallRecord{};
    return id;
  }
  void release(CallId id) {
    records_[id].place = CallRecord::Place::gone;
    free_.push_back(id);
  }
  CallRecord& operator[](CallId id) { return records_[id]; }
  std::size_t present() const { return records_.size() - free_.size(); }
  std::size_t size() const { return records_.size(); }  ///< ids are below this
  void clear();

 private:
  CallId grow();

  std::vector<CallRecord> records_;
  std::vector<CallId> free_;
};

}  // namespace thirdring
