// Which agent for a call, which call for an agent.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/calls.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

struct Rooms;

/// Decides, never moves a call.  A decision looks at the groups of a route, or at the queues of a group's
/// skills.
class Routing {
 public:
  explicit Routing(Rooms& rooms);

  /// A free agent for the call among the groups it may use by now, in the order of its route; `none` if there
  /// is none.
  AgentId agent_for(const CallRecord& call) const;
  /// The waiting call that an agent of the group should take; `idle`: free agents of the group, this one
  /// included.
  CallId call_for(GroupId group, std::uint32_t idle) const;
  /// Time from asking after which the call's next groups may take it; `never` when there are no more.
  Seconds next_stage_after(const CallRecord& call) const;
  void next_stage(CallRecord& call) const { ++call.stage; }
  /// Whether the agent is there, in a group to which calls of the type go.
  bool reaches(AgentId agent, TypeId type) const;
  /// Whether the group may give an agent to a call of the type while so many are idle (reservations).
  bool may_take(GroupId group, TypeId type, std::uint32_t idle) const;
  /// The usual estimate of the wait of a call that would queue now: calls before it and itself, times the
  /// mean handling time, over the agents on duty in the groups of its route.
  Seconds expected_wait(TypeId type) const;

 private:
  struct Stage {
    std::uint32_t steps;  // of the route, that may be used
    Seconds after;
  };
  struct Level {
    std::uint32_t first_word;  // of the mask of queues with this priority
  };
  bool better(std::uint32_t queue, CallId head, std::uint32_t than_queue, CallId than) const;

  Rooms& rooms_;
  std::vector<std::vector<Stage>> stages_;  // by type
  std::vector<std::vector<Level>> levels_;  // by group, the most urgent first
  std::vector<std::uint64_t> masks_;
  std::vector<std::uint32_t> min_idle_;  // group x type: more than so many must be idle
  std::vector<bool> serves_;             // group x type
  std::vector<Seconds> handling_;        // by type: mean talk and wrap-up
  std::uint32_t words_;
};

}  // namespace thirdring
