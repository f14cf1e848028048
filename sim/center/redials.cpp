#include "sim/center/redials.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

namespace {

Earlier earlier_of(const CallRecord& call) {
  switch (call.outcome) {
    case Outcome::busy:
    case Outcome::queue_full:
      return Earlier::busy;
    case Outcome::balked:
      return Earlier::balked;
    case Outcome::hung_up:
      return Earlier::hung_up;
    case Outcome::outage:
    case Outcome::cut_off:
      return Earlier::outage;
    case Outcome::served:
      return call.end == no_end ? Earlier::unsolved : Earlier::ended;
    default:
      return Earlier::abandoned;
  }
}

}  // namespace

bool Redials::may(const CallRecord& call) const {
  return call.attempt <= rooms_.model.call_types[call.first_type].redial.at_most;
}

bool Redials::decides(const CallRecord& call, double chance) const {
  return may(call) && call.draws(Draw::redial).happens(chance);
}

void Redials::schedule(CallRecord& call) {
  schedule(call, rooms_.model.call_types[call.first_type].redial.delay);
}

void Redials::schedule(CallRecord& call, const Distribution& usual_delay) {
  const Seconds delay = call.draw(usual_delay, Draw::redial_delay);
  CallRecord again;
  again.id = call.id;
  again.law = &rooms_.model.call_types[call.first_type];
  again.seed = mix(call.seed + call.attempt);
  again.contact = call.contact;
  again.first_type = again.type = call.first_type;
  again.queue = rooms_.queues.entry(call.first_type);
  again.attempt = call.attempt + 1;
  CallHistory history;
  history.earlier_agent = call.answered < never ? call.agent : call.aside->earlier_agent;
  history.earlier = earlier_of(call);
  history.earlier_end = call.end;
  again.place = CallRecord::Place::at_home;
  call = again;
  static_cast<CallHistory&>(rooms_.calls.aside(call)) = history;
  rooms_.schedule(rooms_.now + delay, EventKind::redials, call.id);
}

void Redials::call_again(CallRecord& call) {
  // Who calls after close finds nobody and does not count.
  if (!rooms_.open) return rooms_.calls.release(call);
  call.queue = rooms_.queues.entry(call.type);
  rooms_.entrance.enter(call);
}

}  // namespace thirdring
