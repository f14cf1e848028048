#include "sim/center/rooms.hpp"

namespace thirdring {

Rooms::Rooms(const Model& the_model)
    : model(the_model),
      credit(the_model.measuring.credit),
      arrivals(the_model),
      lines(*this),
      queues(*this),
      entrance(*this),
      routing(*this),
      floor(*this),
      abilities(the_model),
      ringing(*this),
      talk(*this),
      conversation(*this),
      hand_over(*this),
      callbacks(*this),
      cases(*this),
      redials(*this),
      outages(*this),
      outbound(*this),
      preemption(*this) {}

void Rooms::cancel_running(EventId& timer) {
  events.cancel(timer);
  timer = no_event;
}

void Rooms::cancel_running_timers(CallRecord& call) {
  cancel(call.patience);
  cancel(call.overflow);
  cancel(call.timeout);
}

void Rooms::begin_leg(CallRecord& call, TypeId type) {
  CallRecord next;
  next.seed = call.seed;
  next.contact = call.contact;
  next.first_arrived = call.first_arrived;
  next.first_type = call.first_type;
  next.attempt = call.attempt;
  next.tries = call.tries;
  next.due = call.due;
  next.requested = call.requested;
  next.promised_by = call.promised_by;
  next.earlier_agent = call.earlier_agent;
  next.earlier = call.earlier;
  next.earlier_end = call.earlier_end;
  next.has_line = call.has_line;
  next.leg = call.leg + 1;
  // A callback after an escalation still follows what the first type says of escalations.
  next.from = model.call_types[call.type].kind == CallType::Kind::inbound || call.from == none ||
                      model.call_types[type].kind != CallType::Kind::callback
                  ? call.type
                  : call.from;
  next.type = type;
  next.queue = queues.entry(type);
  next.id = call.id;
  next.law = &model.call_types[type];
  const bool by_lead = next.law->kind == CallType::Kind::escalation ||
                       (next.law->kind == CallType::Kind::callback &&
                        model.call_types[next.law->origin].kind == CallType::Kind::escalation);
  if (by_lead) next.escalation = &*model.call_types[next.from].escalation;
  next.arrived = next.asked = now;
  next.credit = period;
  next.place = CallRecord::Place::elsewhere;
  call = next;
}

}  // namespace thirdring
