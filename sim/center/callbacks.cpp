#include "sim/center/callbacks.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

const Callback& Callbacks::law(const CallRecord& call) { return *call.law->callback; }

const FollowUp* Callbacks::follow_up(const CallRecord& call) const {
  double u = call.draws(Draw::follow_up).uniform();
  for (const FollowUp& next : call.law->follow_ups)
    if ((u -= next.chance) < 0) return &next;
  return nullptr;
}

bool Callbacks::takes(CallRecord& call) {
  const CallType& type = *call.law;
  const Callback& callback = *type.callback;
  switch (callback.offer) {
    case Callback::Offer::never_offered:
      return false;
    case Callback::Offer::always:
      break;
    case Callback::Offer::expected_wait_above:
      if (rooms_.routing.expected_wait(call.type) <= callback.expected_wait) return false;
      break;
    case Callback::Offer::queue_at_least:
      if (rooms_.queues.waiting(call.type) < callback.queue) return false;
      break;
  }
  call.offered_callback = true;
  if (!call.draws(Draw::accept_callback).happens(callback.accepted)) return false;
  rooms_.end_leg(call, Outcome::callback, false);
  request(call, type.callback_type, none);
  return true;
}

void Callbacks::request(CallRecord& call, TypeId type, AgentId promised_by) {
  const Callback& callback = *rooms_.model.call_types[type].callback;
  request(call, type, promised_by, callback.not_before, callback.due);
}

void Callbacks::request(CallRecord& call, TypeId type, AgentId promised_by, Seconds not_before, Seconds due) {
  rooms_.hang_up(call);
  rooms_.begin_leg(call, type);
  CallAside& aside = rooms_.calls.aside(call);
  aside.tries = 1;
  aside.requested = rooms_.now;
  aside.due = rooms_.now + due;
  aside.promised_by = promised_by;
  if (not_before > 0) {
    call.place = Place::at_home;
    rooms_.schedule(rooms_.now + not_before, EventKind::callback_ready, call.id);
  } else {
    ready(call);
  }
}

bool Callbacks::waits_for_opening(CallRecord& call) {
  if (rooms_.open || !call.law->is_outbound(call.type)) return false;
  call.place = Place::at_home;
  if (const Seconds opens = rooms_.model.calendar.end_of(rooms_.period); opens < never)
    rooms_.schedule(opens, EventKind::callback_ready, call.id);
  return true;
}

void Callbacks::close() {
  for (CallId id = 0; id < rooms_.calls.size(); ++id) {
    CallRecord& call = rooms_.calls[id];
    const bool waits = call.place == Place::queue || call.place == Place::personal_queue;
    if (!waits || !call.law->is_outbound(call.type)) continue;
    rooms_.entrance.leave_queue(call);
    rooms_.cancel(call, &CallAside::overflow);
    waits_for_opening(call);
  }
}

void Callbacks::ready(CallRecord& call) {
  if (waits_for_opening(call)) return;
  if (rooms_.outages.hits(call.first_type)) return rooms_.outages.put_off(call);
  call.place = Place::elsewhere;
  const Callback& callback = law(call);
  if (call.aside->promised_by != none && callback.same_agent_for > 0)
    rooms_.entrance.seek(call, call.aside->promised_by, callback.same_agent_for);
  else
    rooms_.entrance.seek_agent(call);
}

void Callbacks::same_agent_timeout(CallRecord& call) {
  rooms_.calls.aside(call).timeout = no_event;
  rooms_.floor.leave_personal_queue(call);
  rooms_.entrance.seek_agent(call);
}

void Callbacks::dial(CallRecord& call) {
  call.place = Place::dialling;
  call.since = rooms_.now;
  rooms_.floor.change(call.agent, AgentState::dialling);
  call.ring =
      rooms_.schedule(rooms_.now + call.draw(law(call).dial, Draw::dial), EventKind::dialled, call.id);
}

void Callbacks::dialled(CallRecord& call) {
  const Callback& callback = law(call);
  call.ring_time = rooms_.now - call.since;
  if (call.draws(Draw::reached).happens(callback.reached)) return rooms_.talk.answer(call);

  const AgentId agent = call.agent;
  const bool again = call.aside->tries < callback.attempts;
  rooms_.end_leg(call, Outcome::not_reached, !again);
  if (again) {
    const Seconds later = call.draw(callback.retry_after, Draw::retry);
    rooms_.begin_leg(call, call.type);
    ++rooms_.calls.aside(call).tries;
    call.asked = call.aside->requested;
    call.place = Place::at_home;
    rooms_.schedule(rooms_.now + later, EventKind::callback_ready, call.id);
  } else {
    rooms_.leave(call);
  }
  rooms_.floor.free(agent);
}

}  // namespace thirdring
