#include "sim/center/floor.hpp"

#include <algorithm>

#include "sim/center/absences.hpp"
#include "sim/center/rooms.hpp"

namespace thirdring {

Floor::Floor(Rooms& rooms) : rooms_(rooms) {
  by_work_ = rooms.model.agent_choice == AgentChoice::least_occupied;
  const auto order = rooms.model.agent_choice == AgentChoice::longest_idle ? IdleAgents::Order::arrival
                                                                           : IdleAgents::Order::key;
  for (GroupId g = 0; g < rooms.model.groups.size(); ++g) {
    const AgentGroup& group = rooms.model.groups[g];
    const std::uint32_t size = group.size();
    const auto first = static_cast<AgentId>(agents_.size());
    groups_.push_back({.first = first, .agents = size, .idle = IdleAgents(order, first, size)});
    groups_.back().serves_callers = std::any_of(
        group.skills.begin(), group.skills.end(),
        [&](const Skill& s) { return rooms.model.call_types[s.type].kind != CallType::Kind::work_order; });
    for (std::uint32_t i = 0; i < size; ++i) agents_.emplace_back().group = g;
    for (std::uint32_t i = 0; i < group.shifts.size(); ++i) {
      const Shift& shift = group.shifts[i];
      shift_changes_.push_back({shift.start, ShiftChange::Kind::start, first + i, 0});
      for (const Shift::Break& pause : shift.breaks)
        shift_changes_.push_back({pause.at, ShiftChange::Kind::break_begins, first + i, pause.length});
      shift_changes_.push_back({shift.end, ShiftChange::Kind::end, first + i, 0});
    }
  }
  std::stable_sort(shift_changes_.begin(), shift_changes_.end(),
                   [](const ShiftChange& a, const ShiftChange& b) {
                     return a.at < b.at || (a.at == b.at && a.kind < b.kind);
                   });
}

void Floor::start(std::uint64_t seed, std::uint64_t replication) {
  const std::size_t days = rooms_.model.calendar.days.size();
  for (Agent& agent : agents_) agent = Agent{.group = agent.group};
  absent_.assign(agents_.size() * days, 0);
  for (GroupId g = 0; g < groups_.size(); ++g) {
    Group& group = groups_[g];
    group.on_duty = group.surplus = 0;
    group.stopped = false;
    group.idle.clear();
    const AgentGroup& plan = rooms_.model.groups[g];
    draw_absences(plan, seed, replication, group.agents * (plan.by_shifts() ? 1 : days),
                  absent_.data() + group.first * days);
  }
  staying_.clear();
  busy_ = 0;
  after_hours_ = false;
  if (!shift_changes_.empty()) rooms_.schedule(shift_changes_[0].at, EventKind::shift_changes, 0);
}

void Floor::period_begins() {
  const auto& period = rooms_.model.calendar.periods[rooms_.period];
  after_hours_ = !period.open && rooms_.model.calendar.after_close == Calendar::AfterClose::finish_calls;
  if (after_hours_) {
    for (GroupId g = 0; g < groups_.size(); ++g)
      if (!groups_[g].serves_callers && !rooms_.model.groups[g].by_shifts()) set_staffing(g, period.day);
    serve_who_waits();
    return go_home_if_done();
  }
  for (const AgentId agent : staying_) end_shift(agent);
  staying_.clear();
  for (GroupId g = 0; g < groups_.size(); ++g)
    if (!rooms_.model.groups[g].by_shifts()) set_staffing(g, period.day);
  if (rooms_.cases.any()) serve_who_waits();
}

void Floor::serve_who_waits() {
  for (GroupId g = 0; g < groups_.size(); ++g)
    while (idle(g) > 0) {
      const CallId next = rooms_.routing.call_for(g, idle(g));
      if (next == no_call) break;
      CallRecord& call = rooms_.calls[next];
      rooms_.queues.remove(call);
      rooms_.ringing.offer(call, choose(g));
    }
}

void Floor::go_home_if_done() {
  if (!after_hours_ || busy_ > rooms_.cases.in_hand() || rooms_.lines.used() > 0 ||
      rooms_.queues.waiting() > rooms_.cases.waiting())
    return;
  after_hours_ = false;
  for (const AgentId agent : staying_) end_shift(agent);
  staying_.clear();
  const std::uint32_t day = rooms_.model.calendar.periods[rooms_.period].day;
  for (GroupId g = 0; g < groups_.size(); ++g)
    if (!rooms_.model.groups[g].by_shifts()) set_staffing(g, day);
}

void Floor::set_staffing(GroupId g, std::uint32_t day) {
  Group& group = groups_[g];
  const std::size_t days = rooms_.model.calendar.days.size();
  const std::uint32_t planned = rooms_.model.groups[g].staffing[rooms_.period];
  std::uint32_t target = 0;
  for (std::uint32_t i = 0; i < planned; ++i) target += absent_[group.first * days + i * days + day] == 0;

  if (const std::uint32_t there = group.on_duty - group.surplus; target < there) {
    std::uint32_t too_many = there - target;
    for (std::uint32_t i = group.agents; i-- > 0 && too_many > 0;)
      if (agents_[group.first + i].state == AgentState::idle || agents_[group.first + i].stopped)
        sign_off(group.first + i), --too_many;
    group.surplus += too_many;
    return;
  } else if (target > there) {
    std::uint32_t missing = target - there;
    const std::uint32_t stay = std::min(missing, group.surplus);
    group.surplus -= stay;
    missing -= stay;
    for (AgentId a = group.first; missing > 0 && a < group.first + group.agents; ++a)
      if (agents_[a].state == AgentState::off &&
          absent_[group.first * days + (a - group.first) * days + day] == 0) {
        ++group.on_duty;
        free(a);
        --missing;
      }
  }
}

void Floor::shift_changes(std::uint32_t position) {
  const ShiftChange& change = shift_changes_[position];
  if (position + 1 < shift_changes_.size())
    rooms_.schedule(shift_changes_[position + 1].at, EventKind::shift_changes, position + 1);
  Agent& agent = agents_[change.agent];
  const Group& group = groups_[agent.group];
  const std::size_t days = rooms_.model.calendar.days.size();
  if (absent_[group.first * days + (change.agent - group.first)] != 0) return;
  switch (change.kind) {
    case ShiftChange::Kind::start:
      ++groups_[agent.group].on_duty;
      free(change.agent);
      break;
    case ShiftChange::Kind::break_begins:
      if (agent.state == AgentState::idle || agent.stopped)
        take_break(change.agent, change.length);
      else if (agent.state != AgentState::off)
        agent.break_due += change.length, agent.due = true;
      break;
    case ShiftChange::Kind::end:
      if (after_hours_ && group.serves_callers)
        staying_.push_back(change.agent);
      else
        end_shift(change.agent);
      break;
  }
}

void Floor::end_shift(AgentId id) {
  Agent& agent = agents_[id];
  if (agent.state == AgentState::off) return;
  if (is_busy(agent.state))
    agent.leaving = agent.due = true;
  else
    sign_off(id);
}

void Floor::take_break(AgentId id, Seconds length) {
  agents_[id].break_due = 0;
  agents_[id].stopped = false;
  change(id, AgentState::on_break);
  rooms_.schedule(rooms_.now + length, EventKind::agent_returns, id);
}

void Floor::sign_off(AgentId id) {
  Agent& agent = agents_[id];
  agent.leaving = agent.stopped = false;
  agent.break_due = 0;
  --groups_[agent.group].on_duty;
  change(id, AgentState::off);
  empty_personal_queue(agent);
}

void Floor::send_away(AgentId id, Seconds duration) {
  change(id, AgentState::away);
  rooms_.schedule(rooms_.now + duration, EventKind::agent_returns, id);
}

void Floor::returns(AgentId id) {
  // The shift may have ended meanwhile.
  const AgentState state = agents_[id].state;
  if (state == AgentState::on_break || state == AgentState::away) free(id);
}

inline void Floor::count_busy(Agent& agent, bool busy) {
  busy_ += busy ? 1 : -1U;
  if (by_work_) agent.handled += busy ? -rooms_.now : rooms_.now;  // minus the beginning, plus the end
}

void Floor::change(AgentId id, AgentState state) {
  Agent& agent = agents_[id];
  const AgentState before = agent.state;
  if (before == state) return;
  if (state == AgentState::idle) return rest(id);
  if (before == AgentState::idle) groups_[agent.group].idle.remove(id);
  if (is_busy(state) != is_busy(before)) count_busy(agent, is_busy(state));
  agent.state = state;
  rooms_.observer->agent_changes(agent.group, id, before, state, rooms_.now);
}

void Floor::rest(AgentId id) {
  Agent& agent = agents_[id];
  const AgentState before = agent.state;
  if (is_busy(before)) count_busy(agent, false);
  agent.state = AgentState::idle;
  groups_[agent.group].idle.insert(id, by_work_ ? agent.handled : 0);
  rooms_.observer->agent_changes(agent.group, id, before, AgentState::idle, rooms_.now);
}

void Floor::begin_wrap_up(AgentId id, Seconds duration) {
  change(id, AgentState::wrap_up);
  rooms_.schedule(rooms_.now + duration, EventKind::wrap_up_over, id);
}

void Floor::free(AgentId id) {
  const Agent& agent = agents_[id];
  const Group& group = groups_[agent.group];
  if ((agent.due || group.surplus > 0) && does_what_is_due(id)) return;
  if (rooms_.queues.waiting() > 0) return take_next(id);
  rest(id);
}

bool Floor::does_what_is_due(AgentId id) {
  Agent& agent = agents_[id];
  Group& group = groups_[agent.group];
  agent.due = group.stopped;
  if (agent.leaving) {
    sign_off(id);
  } else if (group.surplus > 0) {
    --group.surplus;
    sign_off(id);
  } else if (agent.break_due > 0) {
    agent.due = true;
    take_break(id, agent.break_due);
  } else if (group.stopped) {
    agent.stopped = true;
    change(id, AgentState::away);
  } else if (agent.first_own != no_call) {
    agent.due = true;
    CallRecord& own = rooms_.calls[agent.first_own];
    leave_personal_queue(own);
    rooms_.ringing.offer(own, id);
  } else {
    return false;
  }
  return true;
}

void Floor::take_next(AgentId id) {
  const Agent& agent = agents_[id];
  const CallId next = rooms_.routing.call_for(agent.group, groups_[agent.group].idle.size() + 1);
  if (next == no_call) return rest(id);
  CallRecord& call = rooms_.calls[next];
  rooms_.queues.remove(call);
  rooms_.ringing.offer(call, id);
}

void Floor::join_personal_queue(AgentId id, CallRecord& call) {
  Agent& agent = agents_[id];
  call.place = CallRecord::Place::personal_queue;
  call.next = no_call;
  call.previous = agent.last_own;
  (agent.last_own == no_call ? agent.first_own : rooms_.calls[agent.last_own].next) = call.id;
  agent.last_own = call.id;
  agent.due = true;
  rooms_.queues.joins_elsewhere(call.type);
}

void Floor::leave_personal_queue(CallRecord& call) {
  Agent& agent = agents_[call.aside->promised_by];
  (call.previous == no_call ? agent.first_own : rooms_.calls[call.previous].next) = call.next;
  (call.next == no_call ? agent.last_own : rooms_.calls[call.next].previous) = call.previous;
  call.next = call.previous = no_call;
  call.place = CallRecord::Place::elsewhere;
  rooms_.queues.leaves_elsewhere(call.type);
  rooms_.cancel(call, &CallAside::timeout);
}

}  // namespace thirdring
