#include "sim/center/hand_over.hpp"

#include <algorithm>

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

double HandOver::escalation_chance(const CallRecord& call) const {
  const auto& escalation = call.law->escalation;
  if (!escalation) return 0;
  const Proficiency* const ability = rooms_.abilities.of(call.agent);
  return ability ? std::min(1.0, escalation->chance * ability->escalation) : escalation->chance;
}

bool HandOver::escalates(const CallRecord& call) const {
  return call.law->escalation && call.draws(Draw::escalation).happens(escalation_chance(call));
}

const Transfer* HandOver::way(const CallRecord& call) const {
  const CallType& type = *call.law;
  // Chances are of all served calls, and those that escalate have gone.
  double u = call.draws(Draw::transfer).uniform();
  u *= 1 - escalation_chance(call);
  for (const Transfer& way : type.transfers)
    if ((u -= way.chance) < 0) return &way;
  return nullptr;
}

bool HandOver::decides(const CallRecord& call) const { return escalates(call) || way(call) != nullptr; }

bool HandOver::passes_on(CallRecord& call) {
  if (escalates(call)) {
    escalate(call, none);
    return true;
  }
  if (call.law->transfers.empty()) return false;
  const Transfer* const passes = way(call);
  if (passes) transfer(call, passes->to, passes->warm, passes->hand_over);
  return passes != nullptr;
}

void HandOver::escalate(CallRecord& call, GroupId leads) {
  const Escalation& escalation = *call.law->escalation;
  call.escalated = true;
  if (leads == none)
    leads = escalation.to != none ? escalation.to : rooms_.model.groups[call.group].team_lead;
  const TypeId to = rooms_.model.groups[leads].escalation_type;
  if (escalation.mode == Escalation::Mode::call_back) {
    const AgentId agent = call.agent;
    rooms_.talk.end_served_leg(call, false);
    const Seconds wrap_up = call.wrap_up_time;
    rooms_.callbacks.request(call, rooms_.model.call_types[to].callback_type, none);
    return rooms_.floor.wrap_up(agent, wrap_up);
  }
  pass_on(call, to, escalation.mode == Escalation::Mode::warm, escalation.hand_over);
}

void HandOver::transfer(CallRecord& call, TypeId to, bool warm, const Distribution& hand_over) {
  call.transferred = true;
  pass_on(call, to, warm, hand_over);
}

void HandOver::back_to(CallRecord& call, AgentId to, Seconds within) {
  const AgentId agent = call.agent;
  call.transferred = true;
  rooms_.talk.end_served_leg(call, false);
  const Seconds wrap_up = call.wrap_up_time;
  rooms_.begin_leg(call, call.type);
  rooms_.calls.aside(call).promised_by = to;
  rooms_.entrance.seek(call, to, within);
  rooms_.floor.wrap_up(agent, wrap_up);
}

void HandOver::pass_on(CallRecord& call, TypeId to, bool warm, const Distribution& hand_over) {
  const AgentId agent = call.agent;
  rooms_.talk.end_served_leg(call, false);
  const Seconds wrap_up = call.wrap_up_time;
  rooms_.begin_leg(call, to);
  if (warm) {
    CallAside& aside = rooms_.calls.aside(call);
    aside.handing_over = agent;
    aside.hand_over_law = &hand_over;
    rooms_.floor.set_wrap_up(agent, wrap_up);
    rooms_.floor.change(agent, AgentState::handing_over);
  }
  const Escalation* escalation = call.aside->escalation;
  if (escalation && escalation->otherwise != Escalation::Otherwise::wait && escalation->within < never)
    rooms_.calls.aside(call).timeout =
        rooms_.schedule(rooms_.now + escalation->within, EventKind::lead_timeout, call.id);
  rooms_.entrance.seek_agent(call);
  // Only now: an agent who serves the next leg too should not get the same call back.
  if (!warm) rooms_.floor.wrap_up(agent, wrap_up);
}

void HandOver::tell(CallRecord& call) {
  call.since = rooms_.now;
  rooms_.floor.change(call.agent, AgentState::handing_over);
  call.ring = rooms_.schedule(rooms_.now + call.draw(*call.aside->hand_over_law, Draw::hand_over),
                              EventKind::hand_over_done, call.id);
}

void HandOver::told(CallRecord& call) {
  rooms_.calls.aside(call).hand_over_time = rooms_.now - call.since;
  call.told = call.aside->hand_over_time > 0;
  const AgentId teller = rooms_.calls.dismiss_teller(call);
  rooms_.floor.change(call.agent, AgentState::talking);
  rooms_.talk.begin(call, call.talk_law());
  rooms_.floor.wrap_up(teller);
}

void HandOver::lead_timeout(CallRecord& call) {
  rooms_.calls.aside(call).timeout = no_event;
  if (call.place == Place::queue) {
    rooms_.queues.remove(call);
    give_up_lead(call);
  } else {
    // A lead's telephone is ringing at this moment: let it ring once more.
    rooms_.calls.aside(call).timeout =
        rooms_.schedule(rooms_.now + rooms_.model.ringing.cycle, EventKind::lead_timeout, call.id);
  }
}

void HandOver::give_up_lead(CallRecord& call) {
  const Escalation& escalation = *call.aside->escalation;
  const TypeId leads = call.type, before = call.aside->from;
  const AgentId agent = rooms_.calls.dismiss_teller(call);
  rooms_.cancel(call.patience);
  rooms_.cancel(call, &CallAside::overflow);
  if (escalation.otherwise == Escalation::Otherwise::callback) {
    rooms_.end_leg(call, Outcome::callback, false);
    rooms_.callbacks.request(call, rooms_.model.call_types[leads].callback_type, none);
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
  rooms_.floor.change(agent, AgentState::talking);
  rooms_.talk.begin(call, escalation.talk);
}

}  // namespace thirdring
