#include "sim/center/callbacks.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

const Callback& Callbacks::law(const CallRecord& call) const {
  return *rooms_.model.call_types[rooms_.type_of(call).origin].callback;
}

bool Callbacks::takes(CallId id) {
  CallRecord& call = rooms_.calls[id];
  const CallType& type = rooms_.type_of(call);
  const Callback& callback = *type.callback;
  switch (callback.offer) {
    case Callback::Offer::never_offered: return false;
    case Callback::Offer::always: break;
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
  request(id, type.callback_type, none);
  return true;
}

void Callbacks::request(CallId id, TypeId type, AgentId promised_by) {
  CallRecord& call = rooms_.calls[id];
  rooms_.hang_up(call);
  rooms_.begin_leg(call, type);
  const Callback& callback = law(call);
  call.tries = 1;
  call.requested = rooms_.now;
  call.due = rooms_.now + callback.due;
  call.promised_by = promised_by;
  if (callback.not_before > 0) {
    call.place = Place::at_home;
    rooms_.schedule(rooms_.now + callback.not_before, EventKind::callback_ready, id);
  } else {
    ready(id);
  }
}

void Callbacks::ready(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.place = Place::elsewhere;
  const Callback& callback = law(call);
  if (call.promised_by != none && callback.same_agent_for > 0) {
    const AgentState state = rooms_.floor.state(call.promised_by);
    if (state == AgentState::idle) return rooms_.ringing.offer(id, call.promised_by);
    if (state != AgentState::off) {
      rooms_.floor.join_personal_queue(call.promised_by, id);
      call.timeout = rooms_.schedule(rooms_.now + callback.same_agent_for, EventKind::same_agent_timeout, id);
      return;
    }
  }
  rooms_.entrance.seek_agent(id);
}

void Callbacks::same_agent_timeout(CallId id) {
  rooms_.calls[id].timeout = no_event;
  rooms_.floor.leave_personal_queue(id);
  rooms_.entrance.seek_agent(id);
}

void Callbacks::dial(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.place = Place::dialling;
  call.since = rooms_.now;
  rooms_.floor.assign(call.agent, id, AgentState::dialling);
  Stream draws = call.draws(Draw::dial);
  rooms_.schedule(rooms_.now + law(call).dial.draw(draws), EventKind::dialled, id);
}

void Callbacks::dialled(CallId id) {
  CallRecord& call = rooms_.calls[id];
  const Callback& callback = law(call);
  call.ring_time = rooms_.now - call.since;
  if (call.draws(Draw::reached).happens(callback.reached)) return rooms_.talk.answer(id);

  const AgentId agent = call.agent;
  const bool again = call.tries < callback.attempts;
  rooms_.end_leg(call, Outcome::not_reached, !again);
  if (again) {
    const std::uint32_t tries = call.tries;
    Stream draws = call.draws(Draw::retry);
    rooms_.begin_leg(call, call.type);
    call.tries = tries + 1;
    call.asked = call.requested;
    call.place = Place::at_home;
    rooms_.schedule(rooms_.now + callback.retry_after.draw(draws), EventKind::callback_ready, id);
  } else {
    rooms_.leave(id);
  }
  rooms_.floor.free(agent);
}

}  // namespace thirdring
