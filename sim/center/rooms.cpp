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
      diallers(*this),
      preemption(*this) {}

void Rooms::cancel_running(EventId& timer) {
  events.cancel(timer);
  timer = no_event;
}

void Rooms::cancel_running_timers(CallRecord& call) {
  cancel(call.patience);
  cancel(call, &CallAside::overflow);
  cancel(call, &CallAside::timeout);
}

void Rooms::begin_leg(CallRecord& call, TypeId type) {
  CallRecord next;
  next.seed = call.seed;
  next.contact = call.contact;
  next.first_type = call.first_type;
  next.attempt = call.attempt;
  next.has_line = call.has_line;
  next.leg = call.leg + 1;
  next.type = type;
  next.queue = queues.entry(type);
  next.id = call.id;
  next.law = &model.call_types[type];
  const bool by_lead = next.law->kind == CallType::Kind::escalation ||
                       (next.law->kind == CallType::Kind::callback &&
                        model.call_types[next.law->origin].kind == CallType::Kind::escalation);
  const CallHistory history = *call.aside;
  // A callback after an escalation still follows what the first type says of escalations.
  const TypeId from = model.call_types[call.type].kind == CallType::Kind::inbound ||
                              call.aside->from == none ||
                              model.call_types[type].kind != CallType::Kind::callback
                          ? call.type
                          : call.aside->from;
  next.arrived = next.asked = now;
  next.credit = period;
  next.place = CallRecord::Place::elsewhere;
  call = next;
  CallAside& aside = calls.aside(call);
  static_cast<CallHistory&>(aside) = history;
  aside.from = from;
  if (by_lead) aside.escalation = &*model.call_types[from].escalation;
}

}  // namespace thirdring
