#include "sim/center/cases.hpp"

#include <algorithm>

#include "sim/center/rooms.hpp"

namespace thirdring {

namespace {

void note(Case& c, CaseStep step, Seconds now) {
  Seconds& at = c.done[static_cast<std::size_t>(step)];
  if (at == never) at = now;
}

/// What the leg works towards: the first that was promised of it.
Seconds due(const Case& c, bool contact, bool travels) {
  if (contact && c.promised_at(CaseStep::contacted) < never) return c.promised_at(CaseStep::contacted);
  if (travels && c.promised_at(CaseStep::on_site) < never) return c.promised_at(CaseStep::on_site);
  return std::min(c.promised_at(CaseStep::answered), c.promised_at(CaseStep::closed));
}

}  // namespace

Cases::Cases(Rooms& rooms) : rooms_(rooms) {
  for (const CaseKind& kind : rooms.model.cases) {
    types_.push_back(kind.type);
    if (kind.contact_type != none) types_.push_back(kind.contact_type);
  }
}

void Cases::start() {
  notes_.clear();
  free_.clear();
  note_of_call_.clear();
  coming_ = in_hand_ = 0;
}

std::uint32_t Cases::waiting() const {
  std::uint32_t sum = 0;
  for (const TypeId t : types_) sum += rooms_.queues.waiting(t);
  return sum;
}

Cases::Note& Cases::note_of(const CallRecord& call) { return notes_[note_of_call_[call.id]]; }
const CaseKind& Cases::kind_of(const Note& note) const { return rooms_.model.cases[note.kind]; }

std::uint32_t Cases::new_note() {
  if (free_.empty()) {
    notes_.emplace_back();
    return static_cast<std::uint32_t>(notes_.size() - 1);
  }
  const std::uint32_t id = free_.back();
  free_.pop_back();
  return id;
}

void Cases::after(const CallRecord& call) {
  double u = call.draws(Draw::opens).uniform();
  for (const CaseChance& way : call.law->opens)
    if ((u -= way.chance) < 0) return open(call, way.what, 0, 0);
}

void Cases::open(const CallRecord& call, CaseKindId kind, std::uint32_t nth, Seconds later) {
  const std::uint32_t id = new_note();
  Note& note = notes_[id];
  note = Note{};
  note.kind = kind;
  note.seed = call.draws(Draw::case_seed, nth)();
  note.opened_by = call.contact;
  note.from = call.type;
  note.first_type = call.first_type;
  note.in_use = true;
  ++coming_;
  rooms_.schedule(rooms_.now + later, EventKind::case_opens, id);
}

void Cases::opens(std::uint32_t id) {
  Note& note = notes_[id];
  const CaseKind& kind = kind_of(note);
  --coming_;
  note.is_there = true;
  note.opened = rooms_.now;
  note.period = rooms_.period;
  note.contact = rooms_.entrance.next_contact();
  for (std::size_t step = 0; step < case_steps; ++step)
    note.promised[step] = rooms_.model.working_days.due(rooms_.now, kind.promised[step]);

  const TypeId type = kind.contact_type != none ? kind.contact_type : kind.type;
  CallRecord fresh;
  fresh.seed = note.seed;
  fresh.contact = note.contact;
  fresh.arrived = rooms_.now;
  fresh.first_type = note.first_type;
  fresh.type = type;
  fresh.law = &rooms_.model.call_types[type];
  fresh.queue = rooms_.queues.entry(type);
  fresh.credit = rooms_.period;
  CallRecord& call = rooms_.calls.create(fresh);
  rooms_.calls.aside(call).requested = rooms_.now;
  rooms_.calls.aside(call).from = note.from;
  if (note_of_call_.size() <= call.id) note_of_call_.resize(rooms_.calls.size());
  note_of_call_[call.id] = id;
  leg_begins(call, note);
}

void Cases::leg_begins(CallRecord& call, Note& note) {
  const CaseKind& kind = kind_of(note);
  call.place = CallRecord::Place::elsewhere;
  call.asked = note.opened;
  rooms_.calls.aside(call).due = due(note, call.type == kind.contact_type, kind.travel.has_value());
  note.escalates = kind.escalation ? call.aside->due + kind.escalation->shift : never;
  seek_agent(call);
}

void Cases::seek_agent(CallRecord& call) {
  if (const AgentId agent = rooms_.routing.agent_for_case(call); agent != none)
    return rooms_.ringing.offer(call, agent);
  call.waited = true;
  wait(call);
}

void Cases::wait(CallRecord& call) {
  rooms_.queues.push(call);
  await_next_stage(call);
}

bool Cases::in_last_stage(const CallRecord& call) const {
  return call.queue + 1 == rooms_.queues.first(call.type + 1);
}

// Each stage of a route that others join has its time; the last of an escalated case has it from the
// deadline.
void Cases::await_next_stage(CallRecord& call) {
  if (in_last_stage(call)) return;
  const Seconds next = call.asked + rooms_.routing.next_stage_after(call);
  if (const Seconds at = std::min(next, note_of(call).escalates); at < never)
    rooms_.calls.aside(call).overflow =
        rooms_.schedule(std::max(rooms_.now, at), EventKind::case_overflows, call.id);
}

void Cases::overflow(CallRecord& call) {
  rooms_.calls.aside(call).overflow = no_event;
  rooms_.queues.remove(call);
  rooms_.routing.next_stage(call);
  Note& note = note_of(call);
  if (kind_of(note).escalation && in_last_stage(call)) note.escalated = std::min(note.escalated, rooms_.now);
  if (const AgentId agent = rooms_.routing.agent_for_case(call); agent != none)
    return rooms_.ringing.offer(call, agent);
  wait(call);
}

void Cases::begin(CallRecord& call) {
  Note& note = note_of(call);
  const CaseKind& kind = kind_of(note);
  ++in_hand_;
  call.place = CallRecord::Place::with_agent;
  call.since = rooms_.now;
  if (call.type != kind.type || !kind.travel) return work(call, note);
  rooms_.floor.change(call.agent, AgentState::travelling);
  rooms_.schedule(rooms_.now + call.draw(*kind.travel, Draw::travel), EventKind::case_arrives, call.id);
}

void Cases::arrives(CallRecord& call) {
  Note& at = note_of(call);
  note(at, CaseStep::on_site, rooms_.now);
  call.ring_time = rooms_.now - call.since;
  work(call, at);
}

void Cases::work(CallRecord& call, Note& at) {
  note(at, CaseStep::contacted, rooms_.now);
  call.answered = call.since = rooms_.now;
  if (rooms_.credit == Credit::answer) call.credit = rooms_.period;
  rooms_.floor.change(call.agent, AgentState::working);
  const Seconds takes =
      call.draw(call.law->talk, Draw::talk) * rooms_.talk.factor(call.agent, call.group, call.type);
  rooms_.schedule(rooms_.now + takes, EventKind::case_work_over, call.id);
}

void Cases::work_over(CallRecord& call) {
  Note& at = note_of(call);
  const AgentId agent = call.agent;
  call.talk_time = rooms_.now - call.since;
  call.wrap_up_time = call.draw(call.law->wrap_up, Draw::wrap_up);
  const TypeId work = kind_of(at).type;
  if (call.type != work) {
    rooms_.end_leg(call, Outcome::served, false);
    rooms_.begin_leg(call, work);
    leg_begins(call, at);
    --in_hand_;
    return rooms_.floor.free(agent);
  }
  note(at, CaseStep::answered, rooms_.now);
  const Seconds wrap_up = call.wrap_up_time;
  const std::uint32_t id = note_of_call_[call.id];
  rooms_.end_leg(call, Outcome::served, true);
  rooms_.calls.release(call);
  at.agent = agent;
  if (wrap_up <= 0) return closes(id);
  rooms_.floor.change(agent, AgentState::wrap_up);
  rooms_.schedule(rooms_.now + wrap_up, EventKind::case_closes, id);
}

void Cases::closes(std::uint32_t id) {
  Note& at = notes_[id];
  note(at, CaseStep::closed, rooms_.now);
  const AgentId agent = at.agent;
  close(at);
  free_.push_back(id);
  --in_hand_;
  rooms_.floor.free(agent);
}

void Cases::close(Note& at) {
  at.until = rooms_.now;
  at.in_use = false;
  if (at.is_there) rooms_.observer->case_ends(at);
}

void Cases::finish() {
  for (Note& at : notes_)
    if (at.in_use) close(at);
}

}  // namespace thirdring
