#include "sim/center/conversation.hpp"

#include <cmath>

#include "sim/center/rooms.hpp"

namespace thirdring {

using Op = Program::Op;

bool Conversation::goes_on_in(const CallRecord& call) { return call.law->conversation && !call.resumed; }

void Conversation::begin(CallRecord& call, Seconds talk) {
  if (notes_.size() < rooms_.calls.size()) notes_.resize(rooms_.calls.size());
  Notes& notes = notes_[call.id];
  notes = Notes{};
  notes.talk = talk;
  // A call that was passed on is past its opening.
  if (call.leg > 1) notes.at = call.law->conversation->later_legs;
  play(call, notes);
}

void Conversation::play(CallRecord& call, Notes& notes) {
  const Program& program = *call.law->conversation;
  Seconds takes = 0;
  double spoken = notes.spoken;
  std::uint32_t at = notes.at;
  // In one piece, so that a talk that nothing interrupts takes exactly its time.
  const auto count_talk = [&] {
    takes += notes.talk * (spoken - notes.spoken) * notes.talk_factor;
    notes.spoken = spoken;
  };
  const auto stop_before = [&](EventKind event) {
    count_talk();
    notes.at = at;
    call.ring = rooms_.schedule(rooms_.now + takes, event, call.id);
  };
  for (;;) {
    const Program::Step& step = program.steps[at];
    std::uint32_t next = at + 1;
    switch (step.op) {
      case Op::speak:
        takes += step.x;
        break;
      case Op::speak_law:
        takes += program.laws[step.to].draw(notes.script);
        break;
      case Op::talk:
        spoken = step.x;
        break;
      case Op::topic:
        takes += rooms_.model.call_types[step.to].talk.draw(notes.script) *
                 rooms_.talk.factor(call.agent, call.group, step.to) * notes.talk_factor;
        break;
      case Op::talk_factor:
        count_talk();
        notes.talk_factor *= step.x;
        break;
      case Op::jump:
        next = step.to;
        break;
      case Op::unless:
        if (!notes.script.happens(step.x)) next = step.to;
        break;
      case Op::test:
        if (!holds(call, program.gates[step.to].when)) next = program.gates[step.to].otherwise;
        break;
      case Op::choose:
        next = choose(call, notes, program.choices[step.to]);
        break;
      case Op::if_promised:
        if (call.promised_callback) next = step.to;
        break;
      case Op::if_passed_on:
        if (!call.promised_callback && rooms_.hand_over.decides(call)) next = step.to;
        break;
      case Op::happens:
        notes.script = draws(call, notes, step.to);
        rooms_.observer->situation_happens(call, step.to);
        break;
      case Op::count:
        rooms_.observer->counted(call, step.to);
        break;
      case Op::promise:
        call.promised_callback = true;
        call.will_redial = false;
        notes.promise = step.to;
        break;
      case Op::redial:
        if (call.promised_callback || !rooms_.redials.may(call) || !notes.script.happens(step.x)) break;
        call.will_redial = true;
        notes.redial_delay = step.to == none ? &call.law->redial.delay : &program.laws[step.to];
        break;
      case Op::earn:
        rooms_.observer->earns(call, step.x);
        break;
      case Op::open:
        count_talk();
        rooms_.cases.open(call, step.to, ++notes.cases, takes);
        break;
      case Op::type_hold:
        if (type_holds(call)) return stop_before(EventKind::hold_begins);
        next = step.to;
        break;
      case Op::hold:
        return stop_before(EventKind::hold_begins);
      case Op::escalate:
      case Op::transfer:
      case Op::same_agent:
      case Op::end:
      case Op::finish:
        return stop_before(EventKind::talk_over);
    }
    at = next;
  }
}

bool Conversation::type_holds(CallRecord& call) const {
  const Hold& hold = *call.law->hold;
  Stream chances = call.draws(Draw::hold);
  if (!chances.happens(hold.chance)) return false;
  if (chances.happens(hold.consent)) return true;
  if (hold.callback_if_refused) call.promised_callback = true;
  return false;
}

std::uint32_t Conversation::choose(const CallRecord& call, const Notes& notes,
                                   const Program::Choice& choice) const {
  // The number is the same wherever in the stage it is asked for, but each hold has its own.
  const std::uint32_t key = choice.key + (choice.each_hold ? notes.holds * 0x9e3779b9U : 0);
  double u = call.draws(Draw::situation, key).uniform();
  if (u >= choice.total) return choice.otherwise;
  const Program& program = *call.law->conversation;
  for (std::uint32_t i = choice.first; i < choice.end; ++i) {
    const Program::Chance& chance = program.chances[i];
    if (!holds(call, chance.when)) continue;
    if (u < chance.chance) return chance.to;
    u -= chance.chance;
  }
  return choice.otherwise;
}

bool Conversation::holds(const CallRecord& call, const Program::Conditions& when) const {
  const Program& program = *call.law->conversation;
  for (std::uint32_t i = when.first; i < when.end; ++i) {
    const Program::Condition& condition = program.conditions[i];
    if (condition.of >= Program::Condition::Of::earlier) {
      if ((condition.among >> bit(call, condition.of) & 1U) == 0) return false;
    } else {
      const double x = asked(call, condition.of);
      if (x < condition.least || x > condition.most) return false;
    }
  }
  return true;
}

double Conversation::asked(const CallRecord& call, Program::Condition::Of of) const {
  using Of = Program::Condition::Of;
  switch (of) {
    case Of::wait:
      return call.answered - call.asked;
    case Of::attempt:
      return call.attempt;
    case Of::hour:
      return std::floor(std::fmod((rooms_.model.calendar.clock + call.answered) / 3600, 24));
    case Of::held:
      return call.hold_time;
    case Of::earlier:
    case Of::proficiency:
      break;
  }
  return 0;
}

unsigned Conversation::bit(const CallRecord& call, Program::Condition::Of of) const {
  if (of == Program::Condition::Of::earlier)
    return static_cast<unsigned>(call.aside->earlier) +
           (call.aside->earlier == Earlier::ended ? call.aside->earlier_end : 0U);
  const Proficiency* const ability = rooms_.abilities.of(call.agent);
  return ability ? 1 + ability->level : 0;
}

Stream Conversation::draws(const CallRecord& call, const Notes& notes, SituationId situation) const {
  // A situation may come back after another hold.
  return call.draws(Draw::script, rooms_.model.situations[situation].key + notes.holds * 0x9e3779b9U);
}

Conversation::HoldTimes Conversation::hold_times(CallRecord& call) {
  Notes& notes = notes_[call.id];
  const Program& program = *call.law->conversation;
  const Program::Step& step = program.steps[notes.at];
  if (step.op == Op::type_hold)
    return {call.draw(call.law->hold->time, Draw::hold_time),
            call.draw(call.law->hold->patience, Draw::hold_patience)};
  const Seconds lasts = program.laws[step.to].draw(notes.script);
  return {lasts, program.laws[step.to + 1].draw(notes.script)};
}

void Conversation::hold_over(CallRecord& call) {
  Notes& notes = notes_[call.id];
  ++notes.holds;
  ++notes.at;
  play(call, notes);
}

bool Conversation::is_over(CallRecord& call) {
  Notes& notes = notes_[call.id];
  const Program::Step& step = call.law->conversation->steps[notes.at];
  if (step.op == Op::end) call.end = static_cast<EndId>(step.to);
  if (step.op == Op::end || step.op == Op::finish) return true;
  // Who is to be called back is not passed on.
  if (!call.promised_callback && passes_on(call, step)) return false;
  call.since = rooms_.now;
  ++notes.at;
  play(call, notes);
  return false;
}

bool Conversation::passes_on(CallRecord& call, const Program::Step& step) {
  if (step.op == Op::same_agent) {
    const AgentId before = call.aside->earlier_agent;
    if (before == none || before == call.agent || !rooms_.routing.reaches(before, call.type)) return false;
    call.will_redial = false;
    rooms_.hand_over.back_to(call, before, step.x);
    return true;
  }
  call.will_redial = false;
  if (step.op == Op::escalate) {
    rooms_.hand_over.escalate(call, step.to);
  } else {
    const Program::PassOn& way = call.law->conversation->transfers[step.to];
    rooms_.hand_over.transfer(call, way.to, way.warm, way.hand_over);
  }
  return true;
}

void Conversation::leave(CallRecord& call) {
  const Notes& notes = notes_[call.id];
  const AgentId agent = call.agent;
  if (call.promised_callback && notes.promise == none)
    return rooms_.callbacks.request(call, call.law->callback_type, agent);
  if (call.promised_callback) {
    const Program::Promise& promise = call.law->conversation->promises[notes.promise];
    if (!promise.by_leads)
      return rooms_.callbacks.request(call, call.law->callback_type, agent, promise.not_before, promise.due);
    const GroupId leads = promise.leads != none ? promise.leads : rooms_.model.groups[call.group].team_lead;
    const TypeId escalations = rooms_.model.groups[leads].escalation_type;
    return rooms_.callbacks.request(call, rooms_.model.call_types[escalations].callback_type, none,
                                    promise.not_before, promise.due);
  }
  if (!call.will_redial || notes.redial_delay == nullptr) return rooms_.leave(call);
  rooms_.hang_up(call);
  rooms_.redials.schedule(call, *notes.redial_delay);
}

}  // namespace thirdring
