#include "sim/center/outages.hpp"

#include <algorithm>
#include <utility>

#include "sim/center/failures.hpp"
#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

Outages::Outages(Rooms& rooms)
    : rooms_(rooms),
      states_(rooms.model.outages.size()),
      cuts_(rooms.model.areas.size()),
      types_(rooms.model.call_types.size()),
      groups_(rooms.model.groups.size()) {}

void Outages::start(std::uint64_t seed, std::uint64_t replication) {
  const Model& model = rooms_.model;
  active_ = 0;
  if (!model.outages.empty()) {
    std::fill(types_.begin(), types_.end(), 0U);
    std::fill(groups_.begin(), groups_.end(), 0U);
    rooms_.routing.groups_change();
  }
  for (OutageId o = 0; o < states_.size(); ++o) {
    const std::string& name = model.outages[o].name;
    states_[o] = {Stream(seed, "outages/gaps/" + name, replication),
                  Stream(seed, "outages/lengths/" + name, replication), never, 0};
    schedule_next(o);
  }
  for (std::size_t a = 0; a < cuts_.size(); ++a) {
    cuts_[a] = power_cuts(model.areas[a], model.calendar.horizon(), seed, replication);
    for (const PowerCut& cut : cuts_[a]) {
      const auto id = static_cast<OutageId>(states_.size() + a);
      rooms_.schedule(cut.from, EventKind::power_goes, id);
      rooms_.schedule(cut.to, EventKind::power_is_back, id);
    }
  }
}

void Outages::schedule_next(OutageId o) {
  const Failures& when = rooms_.model.outages[o].when;
  State& state = states_[o];
  if (when.every) {
    // Who still waits a day after the last close waits in vain, and should not meet one after the other for
    // ever.
    constexpr Seconds a_day = 86400;
    const Seconds at = rooms_.now + when.every->draw(state.gaps);
    if (at < rooms_.model.calendar.horizon() + a_day) rooms_.schedule(at, EventKind::outage_begins, o);
    return;
  }
  while (state.next < when.at.size() && when.at[state.next] < rooms_.now) ++state.next;
  if (state.next < when.at.size()) rooms_.schedule(when.at[state.next++], EventKind::outage_begins, o);
}

void Outages::begins(OutageId o) {
  const Outage& outage = rooms_.model.outages[o];
  State& state = states_[o];
  state.back = rooms_.now + outage.when.lasts.draw(state.lengths);
  rooms_.schedule(state.back, EventKind::outage_ends, o);
  ++active_;
  for (const TypeId t : outage.types) ++types_[t];
  rooms_.lines.equipment_fails(true);
  rooms_.observer->outage_changes(o, true, rooms_.now);
  if (!outage.types.empty()) put_callbacks_off();
  if (outage.cuts_calls) cut_waiting(outage);
  if (!outage.groups.empty()) {
    for (const GroupId g : outage.groups)
      if (++groups_[g] == 1) rooms_.floor.stop(g);
    rooms_.routing.groups_change();
  }
  if (outage.cuts_calls) cut_talking(outage);
  if (!outage.groups.empty()) leave_groups();
}

void Outages::ends(OutageId o) {
  const Outage& outage = rooms_.model.outages[o];
  states_[o].back = never;
  --active_;
  for (const TypeId t : outage.types) --types_[t];
  rooms_.lines.equipment_fails(active_ > 0);
  rooms_.observer->outage_changes(o, false, rooms_.now);
  schedule_next(o);
  if (outage.groups.empty()) return;
  for (const GroupId g : outage.groups) --groups_[g];
  rooms_.routing.groups_change();
  for (const GroupId g : outage.groups)
    if (groups_[g] == 0) rooms_.floor.go_on(g);
}

const Outage& Outages::worst(TypeId type) const {
  OutageId last = none;
  for (OutageId o = 0; o < states_.size(); ++o) {
    const std::vector<TypeId>& types = rooms_.model.outages[o].types;
    if (states_[o].back == never || std::find(types.begin(), types.end(), type) == types.end()) continue;
    if (last == none || states_[o].back > states_[last].back) last = o;
  }
  return rooms_.model.outages[last];
}

Seconds Outages::back(TypeId type) const {
  return states_[static_cast<std::size_t>(&worst(type) - rooms_.model.outages.data())].back;
}

void Outages::turn_away(CallRecord& call) {
  const Outage& outage = worst(call.first_type);
  const bool leaves_number =
      call.law->callback_type != none && call.draws(Draw::leave_number).happens(outage.leave_number);
  if (!leaves_number) return cut(call, Outcome::outage, outage);
  rooms_.end_leg(call, Outcome::outage, false);
  rooms_.callbacks.request(call, call.law->callback_type, none);
}

void Outages::put_off(CallRecord& call) {
  call.place = Place::at_home;
  rooms_.schedule(back(call.first_type), EventKind::callback_ready, call.id);
}

void Outages::put_callbacks_off() {
  for (CallId id = 0; id < rooms_.calls.size(); ++id) {
    CallRecord& call = rooms_.calls[id];
    if (call.place == Place::gone || !hits(call.first_type) || call.law->kind != CallType::Kind::callback)
      continue;
    if (call.place == Place::dialling)
      rooms_.ringing.stop(call);
    else if (call.place == Place::queue || call.place == Place::personal_queue)
      rooms_.entrance.leave_queue(call);
    else
      continue;
    rooms_.cancel(call, &CallAside::overflow);
    put_off(call);
  }
}

bool Outages::is_cut(const CallRecord& call, const Outage& outage) const {
  const auto among = [](const auto& all, std::uint32_t one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  // A case lies on a desk.
  if (call.law->kind == CallType::Kind::work_order) return false;
  return among(outage.types, call.first_type) ||
         (call.place == Place::with_agent && among(outage.groups, call.group));
}

// Those with an agent on the line come last, as that agent should not get free for one who is cut next.
void Outages::cut_waiting(const Outage& outage) {
  for (const bool with_agent : {false, true})
    for (CallId id = 0; id < rooms_.calls.size(); ++id) {
      CallRecord& call = rooms_.calls[id];
      const bool waits = call.place == Place::menu || call.place == Place::queue ||
                         call.place == Place::personal_queue || call.place == Place::ringing;
      if (!waits || (call.aside->handing_over != none) != with_agent || !is_cut(call, outage)) continue;
      const AgentId teller = rooms_.calls.dismiss_teller(call);
      if (call.place == Place::menu) {
        rooms_.cancel(call.ring);
        call.asked = rooms_.now;  // for nobody yet: no wait
      }
      if (call.place == Place::ringing) rooms_.ringing.stop(call);
      rooms_.entrance.leave_queue(call);
      cut(call, Outcome::outage, outage);
      if (teller != none) rooms_.floor.wrap_up(teller);
    }
}

void Outages::cut_talking(const Outage& outage) {
  for (CallId id = 0; id < rooms_.calls.size(); ++id) {
    CallRecord& call = rooms_.calls[id];
    if (call.place == Place::with_agent && is_cut(call, outage)) rooms_.talk.cut(call, outage);
  }
}

void Outages::cut(CallRecord& call, Outcome outcome, const Outage& outage) {
  const bool calls = rooms_.model.call_types[call.first_type].kind == CallType::Kind::inbound;
  call.will_redial = calls && rooms_.redials.decides(call, outage.call_later);
  rooms_.end_leg(call, outcome, true);
  rooms_.hang_up(call);
  if (call.will_redial)
    rooms_.redials.schedule(call, outage.delay);
  else
    rooms_.calls.release(call);
}

void Outages::leave_groups() {
  for (CallId id = 0; id < rooms_.calls.size(); ++id) {
    CallRecord& call = rooms_.calls[id];
    if (call.place == Place::ringing && hits_group(call.group)) {
      rooms_.ringing.leave_agent(call);
    } else if (call.place == Place::dialling && hits_group(call.group)) {
      rooms_.ringing.leave_agent(call);
    } else if (call.place == Place::queue && rooms_.routing.goes_on_at_once(call)) {
      rooms_.cancel(call, &CallAside::overflow);
      if (call.law->kind == CallType::Kind::work_order)
        rooms_.cases.overflow(call);
      else
        rooms_.entrance.overflow(call);
    }
  }
  for (GroupId g = 0; g < groups_.size(); ++g)
    if (hits_group(g)) rooms_.floor.empty_personal_queues(g);
}

}  // namespace thirdring
