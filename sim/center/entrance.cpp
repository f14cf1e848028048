#include "sim/center/entrance.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

void Entrance::start() { contacts_ = 0; }

void Entrance::arrive() {
  const std::uint32_t source = rooms_.arrivals.next_source();
  for (std::uint32_t n = rooms_.arrivals.batch(source); n > 0; --n) {
    CallRecord& call = rooms_.calls.create();
    call.seed = rooms_.arrivals.call_seed(source);
    call.contact = ++contacts_;
    call.first_type = call.type = rooms_.arrivals.type(source);
    call.law = &rooms_.model.call_types[call.type];
    enter(call);
  }
  rooms_.arrivals.advance();
}

void Entrance::enter(CallRecord& call) {
  const CallType& type = *call.law;
  call.first_arrived = call.arrived = call.asked = rooms_.now;
  call.credit = rooms_.period;
  if (!rooms_.lines.take()) return turn_away(call, Outcome::busy, type.redial.after_busy);
  call.has_line = true;
  if (type.menu.is_zero()) return ask(call);
  call.place = Place::menu;
  rooms_.schedule(rooms_.now + call.draw(type.menu, Draw::menu), EventKind::asks_for_agent, call.id);
}

void Entrance::ask(CallRecord& call) {
  call.asked = rooms_.now;
  if (!rooms_.open && rooms_.model.calendar.after_close == Calendar::AfterClose::drop)
    return turn_away(call, Outcome::disconnected, 0);
  seek_agent(call);
}

void Entrance::seek_agent(CallRecord& call) {
  if (const AgentId agent = rooms_.routing.agent_for(call); agent != none) return rooms_.ringing.offer(call, agent);
  call.waited = true;
  const CallType& type = *call.law;
  if (call.leg == 1) {
    if (rooms_.queues.waiting(call.type) >= type.queue_capacity)
      return turn_away(call, Outcome::queue_full, type.redial.after_busy);
    if (type.balk > 0 && call.draws(Draw::balk).happens(type.balk))
      return turn_away(call, Outcome::balked, type.redial.after_balking);
    if (type.callback && rooms_.callbacks.takes(call)) return;
  }
  wait_in_queue(call);
}

void Entrance::wait_in_queue(CallRecord& call) {
  rooms_.queues.push(call);
  start_patience(call);
  if (const Seconds wait = rooms_.routing.next_stage_after(call); wait < never)
    call.overflow = rooms_.schedule(std::max(rooms_.now, call.asked + wait), EventKind::overflows, call.id);
}

void Entrance::start_patience(CallRecord& call) {
  // Who has an agent on the line, or is at home waiting to be called back, does not lose patience.
  if (call.patience != no_event || call.handing_over != none || call.law->kind == CallType::Kind::callback) return;
  const Distribution& patience = (call.escalation ? rooms_.model.call_types[call.from] : *call.law).patience;
  if (patience.is_never()) return;
  call.patience = rooms_.schedule(call.asked + call.draw(patience, Draw::patience), EventKind::loses_patience, call.id);
}

void Entrance::lose_patience(CallRecord& call) {
  call.patience = no_event;
  if (call.place == Place::queue) rooms_.queues.remove(call);
  if (call.place == Place::ringing) rooms_.ringing.stop(call);
  turn_away(call, Outcome::abandoned, rooms_.model.call_types[call.first_type].redial.after_abandoning);
}

void Entrance::overflow(CallRecord& call) {
  call.overflow = no_event;
  rooms_.queues.remove(call);
  rooms_.routing.next_stage(call);
  if (const AgentId agent = rooms_.routing.agent_for(call); agent != none) return rooms_.ringing.offer(call, agent);
  rooms_.queues.push(call);
  if (const Seconds wait = rooms_.routing.next_stage_after(call); wait < never)
    call.overflow = rooms_.schedule(call.asked + wait, EventKind::overflows, call.id);
}

void Entrance::turn_away(CallRecord& call, Outcome outcome, double redial_chance) {
  call.will_redial = rooms_.redials.decides(call, redial_chance);
  rooms_.end_leg(call, outcome, true);
  rooms_.leave(call);
}

void Entrance::close() {
  for (CallId id = 0; id < rooms_.calls.size(); ++id)
    if (CallRecord& call = rooms_.calls[id]; call.place == Place::queue && call.has_line && call.handing_over == none) {
      rooms_.queues.remove(call);
      turn_away(call, Outcome::disconnected, 0);
    }
}

}  // namespace thirdring
