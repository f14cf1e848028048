// The agents: who is there, and what each is doing.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/calls.hpp"
#include "sim/center/idle_agents.hpp"
#include "sim/center/observer.hpp"

namespace thirdring {

struct Rooms;

/// Agents come and go by the staffing of their group or by their own shift, and always finish the call in
/// progress first.  A group staffed by numbers loses idle agents first, then whoever gets free next; a shift
/// is one agent's own. After close those who serve callers stay until the last call has gone, when the
/// calendar says so.
class Floor {
 public:
  explicit Floor(Rooms& rooms);

  /// Everybody off; draws who is absent.
  void start(std::uint64_t seed, std::uint64_t replication);
  void period_begins();
  void shift_changes(std::uint32_t position);
  /// After close: who stayed may go once nobody is left to serve.
  void go_home_if_done();

  std::uint32_t idle(GroupId group) const { return groups_[group].idle.size(); }
  std::uint32_t on_duty(GroupId group) const { return groups_[group].on_duty; }
  /// Agents with a call, or wrapping one up.
  std::uint32_t busy() const { return busy_; }
  /// The idle agent whose turn it is; there is one.
  AgentId choose(GroupId group) const { return groups_[group].idle.front(); }
  GroupId group(AgentId agent) const { return agents_[agent].group; }
  AgentState state(AgentId agent) const { return agents_[agent].state; }

  void change(AgentId agent, AgentState state);
  /// The agent's part in a call is over: `duration` of wrap-up, then free.
  void wrap_up(AgentId agent, Seconds duration) {
    if (duration <= 0) return free(agent);
    begin_wrap_up(agent, duration);
  }
  /// Wrap-up that follows a hand-over which is not over yet.
  void set_wrap_up(AgentId agent, Seconds duration) { agents_[agent].wrap_up = duration; }
  Seconds wrap_up_due(AgentId agent) const { return agents_[agent].wrap_up; }
  void wrap_up(AgentId agent) { wrap_up(agent, agents_[agent].wrap_up); }
  /// Away for a while after not answering; signed on but not available.
  void send_away(AgentId agent, Seconds duration);
  /// The agents of a group can do nothing from now on: who is idle is away, and so is who gets free.
  [[gnu::cold]] void stop(GroupId group);
  [[gnu::cold]] void go_on(GroupId group);
  /// Calls that wait for one agent of the group wait for anyone.
  [[gnu::cold]] void empty_personal_queues(GroupId group);
  /// Back from a break, or from being away.
  void returns(AgentId agent);
  /// Available again: goes home, to a break, to a waiting call, or waits for one.
  void free(AgentId agent);

  /// Callbacks that wait for this agent in person, first come first served.
  void join_personal_queue(AgentId agent, CallRecord& call);
  void leave_personal_queue(CallRecord& call);

 private:
  struct Agent {
    GroupId group = 0;
    AgentState state = AgentState::off;
    bool due = false;       // one of the three below may be so: when free, look first
    bool leaving = false;   // at the end of this call
    bool stopped = false;   // away because the group is
    Seconds handled = 0;    // time with calls so far, where the next agent is chosen by it
    Seconds break_due = 0;  // break to take when free
    Seconds wrap_up = 0;
    CallId first_own = no_call, last_own = no_call;  // personal queue
  };
  struct Group {
    AgentId first = 0;
    std::uint32_t agents = 0;
    std::uint32_t on_duty = 0;
    std::uint32_t surplus = 0;  // agents to go as soon as they get free
    bool stopped = false;
    bool serves_callers = true;  // else cases only
    IdleAgents idle;
  };
  struct ShiftChange {
    enum class Kind : std::uint8_t { end, break_begins, start };
    Seconds at;
    Kind kind;
    AgentId agent;
    Seconds length;  // of the break
  };

  /// Idle from now on.
  void rest(AgentId agent);
  void count_busy(Agent& agent, bool busy);
  void begin_wrap_up(AgentId agent, Seconds duration);
  /// Whether the agent has something else to do than to wait for calls; does it.
  [[gnu::noinline]] bool does_what_is_due(AgentId agent);
  [[gnu::noinline]] void take_next(AgentId agent);
  static bool is_busy(AgentState state) { return state > AgentState::idle; }
  void set_staffing(GroupId group, std::uint32_t day);
  /// Idle agents take who waits: at close, when they are kept for nobody any more, and when cases may be
  /// begun.
  void serve_who_waits();
  void sign_off(AgentId agent);
  void end_shift(AgentId agent);
  void take_break(AgentId agent, Seconds length);
  [[gnu::cold]] void empty_personal_queue(Agent& agent);

  Rooms& rooms_;
  std::vector<Agent> agents_;
  std::vector<Group> groups_;
  std::vector<ShiftChange> shift_changes_;  // by time
  std::vector<AgentId> staying_;            // shifts that ended after close
  std::vector<std::uint8_t> absent_;        // agent x day (shifts: one entry each)
  std::uint32_t busy_ = 0;
  bool by_work_ = false;      // who has worked least is next
  bool after_hours_ = false;  // closed, and serving those who are still here
};

}  // namespace thirdring
