#include "sim/center/center.hpp"

namespace thirdring {

bool Center::run(std::uint64_t seed, std::uint64_t replication, Observer& observer, const std::atomic<bool>* stop) {
  rooms_.observer = &observer;
  start(seed, replication);
  while (!rooms_.events.empty()) {
    const Event event = rooms_.events.take();
    rooms_.now = event.time;
    handle(event);
    if (!rooms_.open) {
      rooms_.floor.go_home_if_done();
      if (last_call_gone()) break;
    }
    if ((++events_ & 0xffff) == 0 && stop && stop->load(std::memory_order_relaxed)) return false;
  }
  finish();
  return true;
}

void Center::start(std::uint64_t seed, std::uint64_t replication) {
  rooms_.now = 0;
  events_ = 0;
  rooms_.events.clear();
  rooms_.calls.clear();
  rooms_.lines.start();
  rooms_.entrance.start();
  rooms_.queues.start();
  rooms_.floor.start(seed, replication);
  rooms_.arrivals.start(seed, replication);
  begin_period(0);
  for (std::uint32_t source = 0; source < rooms_.arrivals.size(); ++source)
    if (const Seconds first = rooms_.arrivals.next(source); first < never)
      rooms_.schedule(first, EventKind::arrives, source);
}

void Center::begin_period(PeriodId period) {
  rooms_.period = period;
  rooms_.open = rooms_.model.calendar.periods[period].open;
  if (const Seconds end = rooms_.model.calendar.end_of(period); end < never)
    rooms_.schedule(end, EventKind::period_begins, period + 1);
  rooms_.observer->period_begins(period, rooms_.now);
  if (!rooms_.open && rooms_.model.calendar.after_close == Calendar::AfterClose::drop) rooms_.entrance.close();
  rooms_.floor.period_begins();
}

void Center::handle(const Event& event) {
  const std::uint32_t id = event.subject;
  switch (static_cast<EventKind>(event.kind)) {
    case EventKind::period_begins: return begin_period(id);
    case EventKind::shift_changes: return rooms_.floor.shift_changes(id);
    case EventKind::agent_returns: return rooms_.floor.returns(id);
    case EventKind::arrives: return rooms_.entrance.arrive(id);
    case EventKind::redials: return rooms_.redials.call_again(id);
    case EventKind::asks_for_agent: return rooms_.entrance.ask(id);
    case EventKind::overflows: return rooms_.entrance.overflow(id);
    case EventKind::loses_patience: return rooms_.entrance.lose_patience(id);
    case EventKind::picked_up: return rooms_.ringing.picked_up(id);
    case EventKind::taken_back: return rooms_.ringing.taken_back(id);
    case EventKind::hold_begins: return rooms_.talk.hold_begins(id);
    case EventKind::hold_over: return rooms_.talk.hold_over(id);
    case EventKind::hold_abandoned: return rooms_.talk.hold_abandoned(id);
    case EventKind::talk_over: return rooms_.talk.over(id);
    case EventKind::hand_over_done: return rooms_.hand_over.told(id);
    case EventKind::lead_timeout: return rooms_.hand_over.lead_timeout(id);
    case EventKind::callback_ready: return rooms_.callbacks.ready(id);
    case EventKind::same_agent_timeout: return rooms_.callbacks.same_agent_timeout(id);
    case EventKind::dialled: return rooms_.callbacks.dialled(id);
    case EventKind::wrap_up_over: return rooms_.floor.free(id);
  }
}

bool Center::last_call_gone() const {
  return rooms_.period + 1 == rooms_.model.calendar.periods.size() && rooms_.lines.used() == 0 &&
         rooms_.floor.busy() == 0 && rooms_.queues.waiting() == 0;
}

void Center::finish() {
  for (CallId id = 0; id < rooms_.calls.size(); ++id) {
    CallRecord& call = rooms_.calls[id];
    // Who is at home to call again has no leg; who is to be called back has.
    const bool on_the_way = call.place != CallRecord::Place::gone &&
                            (call.place != CallRecord::Place::at_home || call.tries > 0);
    if (on_the_way) rooms_.end_leg(call, Outcome::unfinished, true);
  }
  rooms_.observer->run_ends(rooms_.now);
}

}  // namespace thirdring
