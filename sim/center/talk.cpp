#include "sim/center/talk.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

Talk::Talk(Rooms& rooms)
    : rooms_(rooms),
      types_(rooms.model.call_types.size()),
      factors_(rooms.model.groups.size() * types_, 1.0) {
  for (GroupId g = 0; g < rooms.model.groups.size(); ++g)
    for (const Skill& skill : rooms.model.groups[g].skills)
      factors_[g * types_ + skill.type] = skill.talk_factor;
  for (const CallType& type : rooms.model.call_types)
    ends_simply_.push_back(!type.escalation && type.transfers.empty() && !type.callback && type.solved >= 1);
}

double Talk::factor(const CallRecord& call) const { return factors_[call.group * types_ + call.type]; }

void Talk::answer(CallRecord& call) {
  rooms_.cancel(call.patience);
  rooms_.cancel(call.timeout);
  call.place = Place::with_agent;
  call.answered = rooms_.now;
  if (rooms_.credit == Credit::answer) call.credit = rooms_.period;
  if (call.handing_over != none) return rooms_.hand_over.tell(call);
  rooms_.floor.change(call.agent, AgentState::talking);
  begin(call, call.talk_law());
}

void Talk::begin(CallRecord& call, const Distribution& law) {
  call.since = rooms_.now;
  Seconds talk = call.draw(law, Draw::talk) * factor(call);
  if (const auto& hold = call.law->hold; hold && !call.resumed) {
    Stream chances = call.draws(Draw::hold);
    if (chances.happens(hold->chance)) {
      if (chances.happens(hold->consent)) {
        call.remaining_talk = talk * (1 - hold->after);
        rooms_.schedule(rooms_.now + talk * hold->after, EventKind::hold_begins, call.id);
        return;
      }
      if (hold->callback_if_refused) {
        call.promised_callback = true;
        talk *= hold->after;
      }
    }
  }
  rooms_.schedule(rooms_.now + talk, EventKind::talk_over, call.id);
}

void Talk::hold_begins(CallRecord& call) {
  const Hold& hold = *call.law->hold;
  call.talk_time += rooms_.now - call.since;
  call.since = rooms_.now;
  call.held = true;
  rooms_.floor.change(call.agent, AgentState::holding);
  const Seconds lasts = call.draw(hold.time, Draw::hold_time),
                stays = call.draw(hold.patience, Draw::hold_patience);
  if (stays < lasts)
    rooms_.schedule(rooms_.now + stays, EventKind::hold_abandoned, call.id);
  else
    rooms_.schedule(rooms_.now + lasts, EventKind::hold_over, call.id);
}

void Talk::hold_over(CallRecord& call) {
  call.hold_time += rooms_.now - call.since;
  call.since = rooms_.now;
  rooms_.floor.change(call.agent, AgentState::talking);
  rooms_.schedule(rooms_.now + call.remaining_talk, EventKind::talk_over, call.id);
}

void Talk::hold_abandoned(CallRecord& call) {
  call.hold_time += rooms_.now - call.since;
  call.unsolved = true;
  call.wrap_up_time = call.draw(call.wrap_up_law(), Draw::wrap_up);
  const AgentId agent = call.agent;
  const Seconds wrap_up = call.wrap_up_time;
  rooms_.entrance.turn_away(call, Outcome::hung_up,
                            rooms_.model.call_types[call.first_type].redial.after_abandoning);
  rooms_.floor.wrap_up(agent, wrap_up);
}

void Talk::over(CallRecord& call) {
  call.talk_time += rooms_.now - call.since;
  if (!ends_simply_[call.type]) {
    if (!call.promised_callback && !call.resumed && rooms_.hand_over.passes_on(call)) return;
    decide_what_follows(call);
  }
  finish(call);
}

inline void Talk::end_leg(CallRecord& call, bool last_leg) {
  if (!call.resumed) {  // else the wrap-up of the agent's first part is still to come
    call.wrap_up_time = call.draw(call.wrap_up_law(), Draw::wrap_up);
  }
  rooms_.end_leg(call, Outcome::served, last_leg);
}

void Talk::end_served_leg(CallRecord& call, bool last_leg) { end_leg(call, last_leg); }

void Talk::decide_what_follows(CallRecord& call) {
  const CallType& type = *call.law;
  if (type.callback && !call.promised_callback)
    call.promised_callback = call.draws(Draw::promise).happens(type.callback->promised);
  if (call.promised_callback || (type.solved < 1 && !call.draws(Draw::solved).happens(type.solved)))
    call.unsolved = true;
  if (call.unsolved && !call.promised_callback)
    call.will_redial =
        rooms_.redials.decides(call, rooms_.model.call_types[call.first_type].redial.after_unsolved);
}

void Talk::finish(CallRecord& call) {
  const AgentId agent = call.agent;
  const bool called_back = call.promised_callback;
  end_leg(call, !called_back);
  const Seconds wrap_up = call.resumed ? rooms_.floor.wrap_up_due(agent) : call.wrap_up_time;
  if (called_back)
    rooms_.callbacks.request(call, call.law->callback_type, agent);
  else
    rooms_.leave(call);
  rooms_.floor.wrap_up(agent, wrap_up);
}

}  // namespace thirdring
