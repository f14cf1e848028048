// The calls that are in the centre now.
#pragma once
#include <deque>
#include <utility>
#include <vector>

#include "sim/center/call.hpp"
#include "sim/model/call_type.hpp"

namespace thirdring {

inline constexpr CallId no_call = 0xffffffffU;

/// What the rooms note on a call.
struct CallNotes {
  /// Where the call is; says which of the notes below are in use.
  enum class Place : std::uint8_t {
    gone,
    elsewhere,
    at_home,
    menu,
    queue,
    personal_queue,
    ringing,
    dialling,
    with_agent
  };

  CallId id = no_call;
  Place place = Place::gone;
  std::uint32_t queue = 0;  ///< where it waits: of its type, for the groups that it may use by now
  EventId ring = no_event;  ///< what ends the present menu, ring, dialling, talk, hold or hand-over
  EventId patience = no_event;
  CallId next = no_call, previous = no_call;  ///< in its queue
  const CallType* law = nullptr;              ///< of its type
  Seconds since = 0;                          ///< when the present ring, hold, dialling or talk began
};

/// Observers see only the Call.
struct alignas(64) CallRecord : Call, CallNotes {
  /// Laws of the leg: those of its type, or with a team lead those that the escalating type states.
  const Distribution& talk_law() const { return aside->escalation ? aside->escalation->talk : law->talk; }
  const Distribution& wrap_up_law() const {
    return aside->escalation ? aside->escalation->wrap_up : law->wrap_up;
  }
};

/// Hands out records and takes them back.  Ids are small numbers, used again.  A reference to a record is
/// good until the next one is created, which happens only when somebody new calls.
class Calls {
 public:
  /// A copy of `like`, with an id of its own.
  CallRecord& create(const CallRecord& like) {
    if (free_ == no_call) [[unlikely]]
      return grow(like);
    const CallId id = free_;
    CallRecord& call = records_[id];
    free_ = call.next;
    // In two parts, which compilers copy without a loop.
    static_cast<Call&>(call) = like;
    static_cast<CallNotes&>(call) = like;
    call.id = id;
    return call;
  }
  void release(CallRecord& call) {
    call.place = CallRecord::Place::gone;
    call.next = free_;
    free_ = call.id;
  }
  /// What is kept aside of a call, to write to it.
  CallAside& aside(CallRecord& call) {
    if (call.aside == &nothing_aside) put_aside(call);
    return const_cast<CallAside&>(*call.aside);
  }
  /// Nobody stays on the line for a hand-over any more; who did.
  AgentId dismiss_teller(CallRecord& call) {
    return call.aside->handing_over == none ? none : std::exchange(aside(call).handing_over, none);
  }
  /// Fetches the record of a call that is probably needed next; the id may be that of no call.
  void prepare(CallId id) const {
    const char* const record = reinterpret_cast<const char*>(records_.data() + id);
    for (std::size_t line = 0; line < sizeof(CallRecord); line += 64) __builtin_prefetch(record + line);
  }
  CallRecord& operator[](CallId id) { return records_[id]; }
  std::size_t size() const { return records_.size(); }  ///< ids are below this
  void clear();

 private:
  [[gnu::noinline]] CallRecord& grow(const CallRecord& like);
  [[gnu::noinline]] void put_aside(CallRecord& call);

  std::vector<CallRecord> records_;
  std::deque<CallAside> asides_;  // by id; those of calls that need none are not in use
  CallId free_ = no_call;         // the first of a list
};

}  // namespace thirdring
