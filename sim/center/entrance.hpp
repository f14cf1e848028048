// From the arrival of a call until it has an agent or a place in a queue.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/calls.hpp"

namespace thirdring {

struct Rooms;

class Entrance {
 public:
  explicit Entrance(Rooms& rooms);

  void start();
  /// New callers wait where Queues::entry says.
  [[gnu::cold]] void entries_change();
  /// Number of the next contact.
  std::uint64_t next_contact() { return ++contacts_; }
  /// The next callers come in.
  void arrive();
  /// A dialler has reached a customer, whose call has this seed.
  [[gnu::cold]] void is_reached(TypeId type, std::uint64_t seed);
  /// A caller dials: line or busy tone, menu, then asks for a person.
  void enter(CallRecord& call);
  /// The caller asks for a person: waits and rings count from now.
  void ask(CallRecord& call);
  /// An agent if one is free; else turned away, called back later, or queued.
  void seek_agent(CallRecord& call);
  /// One agent, if free; else a place in that agent's own queue, for at most `within`; anyone if that agent
  /// is not there, or does not serve such calls.
  void seek(CallRecord& call, AgentId agent, Seconds within);
  /// Takes a place in the queue, with all timers.
  void wait_in_queue(CallRecord& call);
  void lose_patience(CallRecord& call);
  /// The patience timer, for who waits or hears it ring.
  void start_patience(CallRecord& call);
  /// The call has waited long enough for the next groups of its route.
  void overflow(CallRecord& call);
  /// The caller stops waiting.
  void leave_queue(CallRecord& call);
  /// Ends the leg unserved; the caller may redial with the chance.
  void turn_away(CallRecord& call, Outcome outcome, double redial_chance);
  /// All who wait for an agent on the line are disconnected, also those with whom another agent waits.
  void close();

 private:
  struct Caller {
    const CallType* law;
    TypeId type;
    std::uint32_t queue;
  };
  CallRecord& create(const Caller& caller, std::uint64_t seed);
  /// The timer for the next groups of the route.
  void await_next_stage(CallRecord& call);
  /// Who waits now is disconnected.
  bool closed() const;
  /// Ends a wait on the line; an agent who waited too is free to wrap up.
  void disconnect(CallRecord& call);

  Rooms& rooms_;
  std::vector<Caller> callers_;  // by source
  std::uint64_t contacts_ = 0;
};

}  // namespace thirdring
