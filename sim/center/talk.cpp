#include "sim/center/talk.hpp"

#include <utility>

#include "sim/center/rooms.hpp"

namespace thirdring {

using Place = CallRecord::Place;

Talk::Talk(Rooms& rooms)
    : rooms_(rooms),
      types_(rooms.model.call_types.size()),
      any_factor_(rooms.abilities.any()),
      factor_(rooms.model.groups.size() * types_, 1.0) {
  for (GroupId g = 0; g < rooms.model.groups.size(); ++g)
    for (const Skill& skill : rooms.model.groups[g].skills) {
      factor_[g * types_ + skill.type] = skill.talk_factor;
      any_factor_ = any_factor_ || skill.talk_factor != 1;
    }
  bool all_alike = true;
  for (const AgentGroup& group : rooms.model.groups) all_alike &= group.proficiencies.empty();
  for (const CallType& type : rooms.model.call_types) {
    const bool is_all = all_alike && !type.conversation && !type.escalation && type.transfers.empty() &&
                        !type.callback && type.solved >= 1 && type.follow_ups.empty() && type.opens.empty() &&
                        !type.preemptible;
    more_.push_back(static_cast<std::uint8_t>(
        (type.conversation || type.hold ? in_it : 0) | (is_all ? 0 : after_it) |
        (type.follow_ups.empty() ? 0 : a_follow_up) | (type.preemptible ? more_work : 0)));
  }
}

double Talk::factor(AgentId agent, GroupId group, TypeId type) const {
  if (!any_factor_) return 1;
  const double usual = factor_[group * types_ + type];
  const Proficiency* const own = rooms_.abilities.of(agent);
  return own ? usual * own->talk_factor : usual;
}

void Talk::answer(CallRecord& call) {
  rooms_.cancel_timers(call);
  call.place = Place::with_agent;
  call.answered = rooms_.now;
  if (rooms_.credit == Credit::answer) call.credit = rooms_.period;
  if (call.aside->handing_over != none) return rooms_.hand_over.tell(call);
  rooms_.floor.change(call.agent, AgentState::talking);
  begin(call, call.talk_law());
}

void Talk::begin(CallRecord& call, const Distribution& law) {
  call.since = rooms_.now;
  const Seconds talk = call.draw(law, Draw::talk) * factor(call.agent, call.group, call.type);
  if ((more_[call.type] & in_it) != 0) return begin_with_more(call, talk);
  call.ring = rooms_.schedule(rooms_.now + talk, EventKind::talk_over, call.id);
}

void Talk::begin_with_more(CallRecord& call, Seconds talk) {
  if (Conversation::goes_on_in(call)) return rooms_.conversation.begin(call, talk);
  if (const auto& hold = call.law->hold; hold && !call.resumed) {
    Stream chances = call.draws(Draw::hold);
    if (chances.happens(hold->chance)) {
      if (chances.happens(hold->consent)) {
        rooms_.calls.aside(call).remaining_talk = talk * (1 - hold->after);
        call.ring = rooms_.schedule(rooms_.now + talk * hold->after, EventKind::hold_begins, call.id);
        return;
      }
      if (hold->callback_if_refused) {
        call.promised_callback = true;
        talk *= hold->after;
      }
    }
  }
  call.ring = rooms_.schedule(rooms_.now + talk, EventKind::talk_over, call.id);
}

void Talk::hold_begins(CallRecord& call) {
  call.talk_time += rooms_.now - call.since;
  call.since = rooms_.now;
  call.held = true;
  rooms_.floor.change(call.agent, AgentState::holding);
  const auto [lasts, stays] =
      Conversation::goes_on_in(call)
          ? rooms_.conversation.hold_times(call)
          : Conversation::HoldTimes{call.draw(call.law->hold->time, Draw::hold_time),
                                    call.draw(call.law->hold->patience, Draw::hold_patience)};
  call.ring = stays < lasts ? rooms_.schedule(rooms_.now + stays, EventKind::hold_abandoned, call.id)
                            : rooms_.schedule(rooms_.now + lasts, EventKind::hold_over, call.id);
}

void Talk::hold_over(CallRecord& call) {
  call.hold_time += rooms_.now - call.since;
  call.since = rooms_.now;
  rooms_.floor.change(call.agent, AgentState::talking);
  if (Conversation::goes_on_in(call)) return rooms_.conversation.hold_over(call);
  call.ring = rooms_.schedule(rooms_.now + call.aside->remaining_talk, EventKind::talk_over, call.id);
}

void Talk::hold_abandoned(CallRecord& call) {
  call.hold_time += rooms_.now - call.since;
  call.unsolved = true;
  call.promised_callback = false;
  call.wrap_up_time = call.draw(call.wrap_up_law(), Draw::wrap_up);
  const AgentId agent = call.agent;
  const Seconds wrap_up = call.wrap_up_time;
  rooms_.entrance.turn_away(call, Outcome::hung_up,
                            rooms_.model.call_types[call.first_type].redial.after_abandoning);
  rooms_.floor.wrap_up(agent, wrap_up);
}

void Talk::go_on(CallRecord& work, Seconds takes) {
  work.place = Place::with_agent;
  work.since = rooms_.now;
  rooms_.floor.change(work.agent, AgentState::talking);
  work.ring = rooms_.schedule(rooms_.now + takes, EventKind::talk_over, work.id);
}

void Talk::cut(CallRecord& call, const Outage& outage) {
  rooms_.cancel(call.ring);
  if (call.law->preemptible) rooms_.preemption.over(call);
  const AgentId agent = call.agent, teller = rooms_.calls.dismiss_teller(call);
  const Seconds lasted = rooms_.now - call.since;
  switch (rooms_.floor.state(agent)) {
    case AgentState::holding:
      call.hold_time += lasted;
      break;
    case AgentState::handing_over:
      rooms_.calls.aside(call).hand_over_time = lasted;
      call.told = lasted > 0;
      break;
    default:
      call.talk_time += lasted;
  }
  call.unsolved = true;
  call.promised_callback = false;
  if (!call.resumed) call.wrap_up_time = call.draw(call.wrap_up_law(), Draw::wrap_up);
  const Seconds wrap_up = call.resumed ? rooms_.floor.wrap_up_due(agent) : call.wrap_up_time;
  rooms_.outages.cut(call, Outcome::cut_off, outage);
  rooms_.floor.wrap_up(agent, wrap_up);
  if (teller != none) rooms_.floor.wrap_up(teller);
}

void Talk::over(CallRecord& call) {
  call.talk_time += rooms_.now - call.since;
  if ((more_[call.type] & after_it) != 0) return over_with_more(call);
  const AgentId agent = call.agent;
  const Seconds wrap_up = call.wrap_up_time = call.draw(call.wrap_up_law(), Draw::wrap_up);
  rooms_.end_leg(call, Outcome::served, true);
  rooms_.leave(call);
  rooms_.floor.wrap_up(agent, wrap_up);
}

void Talk::over_with_more(CallRecord& call) {
  const unsigned more = more_[call.type];
  if ((more & more_work) != 0) rooms_.preemption.over(call);
  if (Conversation::goes_on_in(call) && !rooms_.conversation.is_over(call)) return;
  if (!call.promised_callback && !call.resumed && call.end == no_end && rooms_.hand_over.passes_on(call))
    return;
  decide_what_follows(call);
  if (!call.law->opens.empty() && !call.promised_callback && !call.resumed) rooms_.cases.after(call);
  if ((more & a_follow_up) != 0 && is_followed(call)) return;
  finish(call);
}

inline void Talk::end_leg(CallRecord& call, bool last_leg) {
  if (!call.resumed) {  // else the wrap-up of the agent's first part is still to come
    call.wrap_up_time = call.draw(call.wrap_up_law(), Draw::wrap_up);
  }
  rooms_.end_leg(call, Outcome::served, last_leg);
}

void Talk::end_served_leg(CallRecord& call, bool last_leg) { end_leg(call, last_leg); }

bool Talk::is_solved(const CallRecord& call) const {
  const Proficiency* const ability = rooms_.abilities.of(call.agent);
  const double chance = ability ? call.law->solved * ability->solved : call.law->solved;
  // An end by name leaves no more to solve.
  return chance >= 1 || call.end != no_end || call.draws(Draw::solved).happens(chance);
}

void Talk::decide_what_follows(CallRecord& call) {
  const CallType& type = *call.law;
  if (type.callback && !call.promised_callback && call.end == no_end)
    call.promised_callback = call.draws(Draw::promise).happens(type.callback->promised);
  // Who will call again in any case has a reason to.
  if (call.promised_callback || call.will_redial) {
    call.unsolved = true;
  } else if (!is_solved(call)) {
    call.unsolved = true;
    call.will_redial =
        rooms_.redials.decides(call, rooms_.model.call_types[call.first_type].redial.after_unsolved);
  }
}

bool Talk::is_followed(CallRecord& call) {
  if (call.promised_callback || call.will_redial || call.end != no_end) return false;
  const FollowUp* const next = rooms_.callbacks.follow_up(call);
  if (next == nullptr) return false;
  const AgentId agent = call.agent;
  end_leg(call, false);
  const Seconds wrap_up = call.resumed ? rooms_.floor.wrap_up_due(agent) : call.wrap_up_time;
  const Seconds after = call.draw(next->after, Draw::follow_up_after);
  rooms_.callbacks.request(call, next->type, agent, after, next->due);
  rooms_.floor.wrap_up(agent, wrap_up);
  return true;
}

void Talk::finish(CallRecord& call) {
  const AgentId agent = call.agent;
  const bool called_back = call.promised_callback;
  end_leg(call, !called_back);
  const Seconds wrap_up = call.resumed ? rooms_.floor.wrap_up_due(agent) : call.wrap_up_time;
  if ((called_back || call.will_redial) && Conversation::goes_on_in(call))
    rooms_.conversation.leave(call);
  else if (called_back)
    rooms_.callbacks.request(call, call.law->callback_type, agent);
  else
    rooms_.leave(call);
  rooms_.floor.wrap_up(agent, wrap_up);
}

}  // namespace thirdring
