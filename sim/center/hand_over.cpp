#include "sim/center/hand_over.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

const Escalation* HandOver::escalation_of(const CallRecord& call) const {
  const CallType& type = rooms_.type_of(call);
  const bool by_lead = type.kind == CallType::Kind::escalation ||
                       (type.kind == CallType::Kind::callback &&
                        rooms_.model.call_types[type.origin].kind == CallType::Kind::escalation);
  return by_lead ? &*rooms_.model.call_types[call.from].escalation : nullptr;
}

const Distribution& HandOver::talk(const CallRecord& call) const {
  const Escalation* escalation = escalation_of(call);
  return escalation ? escalation->talk : rooms_.type_of(call).talk;
}

const Distribution& HandOver::wrap_up(const CallRecord& call) const {
  const Escalation* escalation = escalation_of(call);
  return escalation ? escalation->wrap_up : rooms_.type_of(call).wrap_up;
}

const Distribution& HandOver::patience(const CallRecord& call) const {
  return rooms_.model.call_types[escalation_of(call) ? call.from : call.type].patience;
}

bool HandOver::passes_on(CallId id) {
  CallRecord& call = rooms_.calls[id];
  const CallType& type = rooms_.type_of(call);
  if (type.escalation && call.draws(Draw::escalation).happens(type.escalation->chance)) {
    escalate(id, *type.escalation);
    return true;
  }
  if (type.transfers.empty()) return false;
  double u = call.draws(Draw::transfer).uniform();
  for (const Transfer& way : type.transfers) {
    if ((u -= way.chance) >= 0) continue;
    transfer(id, way);
    return true;
  }
  return false;
}

void HandOver::escalate(CallId id, const Escalation& escalation) {
  CallRecord& call = rooms_.calls[id];
  call.escalated = true;
  const GroupId leads = escalation.to != none ? escalation.to : rooms_.model.groups[call.group].team_lead;
  const TypeId to = rooms_.model.groups[leads].escalation_type;
  if (escalation.mode == Escalation::Mode::call_back) {
    const AgentId agent = call.agent;
    rooms_.talk.end_served_leg(call, false);
    const Seconds wrap_up = call.wrap_up_time;
    rooms_.callbacks.request(id, rooms_.model.call_types[to].callback_type, none);
    return rooms_.floor.wrap_up(agent, wrap_up);
  }
  pass_on(id, to, escalation.mode == Escalation::Mode::warm, escalation.hand_over);
}

void HandOver::transfer(CallId id, const Transfer& transfer) {
  rooms_.calls[id].transferred = true;
  pass_on(id, transfer.to, transfer.warm, transfer.hand_over);
}

void HandOver::pass_on(CallId id, TypeId to, bool warm, const Distribution& hand_over) {
  CallRecord& call = rooms_.calls[id];
  const AgentId agent = call.agent;
  rooms_.talk.end_served_leg(call, false);
  const Seconds wrap_up = call.wrap_up_time;
  rooms_.begin_leg(call, to);
  if (warm) {
    call.handing_over = agent;
    call.hand_over_law = &hand_over;
    rooms_.floor.set_wrap_up(agent, wrap_up);
    rooms_.floor.change(agent, AgentState::handing_over);
  }
  const Escalation* escalation = escalation_of(call);
  if (escalation && escalation->otherwise != Escalation::Otherwise::wait && escalation->within < never)
    call.timeout = rooms_.schedule(rooms_.now + escalation->within, EventKind::lead_timeout, id);
  rooms_.entrance.seek_agent(id);
  // Only now: an agent who serves the next leg too should not get the same call back.
  if (!warm) rooms_.floor.wrap_up(agent, wrap_up);
}

void HandOver::tell(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.since = rooms_.now;
  rooms_.floor.assign(call.agent, id, AgentState::handing_over);
  Stream draws = call.draws(Draw::hand_over);
  rooms_.schedule(rooms_.now + call.hand_over_law->draw(draws), EventKind::hand_over_done, id);
}

void HandOver::told(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.hand_over_time = rooms_.now - call.since;
  const AgentId teller = call.handing_over;
  call.handing_over = none;
  rooms_.floor.change(call.agent, AgentState::talking);
  rooms_.talk.begin(id, talk(call));
  rooms_.floor.wrap_up(teller);
}

void HandOver::lead_timeout(CallId id) {
  CallRecord& call = rooms_.calls[id];
  call.timeout = no_event;
  if (call.place == Place::queue) {
    rooms_.queues.remove(id);
    give_up_lead(id);
  } else {
    // A lead's telephone is ringing at this moment: let it ring once more.
    call.timeout = rooms_.schedule(rooms_.now + rooms_.model.ringing.cycle, EventKind::lead_timeout, id);
  }
}

void HandOver::give_up_lead(CallId id) {
  CallRecord& call = rooms_.calls[id];
  const Escalation& escalation = *escalation_of(call);
  const TypeId leads = call.type, before = call.from;
  const AgentId agent = call.handing_over;
  rooms_.cancel(call.patience);
  rooms_.cancel(call.overflow);
  call.handing_over = none;
  if (escalation.otherwise == Escalation::Otherwise::callback) {
    rooms_.end_leg(call, Outcome::callback, false);
    rooms_.callbacks.request(id, rooms_.model.call_types[leads].callback_type, none);
    if (agent != none) rooms_.floor.wrap_up(agent);
    return;
  }
  rooms_.end_leg(call, Outcome::withdrawn, false);
  rooms_.begin_leg(call, before);
  call.resumed = true;
  call.agent = agent;
  call.group = rooms_.floor.group(agent);
  call.place = Place::with_agent;
  call.answered = rooms_.now;
  rooms_.floor.assign(agent, id, AgentState::talking);
  rooms_.talk.begin(id, escalation.talk);
}

}  // namespace thirdring
