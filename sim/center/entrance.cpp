#include "sim/center/entrance.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

void Entrance::start() { contacts_ = 0; }

void Entrance::arrive(std::uint32_t source) {
  for (std::uint32_t n = rooms_.arrivals.batch(source); n > 0; --n) {
    const CallId id = rooms_.calls.create();
    CallRecord& call = rooms_.calls[id];
    call.seed = rooms_.arrivals.call_seed(source);
    call.contact = ++contacts_;
    call.first_type = call.type = rooms_.arrivals.type(source);
    enter(id);
  }
  if (const Seconds next = rooms_.arrivals.next(source); next < never) rooms_.schedule(next, EventKind::arrives, source);
}

void Entrance::enter(CallId id) {
  CallRecord& call = rooms_.calls[id];
  const CallType& type = rooms_.type_of(call);
  call.first_arrived = call.arrived = call.asked = rooms_.now;
  call.credit = rooms_.period;
  if (!rooms_.lines.take()) return turn_away(id, Outcome::busy, type.redial.after_busy);
  call.has_line = true;
  if (type.menu.is_zero()) return ask(id);
  call.place = Place::menu;
  Stream draws = call.draws(Draw::menu);
  rooms_.schedule(rooms_.now + type.menu.draw(draws), EventKind::asks_for_agent, id);
}

void Entrance::ask(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.asked = rooms_.now;
  if (!rooms_.open && rooms_.model.calendar.after_close == Calendar::AfterClose::drop)
    return turn_away(id, Outcome::disconnected, 0);
  seek_agent(id);
}

void Entrance::seek_agent(CallId id) {
  CallRecord& call = rooms_.calls[id];
  if (const AgentId agent = rooms_.routing.agent_for(call); agent != none) return rooms_.ringing.offer(id, agent);
  call.waited = true;
  const CallType& type = rooms_.type_of(call);
  if (call.leg == 1) {
    if (rooms_.queues.waiting(call.type) >= type.queue_capacity)
      return turn_away(id, Outcome::queue_full, type.redial.after_busy);
    if (type.balk > 0 && call.draws(Draw::balk).happens(type.balk))
      return turn_away(id, Outcome::balked, type.redial.after_balking);
    if (type.callback && rooms_.callbacks.takes(id)) return;
  }
  wait_in_queue(id);
}

void Entrance::wait_in_queue(CallId id) {
  CallRecord& call = rooms_.calls[id];
  rooms_.queues.push(id);
  start_patience(id);
  if (const Seconds wait = rooms_.routing.next_stage_after(call); wait < never)
    call.overflow = rooms_.schedule(std::max(rooms_.now, call.asked + wait), EventKind::overflows, id);
}

void Entrance::start_patience(CallId id) {
  CallRecord& call = rooms_.calls[id];
  // Who has an agent on the line, or is at home waiting to be called back, does not lose patience.
  if (call.patience != no_event || call.handing_over != none || rooms_.type_of(call).kind == CallType::Kind::callback) return;
  const Distribution& patience = rooms_.hand_over.patience(call);
  if (patience.is_never()) return;
  Stream draws = call.draws(Draw::patience);
  call.patience = rooms_.schedule(call.asked + patience.draw(draws), EventKind::loses_patience, id);
}

void Entrance::lose_patience(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.patience = no_event;
  if (call.place == Place::queue) rooms_.queues.remove(id);
  if (call.place == Place::ringing) rooms_.ringing.stop(id);
  turn_away(id, Outcome::abandoned, rooms_.model.call_types[call.first_type].redial.after_abandoning);
}

void Entrance::overflow(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.overflow = no_event;
  rooms_.queues.remove(id);
  rooms_.routing.next_stage(call);
  if (const AgentId agent = rooms_.routing.agent_for(call); agent != none) return rooms_.ringing.offer(id, agent);
  rooms_.queues.push(id);
  if (const Seconds wait = rooms_.routing.next_stage_after(call); wait < never)
    call.overflow = rooms_.schedule(call.asked + wait, EventKind::overflows, id);
}

void Entrance::turn_away(CallId id, Outcome outcome, double redial_chance) {
  CallRecord& call = rooms_.calls[id];
  call.will_redial = rooms_.redials.decides(call, redial_chance);
  rooms_.end_leg(call, outcome, true);
  rooms_.leave(id);
}

void Entrance::close() {
  for (CallId id = 0; id < rooms_.calls.size(); ++id)
    if (rooms_.calls[id].place == Place::queue && rooms_.calls[id].has_line && rooms_.calls[id].handing_over == none) {
      rooms_.queues.remove(id);
      turn_away(id, Outcome::disconnected, 0);
    }
}

}  // namespace thirdring
