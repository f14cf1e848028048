#include "sim/center/routing.hpp"

#include <algorithm>
#include <map>

#include "sim/center/rooms.hpp"

namespace thirdring {

Routing::Routing(Rooms& rooms) : rooms_(rooms), words_((rooms.queues.count() + 63) / 64) {
  const Model& model = rooms.model;
  const std::size_t types = model.call_types.size(), groups = model.groups.size();
  stages_.resize(types);
  serves_.resize(groups * types);
  for (TypeId t = 0; t < types; ++t) {
    const CallType& type = model.call_types[t];
    for (std::size_t i = 0; i < type.route.size(); ++i) {
      serves_[type.route[i].group * types + t] = true;
      if (i == 0 || type.route[i].after > type.route[i - 1].after)
        stages_[t].push_back({0, type.route[i].after});
      stages_[t].back().steps = static_cast<std::uint32_t>(i + 1);
    }
    handling_.push_back(type.talk.mean() + type.wrap_up.mean());
  }

  levels_.resize(groups);
  min_idle_.resize(groups * types);
  for (GroupId g = 0; g < groups; ++g) {
    std::map<std::uint32_t, std::vector<std::uint64_t>> by_priority;
    for (const Skill& skill : model.groups[g].skills) {
      const CallType& type = model.call_types[skill.type];
      auto& mask = by_priority.try_emplace(skill.priority, words_, 0).first->second;
      for (std::uint32_t stage = 0; stage < stages_[skill.type].size(); ++stage)
        for (std::uint32_t i = 0; i < stages_[skill.type][stage].steps; ++i)
          if (type.route[i].group == g) {
            const std::uint32_t q = rooms.queues.queue(skill.type, stage);
            mask[q / 64] |= std::uint64_t{1} << (q % 64);
          }
    }
    for (const auto& [priority, mask] : by_priority) {
      levels_[g].push_back({static_cast<std::uint32_t>(masks_.size())});
      masks_.insert(masks_.end(), mask.begin(), mask.end());
    }
    for (TypeId t = 0; t < types; ++t) {
      std::uint32_t keep = 0;
      for (const Reservation& r : model.groups[g].reservations)
        if (r.type != t) keep += r.agents;
      const CallType& type = model.call_types[t];
      if (type.kind == CallType::Kind::callback)
        keep = std::max(keep, model.call_types[type.origin].callback->reserve);
      min_idle_[g * types + t] = keep;
    }
  }
}

bool Routing::reaches(AgentId agent, TypeId type) const {
  return rooms_.floor.state(agent) != AgentState::off &&
         serves_[rooms_.floor.group(agent) * rooms_.model.call_types.size() + type];
}

bool Routing::may_take(GroupId group, TypeId type, std::uint32_t idle) const {
  // After close nobody new calls, so there is nobody to keep an agent for.
  return idle > min_idle_[group * rooms_.model.call_types.size() + type] || (!rooms_.open && idle > 0);
}

AgentId Routing::agent_for(const CallRecord& call) const {
  const auto& route = rooms_.model.call_types[call.type].route;
  const std::uint32_t steps = stages_[call.type][call.stage].steps;
  for (std::uint32_t i = 0; i < steps; ++i) {
    const GroupId group = route[i].group;
    const std::uint32_t idle = rooms_.floor.idle(group);
    if (idle > 0 && may_take(group, call.type, idle)) return rooms_.floor.choose(group);
  }
  return none;
}

bool Routing::better(std::uint32_t queue, CallId head, std::uint32_t than_queue, CallId than) const {
  const CallRecord &a = rooms_.calls[head], &b = rooms_.calls[than];
  switch (rooms_.model.queue_choice) {
    case QueueChoice::priority_then_longest_wait:
      break;
    case QueueChoice::weighted_wait: {
      const double x = a.law->weight * (rooms_.now - a.asked), y = b.law->weight * (rooms_.now - b.asked);
      if (x != y) return x > y;
      break;
    }
    case QueueChoice::longest_queue: {
      const std::uint32_t x = rooms_.queues.waiting(rooms_.queues.type_of(queue));
      const std::uint32_t y = rooms_.queues.waiting(rooms_.queues.type_of(than_queue));
      if (x != y) return x > y;
      break;
    }
  }
  return a.asked < b.asked;
}

CallId Routing::call_for(GroupId group, std::uint32_t idle) const {
  const Queues& queues = rooms_.queues;
  if (queues.waiting() == 0) return no_call;
  CallId best = no_call;
  std::uint32_t best_queue = 0;
  for (const Level& level : levels_[group]) {
    for (std::uint32_t w = 0; w < words_; ++w) {
      for (std::uint64_t bits = queues.occupied()[w] & masks_[level.first_word + w]; bits != 0;
           bits &= bits - 1) {
        const std::uint32_t q = 64 * w + static_cast<std::uint32_t>(std::countr_zero(bits));
        if (!may_take(group, queues.type_of(q), idle)) continue;
        const CallId head = queues.head(q);
        if (best == no_call || better(q, head, best_queue, best)) best = head, best_queue = q;
      }
    }
    // The other two choices look at all queues, whatever their priority.
    if (best != no_call && rooms_.model.queue_choice == QueueChoice::priority_then_longest_wait) break;
  }
  return best;
}

Seconds Routing::next_stage_after(const CallRecord& call) const {
  const auto& stages = stages_[call.type];
  const std::size_t next = std::size_t{call.stage} + 1;
  return next < stages.size() ? stages[next].after : never;
}

Seconds Routing::expected_wait(TypeId type) const {
  const auto& route = rooms_.model.call_types[type].route;
  std::uint32_t agents = 0, waiting = 0;
  for (const RouteStep& step : route) agents += rooms_.floor.on_duty(step.group);
  for (const Skill& skill : rooms_.model.groups[route.front().group].skills)
    waiting += rooms_.queues.waiting(skill.type);
  return agents == 0 ? never : (waiting + 1) * handling_[type] / agents;
}

}  // namespace thirdring
