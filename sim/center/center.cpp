#include "sim/center/center.hpp"

namespace thirdring {

bool Center::run(std::uint64_t seed, std::uint64_t replication, Observer& observer,
                 const std::atomic<bool>* stop) {
  rooms_.observer = &observer;
  start(seed, replication);
  constexpr std::uint32_t look_after = 0x10000;
  std::uint32_t till_look = look_after;
  for (Event event;;) {
    const Seconds next_arrival = rooms_.arrivals.next_time();
    if (rooms_.events.take_until(next_arrival, event)) {
      rooms_.now = event.time;
      rooms_.calls.prepare(rooms_.events.likely_next());
      // Half of all events, so it does not wait its turn.
      if (static_cast<EventKind>(event.kind) == EventKind::talk_over)
        rooms_.talk.over(rooms_.calls[event.subject]);
      else
        handle(event);
    } else if (next_arrival < never) {
      rooms_.now = next_arrival;
      rooms_.entrance.arrive();
    } else {
      break;
    }
    if (rooms_.watched && !goes_on_after(event)) break;
    if (--till_look == 0) {
      if (stop && stop->load(std::memory_order_relaxed)) return false;
      endless_.look(rooms_, look_after);
      events_ += look_after;
      till_look = look_after;
    }
  }
  events_ += look_after - till_look;
  finish();
  return true;
}

bool Center::goes_on_after(const Event& event) {
  const auto kind = static_cast<EventKind>(event.kind);
  // After an arrival the event is an earlier one.
  if (event.time == rooms_.now && (kind == EventKind::talk_over || kind == EventKind::wrap_up_over))
    rooms_.diallers.look();
  if (rooms_.open) return true;
  rooms_.floor.go_home_if_done();
  return !last_call_gone();
}

void Center::start(std::uint64_t seed, std::uint64_t replication) {
  rooms_.now = 0;
  events_ = 0;
  endless_.start();
  rooms_.events.clear();
  rooms_.calls.clear();
  rooms_.cases.start();
  rooms_.lines.start();
  rooms_.entrance.start();
  rooms_.queues.start();
  rooms_.floor.start(seed, replication);
  rooms_.arrivals.start(seed, replication);
  rooms_.outages.start(seed, replication);
  rooms_.outbound.start(seed, replication);
  rooms_.diallers.start(seed, replication);
  rooms_.preemption.start();
  begin_period(0);
}

void Center::begin_period(PeriodId period) {
  rooms_.period = period;
  rooms_.open = rooms_.model.calendar.periods[period].open;
  rooms_.watch();
  if (const Seconds end = rooms_.model.calendar.end_of(period); end < never)
    rooms_.schedule(end, EventKind::period_begins, period + 1);
  if (rooms_.abilities.learn() && rooms_.open)
    rooms_.abilities.day_begins(rooms_.model.calendar.days[rooms_.model.calendar.periods[period].day].opens);
  rooms_.routing.period_begins(rooms_.open);
  rooms_.observer->period_begins(period, rooms_.now);
  if (!rooms_.open && rooms_.model.calendar.after_close == Calendar::AfterClose::drop)
    rooms_.entrance.close();
  if (!rooms_.open) rooms_.callbacks.close();
  rooms_.floor.period_begins();
  if (rooms_.open && rooms_.model.calendar.days[rooms_.model.calendar.periods[period].day].first == period)
    rooms_.outbound.day_begins();
}

void Center::handle(const Event& event) {
  const std::uint32_t subject = event.subject;
  const auto call = [&]() -> CallRecord& { return rooms_.calls[subject]; };
  switch (static_cast<EventKind>(event.kind)) {
    case EventKind::period_begins:
      return begin_period(subject);
    case EventKind::shift_changes:
      return rooms_.floor.shift_changes(subject);
    case EventKind::agent_returns:
      return rooms_.floor.returns(subject);
    case EventKind::outage_begins:
      return rooms_.outages.begins(subject);
    case EventKind::outage_ends:
      return rooms_.outages.ends(subject);
    case EventKind::power_goes:
      return rooms_.observer->outage_changes(subject, true, rooms_.now);
    case EventKind::power_is_back:
      return rooms_.observer->outage_changes(subject, false, rooms_.now);
    case EventKind::redials:
      return rooms_.redials.call_again(call());
    case EventKind::asks_for_agent:
      return rooms_.entrance.ask(call());
    case EventKind::overflows:
      return rooms_.entrance.overflow(call());
    case EventKind::loses_patience:
      return rooms_.entrance.lose_patience(call());
    case EventKind::picked_up:
      return rooms_.ringing.picked_up(call());
    case EventKind::taken_back:
      return rooms_.ringing.taken_back(call());
    case EventKind::hold_begins:
      return rooms_.talk.hold_begins(call());
    case EventKind::hold_over:
      return rooms_.talk.hold_over(call());
    case EventKind::hold_abandoned:
      return rooms_.talk.hold_abandoned(call());
    case EventKind::talk_over:
      return rooms_.talk.over(call());
    case EventKind::hand_over_done:
      return rooms_.hand_over.told(call());
    case EventKind::lead_timeout:
      return rooms_.hand_over.lead_timeout(call());
    case EventKind::callback_ready:
      return rooms_.callbacks.ready(call());
    case EventKind::same_agent_timeout:
      return rooms_.callbacks.same_agent_timeout(call());
    case EventKind::dialled:
      return rooms_.callbacks.dialled(call());
    case EventKind::dialler_switches:
      return rooms_.diallers.switches(subject / 2, subject % 2 == 1);
    case EventKind::number_dialled:
      return rooms_.diallers.dialled(subject / 2, subject % 2 == 1);
    case EventKind::case_opens:
      return rooms_.cases.opens(subject);
    case EventKind::case_overflows:
      return rooms_.cases.overflow(call());
    case EventKind::case_arrives:
      return rooms_.cases.arrives(call());
    case EventKind::case_work_over:
      return rooms_.cases.work_over(call());
    case EventKind::case_closes:
      return rooms_.cases.closes(subject);
    case EventKind::wrap_up_over:
      return rooms_.floor.free(subject);
  }
}

bool Center::last_call_gone() const {
  return rooms_.period + 1 == rooms_.model.calendar.periods.size() && rooms_.lines.used() == 0 &&
         rooms_.floor.busy() == 0 && rooms_.queues.waiting() == rooms_.cases.waiting() &&
         rooms_.cases.all_opened();
}

void Center::finish() {
  for (CallId id = 0; id < rooms_.calls.size(); ++id) {
    CallRecord& call = rooms_.calls[id];
    // Who is at home to call again has no leg; who is to be called back has.
    const bool on_the_way = call.place != CallRecord::Place::gone &&
                            (call.place != CallRecord::Place::at_home || call.aside->tries > 0);
    if (on_the_way) rooms_.end_leg(call, Outcome::unfinished, true);
  }
  rooms_.cases.finish();
  rooms_.observer->run_ends(rooms_.now);
}

}  // namespace thirdring
