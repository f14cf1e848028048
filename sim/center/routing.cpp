#include "sim/center/routing.hpp"

#include <algorithm>
#include <map>

#include "sim/center/rooms.hpp"

namespace thirdring {

namespace {

bool by_priority(QueueChoice choice) {
  return choice == QueueChoice::priority_then_longest_wait ||
         choice == QueueChoice::priority_then_earliest_deadline;
}

}  // namespace

Routing::Routing(Rooms& rooms)
    : rooms_(rooms),
      queues_(rooms.queues.count()),
      words_((queues_ + 63) / 64),
      few_queues_by_priority_(words_ == 1 && by_priority(rooms.model.queue_choice)) {
  for (TypeId t = 0; t < rooms.model.call_types.size(); ++t) add_queues(t);
  first_step_.push_back(static_cast<std::uint32_t>(steps_.size()));
  for (GroupId g = 0; g < rooms.model.groups.size(); ++g) add_levels(g);
  first_mask_.push_back(static_cast<std::uint32_t>(all_masks_.size()));
  masks_ = all_masks_.data();
}

void Routing::add_queues(TypeId t) {
  const CallType& type = rooms_.model.call_types[t];
  handling_.push_back(type.talk.mean() + type.wrap_up.mean());
  for (std::size_t end = 0; end < type.route.size();) {
    const Seconds after = type.route[end].after;
    while (end < type.route.size() && type.route[end].after == after) ++end;
    first_step_.push_back(static_cast<std::uint32_t>(steps_.size()));
    for (std::size_t i = 0; i < end; ++i)
      steps_.push_back({type.route[i].group, kept(type.route[i].group, t)});
    next_stage_.push_back(end < type.route.size() ? type.route[end].after : never);
  }
}

void Routing::add_levels(GroupId g) {
  std::map<std::uint32_t, std::vector<std::uint64_t>> levels;
  std::vector<std::uint64_t> cases(words_);
  bool callers = false;
  for (const Skill& skill : rooms_.model.groups[g].skills) {
    const bool is_case = rooms_.model.call_types[skill.type].kind == CallType::Kind::work_order;
    (is_case ? any_cases_ : callers) = true;
    for (std::uint32_t q = rooms_.queues.first(skill.type); q < rooms_.queues.first(skill.type + 1); ++q) {
      auto& mask = levels.try_emplace(priority(skill, q), words_, 0).first->second;
      if (is_case) cases[q / 64] |= std::uint64_t{1} << (q % 64);
      for (std::uint32_t i = first_step_[q]; i < first_step_[q + 1]; ++i)
        if (steps_[i].group == g) mask[q / 64] |= std::uint64_t{1} << (q % 64);
    }
  }
  serves_callers_.push_back(callers);
  first_mask_.push_back(static_cast<std::uint32_t>(all_masks_.size()));
  for (const auto& [priority, mask] : levels)
    for (std::uint32_t w = 0; w < words_; ++w) {
      all_masks_.push_back(mask[w]);
      callers_masks_.push_back(callers ? mask[w] & ~cases[w] : mask[w]);
    }
  for (std::uint32_t q = 0; q < queues_; ++q) keep_.push_back(kept(g, rooms_.queues.type_of(q)));
}

void Routing::groups_change() {
  usual_next_stage_.resize(next_stage_.size(), -1);
  for (std::uint32_t q = 0; q < queues_; ++q) {
    if (usual_next_stage_[q] < 0) usual_next_stage_[q] = next_stage_[q];
    const bool any = std::any_of(steps_.begin() + first_step_[q], steps_.begin() + first_step_[q + 1],
                                 [&](const Step& step) { return !rooms_.outages.hits_group(step.group); });
    next_stage_[q] = any || usual_next_stage_[q] == never ? usual_next_stage_[q] : 0;
  }
  for (TypeId t = 0; t < rooms_.model.call_types.size(); ++t) {
    std::uint32_t entry = rooms_.queues.first(t);
    while (next_stage_[entry] == 0) ++entry;
    rooms_.queues.set_entry(t, entry);
  }
  rooms_.entrance.entries_change();
}

// An escalated case waits in the last of its queues.
std::uint32_t Routing::priority(const Skill& skill, std::uint32_t queue) const {
  const CaseKindId kind = rooms_.model.call_types[skill.type].case_kind;
  const bool last = queue + 1 == rooms_.queues.first(skill.type + 1);
  if (kind == none || !rooms_.model.cases[kind].escalation || !last) return skill.priority;
  return std::min(skill.priority, rooms_.model.cases[kind].escalation->priority);
}

std::uint32_t Routing::kept(GroupId group, TypeId t) const {
  const Model& model = rooms_.model;
  std::uint32_t keep = 0;
  for (const Reservation& r : model.groups[group].reservations)
    if (r.type != t) keep += r.agents;
  const CallType& type = model.call_types[t];
  if (type.kind == CallType::Kind::callback) keep = std::max(keep, type.callback->reserve);
  return keep;
}

bool Routing::reaches(AgentId agent, TypeId type) const {
  const auto& route = rooms_.model.call_types[type].route;
  return rooms_.floor.state(agent) != AgentState::off &&
         !rooms_.outages.hits_group(rooms_.floor.group(agent)) &&
         std::any_of(route.begin(), route.end(), [group = rooms_.floor.group(agent)](const RouteStep& step) {
           return step.group == group;
         });
}

bool Routing::may_take(std::uint32_t keep, std::uint32_t idle) const {
  // After close nobody new calls, so there is nobody to keep an agent for.
  return idle > keep || (!rooms_.open && idle > 0);
}

AgentId Routing::agent_for(const CallRecord& call) const {
  const Step* const end = &steps_[0] + first_step_[call.queue + 1];
  for (const Step* step = &steps_[0] + first_step_[call.queue]; step != end; ++step)
    if (may_take(step->keep, rooms_.floor.idle(step->group))) return rooms_.floor.choose(step->group);
  return none;
}

bool Routing::begins_cases(GroupId group) const { return rooms_.open || serves_callers_[group] == 0; }

AgentId Routing::agent_for_case(const CallRecord& call) const {
  const Step* const end = &steps_[0] + first_step_[call.queue + 1];
  for (const Step* step = &steps_[0] + first_step_[call.queue]; step != end; ++step)
    if (begins_cases(step->group) && may_take(step->keep, rooms_.floor.idle(step->group)))
      return rooms_.floor.choose(step->group);
  return none;
}

bool Routing::better(const Candidate& one, const Candidate& other) const {
  const CallRecord &a = rooms_.calls[one.call], &b = rooms_.calls[other.call];
  switch (rooms_.model.queue_choice) {
    case QueueChoice::priority_then_longest_wait:
      break;
    case QueueChoice::priority_then_earliest_deadline:
      if (a.aside->due != b.aside->due) return a.aside->due < b.aside->due;
      break;
    case QueueChoice::weighted_wait: {
      const double x = a.law->weight * (rooms_.now - a.asked), y = b.law->weight * (rooms_.now - b.asked);
      if (x != y) return x > y;
      break;
    }
    case QueueChoice::longest_queue: {
      const std::uint32_t x = rooms_.queues.waiting(a.type), y = rooms_.queues.waiting(b.type);
      if (x != y) return x > y;
      break;
    }
  }
  return a.asked < b.asked;
}

CallId Routing::call_for(GroupId group, std::uint32_t idle) const {
  const std::uint64_t* mask = masks_ + first_mask_[group];
  const std::uint64_t* const end = masks_ + first_mask_[group + 1];
  const std::uint32_t* const keep = keep_.data() + group * queues_;
  if (!few_queues_by_priority_) return best_of_many(mask, end, keep, idle);
  for (const std::uint64_t occupied = rooms_.queues.occupied()[0]; mask != end; ++mask) {
    const std::uint64_t here = occupied & *mask;
    if (here == 0) continue;
    Candidate best;
    if (here & (here - 1)) [[unlikely]] {
      look(0, here, keep, idle, best);
      if (best.call != no_call) return best.call;
    } else if (const auto q = static_cast<std::uint32_t>(std::countr_zero(here)); may_take(keep[q], idle))
      return rooms_.queues.head(q);
  }
  return no_call;
}

CallId Routing::best_of_many(const std::uint64_t* mask, const std::uint64_t* end, const std::uint32_t* keep,
                             std::uint32_t idle) const {
  const bool stops = by_priority(rooms_.model.queue_choice);
  Candidate best;
  for (; mask != end; mask += words_) {
    for (std::uint32_t w = 0; w < words_; ++w)
      look(64 * w, rooms_.queues.occupied()[w] & mask[w], keep, idle, best);
    // The other two choices look at all queues, whatever their priority.
    if (stops && best.call != no_call) break;
  }
  return best.call;
}

void Routing::look(std::uint32_t first, std::uint64_t queues, const std::uint32_t* keep, std::uint32_t idle,
                   Candidate& best) const {
  for (; queues != 0; queues &= queues - 1) {
    const std::uint32_t q = first + static_cast<std::uint32_t>(std::countr_zero(queues));
    if (!may_take(keep[q], idle)) continue;
    const Candidate next{rooms_.queues.head(q), q};
    if (best.call == no_call || better(next, best)) best = next;
  }
}

Seconds Routing::expected_wait(TypeId type) const {
  const auto& route = rooms_.model.call_types[type].route;
  std::uint32_t agents = 0, waiting = 0;
  for (const RouteStep& step : route) agents += rooms_.floor.on_duty(step.group);
  for (const Skill& skill : rooms_.model.groups[route.front().group].skills)
    if (rooms_.model.call_types[skill.type].kind != CallType::Kind::work_order)
      waiting += rooms_.queues.waiting(skill.type);
  return agents == 0 ? never : (waiting + 1) * handling_[type] / agents;
}

}  // namespace thirdring
