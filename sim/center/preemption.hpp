// Work that calls interrupt.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/calls.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

struct Rooms;

/// A call that finds nobody free takes an agent from preemptible work of lower priority: of the groups that
/// it may use by now the first that has any, there the work of the lowest priority, of that what began last.
/// The work waits in its old place, which is the head of its queue, and goes on where it stopped; it stays
/// the same leg.
class Preemption {
 public:
  explicit Preemption(Rooms& rooms);

  void start();
  /// Whether there is such work in this centre at all.
  bool any() const { return any_; }
  /// An agent begins with work, or goes on with it.
  [[gnu::noinline]] void begin(CallRecord& work);
  /// It is done, or cut.
  [[gnu::noinline]] void over(const CallRecord& work);
  /// Nobody is free for the call: offers it to an agent who is interrupted.  False: there is none.
  [[gnu::cold, gnu::noinline]] bool interrupts(CallRecord& call);

 private:
  /// The agents of a group who are at work of one type, the last one on top.
  struct Stack {
    TypeId type;
    std::uint32_t priority;
    AgentId top = none;
  };
  struct AtWork {
    CallId call = no_call;
    Seconds until = 0;
    std::uint32_t stack = 0;
    AgentId above = none, below = none;
  };
  struct Rest {
    std::uint64_t contact = 0;
    std::uint32_t leg = 0;
    Seconds left = 0;
  };
  void put(AgentId agent, const CallRecord& work, Seconds until);
  void take(AgentId agent);
  AgentId agent_for(const CallRecord& call) const;
  void interrupt(AgentId agent);

  Rooms& rooms_;
  bool any_ = false;
  std::vector<Stack> stacks_;              // group by group, the lowest priority first
  std::vector<std::uint32_t> first_;       // by group
  std::vector<std::uint32_t> priorities_;  // group x type
  std::vector<AtWork> agents_;
  std::vector<Rest> rests_;  // by call: what is left of it
};

}  // namespace thirdring
