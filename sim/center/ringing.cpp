#include "sim/center/ringing.hpp"

#include <algorithm>

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

Ringing::Ringing(Rooms& rooms) : rooms_(rooms), types_(rooms.model.call_types.size()) {
  for (const AgentGroup& group : rooms.model.groups)
    for (const CallType& type : rooms.model.call_types)
      answers_at_once_.push_back(group.pick_up.is_zero() && type.on_the_phone() && !type.preemptible);
  all_at_once_ = std::ranges::all_of(answers_at_once_, [](bool at_once) { return at_once; });
}

void Ringing::offer(CallRecord& call, AgentId agent) {
  call.agent = agent;
  call.group = rooms_.floor.group(agent);
  if (!all_at_once_ && !answers_at_once_[call.group * types_ + call.type]) return ring_first(call);
  rooms_.talk.answer(call);
}

void Ringing::ring_first(CallRecord& call) {
  rooms_.cancel(call, &CallAside::overflow);
  if (!call.law->on_the_phone())
    return call.law->kind == CallType::Kind::callback ? rooms_.callbacks.dial(call)
                                                      : rooms_.cases.begin(call);
  if (call.law->preemptible) return rooms_.preemption.begin(call);
  ring(call);
}

void Ringing::ring(CallRecord& call) {
  call.place = Place::ringing;
  call.since = rooms_.now;
  rooms_.floor.change(call.agent, AgentState::ringing);
  rooms_.entrance.start_patience(call);
  const Seconds rings = call.draw(rooms_.model.groups[call.group].pick_up, Draw::pick_up, call.taken_back),
                limit = rooms_.model.ringing.take_back_after;
  call.ring = rings <= limit ? rooms_.schedule(rooms_.now + rings, EventKind::picked_up, call.id)
                             : rooms_.schedule(rooms_.now + limit, EventKind::taken_back, call.id);
}

void Ringing::picked_up(CallRecord& call) {
  call.ring = no_event;
  call.ring_time += rooms_.now - call.since;
  rooms_.talk.answer(call);
}

void Ringing::taken_back(CallRecord& call) {
  call.ring = no_event;
  call.ring_time += rooms_.now - call.since;
  ++call.taken_back;
  call.waited = true;
  call.place = Place::elsewhere;
  const AgentId agent = call.agent;
  const Distribution& away = rooms_.model.groups[call.group].away_after_no_answer;
  rooms_.floor.send_away(agent, call.draw(away, Draw::away, call.taken_back));
  call.agent = none;
  call.group = none;
  offer_to_another(call);
}

void Ringing::offer_to_another(CallRecord& call) {
  if (const AgentId other = rooms_.routing.agent_for(call); other != none) return offer(call, other);
  rooms_.entrance.wait_in_queue(call);
}

void Ringing::leave_agent(CallRecord& call) {
  stop(call);
  call.waited = true;
  offer_to_another(call);
}

void Ringing::stop(CallRecord& call) {
  rooms_.cancel(call.ring);
  call.ring_time += rooms_.now - call.since;
  call.place = Place::elsewhere;
  const AgentId agent = call.agent;
  call.agent = none;
  call.group = none;
  rooms_.floor.free(agent);
}

}  // namespace thirdring
