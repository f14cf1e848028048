#include "sim/center/preemption.hpp"

#include <algorithm>

#include "sim/center/rooms.hpp"

namespace thirdring {

Preemption::Preemption(Rooms& rooms) : rooms_(rooms) {
  const std::size_t types = rooms.model.call_types.size();
  std::size_t agents = 0;
  priorities_.resize(rooms.model.groups.size() * types);
  for (GroupId g = 0; g < rooms.model.groups.size(); ++g) {
    const AgentGroup& group = rooms.model.groups[g];
    first_.push_back(static_cast<std::uint32_t>(stacks_.size()));
    for (const Skill& skill : group.skills) {
      priorities_[g * types + skill.type] = skill.priority;
      if (rooms.model.call_types[skill.type].preemptible)
        stacks_.push_back({skill.type, skill.priority, none});
    }
    std::stable_sort(stacks_.begin() + first_.back(), stacks_.end(),
                     [](const Stack& a, const Stack& b) { return a.priority > b.priority; });
    agents += group.size();
  }
  first_.push_back(static_cast<std::uint32_t>(stacks_.size()));
  any_ = !stacks_.empty();
  if (any_) agents_.resize(agents);
}

void Preemption::start() {
  for (Stack& stack : stacks_) stack.top = none;
  std::fill(agents_.begin(), agents_.end(), AtWork{});
  std::fill(rests_.begin(), rests_.end(), Rest{});
}

void Preemption::begin(CallRecord& work) {
  // After a warm hand-over the two agents are told apart only when it is too late: then it is not
  // interrupted.
  if (work.aside->handing_over != none) return rooms_.talk.answer(work);
  if (rests_.size() < rooms_.calls.size()) rests_.resize(rooms_.calls.size());
  Rest& rest = rests_[work.id];
  const bool goes_on = rest.contact == work.contact && rest.leg == work.leg && rest.left > 0;
  const AgentId agent = work.agent;
  const Seconds takes =
      goes_on ? rest.left
              : work.draw(work.talk_law(), Draw::talk) * rooms_.talk.factor(agent, work.group, work.type);
  rest = {};
  if (goes_on)
    rooms_.talk.go_on(work, takes);
  else
    rooms_.talk.answer(work);
  put(agent, work, rooms_.now + takes);
}

void Preemption::put(AgentId agent, const CallRecord& work, Seconds until) {
  std::uint32_t s = first_[work.group];
  while (stacks_[s].type != work.type) ++s;
  agents_[agent] = {work.id, until, s, none, stacks_[s].top};
  if (stacks_[s].top != none) agents_[stacks_[s].top].above = agent;
  stacks_[s].top = agent;
}

void Preemption::take(AgentId agent) {
  const AtWork& at = agents_[agent];
  (at.above == none ? stacks_[at.stack].top : agents_[at.above].below) = at.below;
  if (at.below != none) agents_[at.below].above = at.above;
  agents_[agent] = {};
}

void Preemption::over(const CallRecord& work) {
  if (agents_[work.agent].call == work.id) take(work.agent);
}

bool Preemption::interrupts(CallRecord& call) {
  const AgentId agent = agent_for(call);
  if (agent == none) return false;
  interrupt(agent);
  rooms_.ringing.offer(call, agent);
  return true;
}

AgentId Preemption::agent_for(const CallRecord& call) const {
  if (call.law->preemptible || call.law->kind == CallType::Kind::callback) return none;
  for (const Routing::Step& step : rooms_.routing.steps(call)) {
    if (rooms_.floor.idle(step.group) + 1 <= step.keep) continue;
    const std::uint32_t own = priorities_[step.group * rooms_.model.call_types.size() + call.type];
    for (std::uint32_t s = first_[step.group]; s < first_[step.group + 1]; ++s) {
      const AgentId agent = stacks_[s].top;
      if (stacks_[s].priority <= own) break;
      if (agent != none) return agent;
    }
  }
  return none;
}

void Preemption::interrupt(AgentId agent) {
  CallRecord& work = rooms_.calls[agents_[agent].call];
  const Seconds left = agents_[agent].until - rooms_.now;
  take(agent);
  rooms_.cancel(work.ring);
  work.talk_time += rooms_.now - work.since;
  rests_[work.id] = {work.contact, work.leg, left};
  rooms_.observer->interrupted(work);
  work.agent = none;
  work.group = none;
  rooms_.queues.push(work);
}

}  // namespace thirdring
