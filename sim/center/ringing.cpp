#include "sim/center/ringing.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

void Ringing::offer(CallId id, AgentId agent) {
  CallRecord& call = rooms_.calls[id];
  call.agent = agent;
  call.group = rooms_.floor.group(agent);
  rooms_.cancel(call.overflow);
  if (rooms_.type_of(call).kind == CallType::Kind::callback) return rooms_.callbacks.dial(id);

  const Distribution& pick_up = rooms_.model.groups[call.group].pick_up;
  if (pick_up.is_zero()) return rooms_.talk.answer(id);
  call.place = Place::ringing;
  call.since = rooms_.now;
  rooms_.floor.assign(agent, id, AgentState::ringing);
  rooms_.entrance.start_patience(id);
  Stream draws = call.draws(Draw::pick_up, call.taken_back);
  const Seconds rings = pick_up.draw(draws), limit = rooms_.model.ringing.take_back_after;
  call.ring = rings <= limit ? rooms_.schedule(rooms_.now + rings, EventKind::picked_up, id)
                                : rooms_.schedule(rooms_.now + limit, EventKind::taken_back, id);
}

void Ringing::picked_up(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.ring = no_event;
  call.ring_time += rooms_.now - call.since;
  rooms_.talk.answer(id);
}

void Ringing::taken_back(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.ring = no_event;
  call.ring_time += rooms_.now - call.since;
  ++call.taken_back;
  call.waited = true;
  call.place = Place::elsewhere;
  const AgentId agent = call.agent;
  const Distribution& away = rooms_.model.groups[call.group].away_after_no_answer;
  Stream draws = call.draws(Draw::away, call.taken_back);
  rooms_.floor.send_away(agent, away.draw(draws));
  call.agent = none;
  call.group = none;
  if (const AgentId other = rooms_.routing.agent_for(call); other != none) return offer(id, other);
  rooms_.entrance.wait_in_queue(id);
}

void Ringing::stop(CallId id) {
  CallRecord& call = rooms_.calls[id];
  rooms_.cancel(call.ring);
  call.ring_time += rooms_.now - call.since;
  call.place = Place::elsewhere;
  const AgentId agent = call.agent;
  call.agent = none;
  call.group = none;
  rooms_.floor.free(agent);
}

}  // namespace thirdring
