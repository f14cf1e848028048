#include <fmt/format.h>

#include "sim/scenario/compile/compile.hpp"

namespace thirdring {
namespace {

constexpr std::uint32_t unlimited = 0xffffffffU;

Redial redial(Compile& c, const RedialSpec& s) {
  return {s.after_busy->value,    s.after_abandoning->value, s.after_unsolved->value,
          s.after_balking->value, c.distribution(s.delay),   c.whole(s.at_most, 0, unlimited)};
}

Hold hold(Compile& c, const HoldSpec& s, bool has_callback) {
  if (*s.if_refused == Refused::callback && !has_callback)
    c.problem(s.if_refused.at, "a callback block beside, which says how to call back", "none");
  return {s.chance->value, s.consent->value,       *s.if_refused == Refused::callback,
          s.after->value,  c.distribution(s.time), c.distribution(s.patience)};
}

Callback callback(Compile& c, const CallbackSpec& s) {
  Callback b;
  if (s.offer.given()) {
    b.offer = s.offer->kind == Condition::Kind::always          ? Callback::Offer::always
              : s.offer->kind == Condition::Kind::expected_wait ? Callback::Offer::expected_wait_above
                                                                : Callback::Offer::queue_at_least;
    b.expected_wait = s.offer->wait;
    b.queue = s.offer->queue;
  }
  b.accepted = s.accepted->value;
  b.promised = s.promised->value;
  b.keeps_place = s.keeps_place->value;
  b.not_before = s.not_before->seconds;
  b.due = s.due.given() ? s.due->seconds : never;
  b.reserve = c.whole(s.reserve, 0, 0);
  b.same_agent_for = s.same_agent_for->seconds;
  b.dial = c.distribution(s.dial);
  b.reached = s.reached->value;
  b.attempts = c.whole(s.attempts, 1, 3);
  b.retry_after = c.distribution(s.retry_after);
  return b;
}

// The lead group is found when the groups are known.
Escalation escalation(Compile& c, const EscalationSpec& s) {
  if (*s.otherwise == Escalation::Otherwise::back_to_agent && *s.mode != Escalation::Mode::warm)
    c.problem(s.otherwise.at, "wait or callback unless the mode is warm", "'back_to_agent'");
  return {s.chance->value,
          *s.mode,
          c.distribution(s.hand_over),
          c.distribution(s.talk),
          c.distribution(s.wrap_up),
          s.within.given() ? s.within->seconds : never,
          *s.otherwise,
          none};
}

void check_name(Compile& c, const std::string& name, const Where& at) {
  if (name.find_first_of(".[]") != std::string::npos || name == "agent_choice" || name == "queue_choice" ||
      name == "escalation")
    c.problem(at, "a name without dots and brackets, other than agent_choice, queue_choice and escalation",
              in_quotes(name));
}

// What leaves a call one way cannot leave it another.
void check_chances(Compile& c, const CallTypeSpec& s, const Where& at) {
  double sum = s.escalation.given() ? s.escalation->chance->value : 0;
  for (const auto& transfer : *s.transfers) sum += transfer->chance->value;
  if (sum > 1 + 1e-9)
    c.problem(s.transfers.given() ? s.transfers.at : at, "transfers and escalation of at most 100 % together",
              fmt::format("{:.6g} %", sum * 100));
}

CallType inbound(Compile& c, const CallTypeSpec& s, const std::string& name) {
  CallType t;
  t.name = name;
  t.arrivals = compile_arrivals(c, s.arrivals);
  t.arrivals.take_share(s.part.share);
  t.menu = c.distribution(s.menu);
  t.patience = c.distribution(s.patience);
  t.balk = s.balk->value;
  t.queue_capacity = c.whole(s.queue_capacity, 0, unlimited);
  t.talk = c.distribution(s.talk);
  t.wrap_up = c.distribution(s.wrap_up);
  t.solved = s.solved->value;
  t.weight = s.weight->value;
  t.preemptible = s.preemptible->value;
  if (t.preemptible && (s.hold.given() || s.conversation.given()))
    c.problem(s.preemptible.at, "no hold and no conversation in work that is interrupted",
              s.hold.given() ? "a hold" : "a conversation");
  c.above_zero(s.weight, t.weight);
  if (s.redial.given()) t.redial = redial(c, *s.redial);
  if (s.callback.given()) t.callback = callback(c, *s.callback);
  if (s.hold.given()) t.hold = hold(c, *s.hold, s.callback.given() || s.callback.wrong());
  if (s.escalation.given()) t.escalation = escalation(c, *s.escalation);
  return t;
}

}  // namespace

void compile_call_types(Compile& c) {
  if (c.spec.call_types.given() && c.types().entries.empty())
    c.problem(c.spec.call_types.at, "at least one call type", "none");
  for (const auto& [name_at, name, spec] : c.types().entries) {
    if (spec->part.of.empty()) check_name(c, name, name_at);
    if (spec->home.given() && c.spec.sites->find(spec->home->value) == nullptr)
      c.problem(spec->home.at, "the name of a site", in_quotes(spec->home->value),
                hint(spec->home->value, c.spec.sites->names()));
    c.add_type(inbound(c, *spec, name));
    check_chances(c, *spec, name_at);
  }
}

}  // namespace thirdring
