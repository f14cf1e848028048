// The building: all rooms of the running centre, and the clock on its wall.
#pragma once
#include "sim/center/abilities.hpp"
#include "sim/center/arrivals.hpp"
#include "sim/center/callbacks.hpp"
#include "sim/center/calls.hpp"
#include "sim/center/cases.hpp"
#include "sim/center/conversation.hpp"
#include "sim/center/diallers.hpp"
#include "sim/center/entrance.hpp"
#include "sim/center/event_kind.hpp"
#include "sim/center/floor.hpp"
#include "sim/center/hand_over.hpp"
#include "sim/center/lines.hpp"
#include "sim/center/observer.hpp"
#include "sim/center/outages.hpp"
#include "sim/center/outbound.hpp"
#include "sim/center/preemption.hpp"
#include "sim/center/queues.hpp"
#include "sim/center/redials.hpp"
#include "sim/center/ringing.hpp"
#include "sim/center/routing.hpp"
#include "sim/center/talk.hpp"
#include "sim/kernel/event_list.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

/// The rooms in the order in which a call goes through them.  Each knows its own state and asks the others
/// through their verbs; what is here for all is the model, the future and the time.
struct Rooms {
  explicit Rooms(const Model& the_model);

  const Model& model;
  const Credit credit;  ///< the period in which calls count
  Observer* observer = nullptr;
  EventList events;
  Seconds now = 0;
  PeriodId period = 0;
  bool open = true;      ///< false from a day's close to the next opening
  bool watched = false;  ///< something is to be looked at after each event: watch()
  Calls calls;

  ArrivalSources arrivals;
  Lines lines;
  Queues queues;
  Entrance entrance;
  Routing routing;
  Floor floor;
  Abilities abilities;
  Ringing ringing;
  Talk talk;
  Conversation conversation;
  HandOver hand_over;
  Callbacks callbacks;
  Cases cases;
  Redials redials;
  Outages outages;
  Outbound outbound;
  Diallers diallers;
  Preemption preemption;

  EventId schedule(Seconds time, EventKind kind, std::uint32_t subject) {
    return events.schedule(time, static_cast<std::uint8_t>(kind), subject);
  }
  /// After the close, or while a dialler works, events may have more to follow than they know themselves.
  void watch() { watched = !open || diallers.on(); }

  /// Takes a timer back if it is running.
  void cancel(EventId& timer) {
    if (timer != no_event) cancel_running(timer);
  }
  void cancel(CallRecord& call, EventId CallAside::*timer) {
    if (call.aside->*timer != no_event) cancel_running(calls.aside(call).*timer);
  }

  void cancel_timers(CallRecord& call) {
    if ((call.patience & call.aside->overflow & call.aside->timeout) != no_event) cancel_running_timers(call);
  }

  /// Ends the present leg and tells the observer.
  void end_leg(CallRecord& call, Outcome outcome, bool last_leg);
  /// Starts the next leg of the same contact, as a call of `type`.
  void begin_leg(CallRecord& call, TypeId type);
  /// The caller hangs up: the line is free again.
  void hang_up(CallRecord& call);
  /// The contact is over (its last leg has ended): the caller hangs up and is gone, or will call again.
  void leave(CallRecord& call);

 private:
  [[gnu::noinline]] void cancel_running(EventId& timer);
  [[gnu::noinline]] void cancel_running_timers(CallRecord& call);
};

inline void Rooms::end_leg(CallRecord& call, Outcome outcome, bool last_leg) {
  cancel_timers(call);
  call.ended = now;
  call.outcome = outcome;
  call.last_leg = last_leg;
  if (credit == Credit::end) call.credit = period;
  observer->leg_ends(call);
}

inline void Rooms::hang_up(CallRecord& call) {
  if (call.has_line) lines.release();
  call.has_line = false;
}

inline void Rooms::leave(CallRecord& call) {
  hang_up(call);
  if (call.will_redial)
    redials.schedule(call);
  else
    calls.release(call);
}

}  // namespace thirdring
