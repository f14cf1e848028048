// Which agent for a call, which call for an agent.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "sim/center/calls.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

struct Rooms;

/// Decides, never moves a call.  A decision looks at the groups of a route, or at the queues of a group's
/// skills.
class Routing {
 public:
  struct Step {
    GroupId group;
    std::uint32_t keep;  // agents of the group that are not for this call
  };

  explicit Routing(Rooms& rooms);

  /// A free agent for the call among the groups it may use by now, in the order of its route; `none` if there
  /// is none.
  AgentId agent_for(const CallRecord& call) const;
  /// The groups that the call may use by now.
  std::span<const Step> steps(const CallRecord& call) const {
    return {steps_.data() + first_step_[call.queue], steps_.data() + first_step_[call.queue + 1]};
  }
  /// The same for a case.  After close, agents who are there for callers begin none.
  AgentId agent_for_case(const CallRecord& call) const;
  void period_begins(bool open) { masks_ = open || !any_cases_ ? all_masks_.data() : callers_masks_.data(); }
  /// Whether agents of the group may begin a case now.
  bool begins_cases(GroupId group) const;
  /// The waiting call that an agent of the group should take; `idle`: free agents of the group, this one
  /// included.
  CallId call_for(GroupId group, std::uint32_t idle) const;
  /// Time from asking after which the call's next groups may take it; `never` when there are no more.
  Seconds next_stage_after(const CallRecord& call) const { return next_stage_[call.queue]; }
  /// Groups can do nothing from now on, or something again: calls go on at once from queues that only such
  /// groups serve.
  [[gnu::cold]] void groups_change();
  /// None of the groups that may take the call by now can do anything, and more will be asked.
  bool goes_on_at_once(const CallRecord& call) const { return next_stage_[call.queue] == 0; }
  void next_stage(CallRecord& call) const { ++call.queue; }
  /// Whether the agent is there, in a group to which calls of the type go.
  bool reaches(AgentId agent, TypeId type) const;
  /// The usual estimate of the wait of a call that would queue now: calls before it and itself, times the
  /// mean handling time, over the agents on duty in the groups of its route.
  Seconds expected_wait(TypeId type) const;

 private:
  void add_queues(TypeId type);
  void add_levels(GroupId group);
  std::uint32_t priority(const Skill& skill, std::uint32_t queue) const;
  std::uint32_t kept(GroupId group, TypeId type) const;
  bool may_take(std::uint32_t keep, std::uint32_t idle) const;
  struct Candidate {
    CallId call = no_call;  // the head of
    std::uint32_t queue = 0;
  };
  [[gnu::noinline]] CallId best_of_many(const std::uint64_t* mask, const std::uint64_t* end,
                                        const std::uint32_t* keep, std::uint32_t idle) const;
  /// Looks at some of the queues `first` to first + 63.
  [[gnu::noinline]] void look(std::uint32_t first, std::uint64_t queues, const std::uint32_t* keep,
                              std::uint32_t idle, Candidate& best) const;
  bool better(const Candidate& one, const Candidate& other) const;

  Rooms& rooms_;
  // By queue: the groups that its calls may use, and when the next ones join.
  std::vector<Step> steps_;
  std::vector<std::uint32_t> first_step_;
  std::vector<Seconds> next_stage_, usual_next_stage_;
  // By group: a mask of queues for each priority, the most urgent first.
  const std::uint32_t queues_, words_;
  const bool few_queues_by_priority_;
  std::vector<std::uint64_t> all_masks_, callers_masks_;
  const std::uint64_t* masks_ = nullptr;      // those that hold now
  std::vector<std::uint8_t> serves_callers_;  // by group
  bool any_cases_ = false;
  std::vector<std::uint32_t> first_mask_;
  std::vector<std::uint32_t> keep_;  // group x queue
  std::vector<Seconds> handling_;    // by type: mean talk and wrap-up
};

}  // namespace thirdring
