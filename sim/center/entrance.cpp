#include "sim/center/entrance.hpp"

#include <utility>

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

namespace {

// A callback waits at home, a case on a desk.  A customer called back and then passed on waits on the phone,
// though on no trunk line.
bool on_the_phone(const CallRecord& call) { return call.law->on_the_phone(); }

// Somebody to whom nothing has happened yet.
const CallRecord fresh_caller;

}  // namespace

Entrance::Entrance(Rooms& rooms) : rooms_(rooms) {
  for (std::uint32_t source = 0; source < rooms.arrivals.sources(); ++source) {
    const TypeId type = rooms.arrivals.type(source);
    callers_.push_back({&rooms.model.call_types[type], type, rooms.queues.first(type)});
  }
}

void Entrance::start() { contacts_ = 0; }

void Entrance::entries_change() {
  for (Caller& caller : callers_) caller.queue = rooms_.queues.entry(caller.type);
}

void Entrance::arrive() {
  const std::uint32_t source = rooms_.arrivals.next_source();
  // Who calls after close (the end of a surge) finds nobody and does not count.
  if (!rooms_.open) return rooms_.arrivals.advance();
  std::uint32_t callers = rooms_.arrivals.batch(source);
  // At once: what happens next waits for the time of the next arrival, and that takes a while to draw.
  rooms_.arrivals.advance();
  do {
    enter(create(callers_[source], rooms_.arrivals.call_seed(source)));
  } while (--callers > 0);
}

inline CallRecord& Entrance::create(const Caller& caller, std::uint64_t seed) {
  CallRecord& call = rooms_.calls.create(fresh_caller);
  call.law = caller.law;
  call.first_type = call.type = caller.type;
  call.queue = caller.queue;
  call.seed = seed;
  call.contact = ++contacts_;
  return call;
}

void Entrance::is_reached(TypeId type, std::uint64_t seed) {
  CallRecord& call = create({&rooms_.model.call_types[type], type, rooms_.queues.entry(type)}, seed);
  call.arrived = rooms_.now;
  call.credit = rooms_.period;
  ask(call);
}

void Entrance::enter(CallRecord& call) {
  const CallType& type = *call.law;
  call.arrived = call.asked = rooms_.now;
  call.credit = rooms_.period;
  if (!rooms_.lines.take(call.type)) {
    if (rooms_.outages.hits(call.type)) return rooms_.outages.turn_away(call);
    return turn_away(call, Outcome::busy, type.redial.after_busy);
  }
  call.has_line = true;
  if (type.menu.is_zero()) return ask(call);
  call.place = Place::menu;
  call.ring =
      rooms_.schedule(rooms_.now + call.draw(type.menu, Draw::menu), EventKind::asks_for_agent, call.id);
}

void Entrance::ask(CallRecord& call) {
  call.asked = rooms_.now;
  if (closed()) return disconnect(call);
  seek_agent(call);
}

void Entrance::seek_agent(CallRecord& call) {
  if (const AgentId agent = rooms_.routing.agent_for(call); agent != none)
    return rooms_.ringing.offer(call, agent);
  if (rooms_.preemption.any() && rooms_.preemption.interrupts(call)) return;
  call.waited = true;
  const CallType& type = *call.law;
  if (call.leg == 1) {
    if (rooms_.queues.waiting(call.type) >= type.queue_capacity)
      return turn_away(call, Outcome::queue_full, type.redial.after_busy);
    if (type.balk > 0 && call.draws(Draw::balk).happens(type.balk))
      return turn_away(call, Outcome::balked, type.redial.after_balking);
    if (type.callback_type != none && type.callback && rooms_.callbacks.takes(call)) return;
  }
  wait_in_queue(call);
}

void Entrance::seek(CallRecord& call, AgentId agent, Seconds within) {
  if (!rooms_.routing.reaches(agent, call.type)) return seek_agent(call);
  if (rooms_.floor.state(agent) == AgentState::idle) return rooms_.ringing.offer(call, agent);
  if (closed() && on_the_phone(call)) return disconnect(call);
  call.waited = call.waited || on_the_phone(call);
  rooms_.floor.join_personal_queue(agent, call);
  start_patience(call);
  rooms_.calls.aside(call).timeout =
      rooms_.schedule(rooms_.now + within, EventKind::same_agent_timeout, call.id);
}

void Entrance::wait_in_queue(CallRecord& call) {
  if (closed() && on_the_phone(call)) return disconnect(call);
  rooms_.queues.push(call);
  start_patience(call);
  await_next_stage(call);
}

// A callback that is tried again has waited long enough for all groups, but goes from one to the next all the
// same.
void Entrance::await_next_stage(CallRecord& call) {
  if (const Seconds wait = rooms_.routing.next_stage_after(call); wait < never)
    rooms_.calls.aside(call).overflow =
        rooms_.schedule(std::max(rooms_.now, call.asked + wait), EventKind::overflows, call.id);
}

void Entrance::start_patience(CallRecord& call) {
  // Who has an agent on the line, or is at home waiting to be called back, does not lose patience.
  if (call.patience != no_event || call.aside->handing_over != none || !on_the_phone(call)) return;
  const Distribution& patience =
      (call.aside->escalation ? rooms_.model.call_types[call.aside->from] : *call.law).patience;
  if (patience.is_never()) return;
  call.patience =
      rooms_.schedule(call.asked + call.draw(patience, Draw::patience), EventKind::loses_patience, call.id);
}

void Entrance::lose_patience(CallRecord& call) {
  call.patience = no_event;
  leave_queue(call);
  if (call.place == Place::ringing) rooms_.ringing.stop(call);
  turn_away(call, Outcome::abandoned, rooms_.model.call_types[call.first_type].redial.after_abandoning);
}

void Entrance::overflow(CallRecord& call) {
  rooms_.calls.aside(call).overflow = no_event;
  rooms_.queues.remove(call);
  rooms_.routing.next_stage(call);
  if (const AgentId agent = rooms_.routing.agent_for(call); agent != none)
    return rooms_.ringing.offer(call, agent);
  if (rooms_.preemption.any() && rooms_.preemption.interrupts(call)) return;
  rooms_.queues.push(call);
  await_next_stage(call);
}

void Entrance::turn_away(CallRecord& call, Outcome outcome, double redial_chance) {
  call.will_redial = rooms_.redials.decides(call, redial_chance);
  rooms_.end_leg(call, outcome, true);
  rooms_.leave(call);
}

bool Entrance::closed() const {
  return !rooms_.open && rooms_.model.calendar.after_close == Calendar::AfterClose::drop;
}

void Entrance::disconnect(CallRecord& call) {
  const AgentId teller = rooms_.calls.dismiss_teller(call);
  turn_away(call, Outcome::disconnected, 0);
  if (teller != none) rooms_.floor.wrap_up(teller);
}

void Entrance::leave_queue(CallRecord& call) {
  if (call.place == Place::queue) rooms_.queues.remove(call);
  if (call.place == Place::personal_queue) rooms_.floor.leave_personal_queue(call);
}

void Entrance::close() {
  // Those with an agent on the line come last: that agent should not get free for one who is disconnected
  // next.
  for (const bool with_agent : {false, true})
    for (CallId id = 0; id < rooms_.calls.size(); ++id) {
      CallRecord& call = rooms_.calls[id];
      const bool waits = call.place == Place::queue || call.place == Place::personal_queue;
      if (!waits || !on_the_phone(call) || (call.aside->handing_over != none) != with_agent) continue;
      leave_queue(call);
      disconnect(call);
    }
}

}  // namespace thirdring
