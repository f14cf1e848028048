#include "sim/center/redials.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

bool Redials::decides(const CallRecord& call, double chance) const {
  const Redial& redial = rooms_.model.call_types[call.first_type].redial;
  return call.attempt <= redial.at_most && call.draws(Draw::redial).happens(chance);
}

void Redials::schedule(CallRecord& call) {
  const Redial& redial = rooms_.model.call_types[call.first_type].redial;
  const Seconds delay = call.draw(redial.delay, Draw::redial_delay);
  CallRecord again;
  again.id = call.id;
  again.law = &rooms_.model.call_types[call.first_type];
  again.seed = mix(call.seed + call.attempt);
  again.contact = call.contact;
  again.first_type = again.type = call.first_type;
  again.queue = rooms_.queues.first(call.first_type);
  again.attempt = call.attempt + 1;
  again.place = CallRecord::Place::at_home;
  call = again;
  rooms_.schedule(rooms_.now + delay, EventKind::redials, call.id);
}

void Redials::call_again(CallRecord& call) {
  // Who calls after close finds nobody and does not count.
  if (!rooms_.open) return rooms_.calls.release(call);
  rooms_.entrance.enter(call);
}

}  // namespace thirdring
