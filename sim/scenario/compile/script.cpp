#include "sim/scenario/compile/script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "sim/scenario/compile/cases.hpp"

namespace thirdring {
namespace {

using Op = Program::Op;

// Positions of names in the model, whose lists were made before.
std::uint32_t position(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::uint32_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

bool is_same_agent(const ScriptStep& s) {
  const Field<Name>& to = s.transfer->alone.given() ? s.transfer->alone : s.transfer->to;
  return to->value == "same_agent";
}

// Whatever happens, nothing comes behind it.
bool ends_call(const ScriptStep& s) {
  return s.end.given() || s.escalate.given() || (s.bare.given() && *s.bare == BareStep::escalate) ||
         (s.transfer.given() && !is_same_agent(s));
}

}  // namespace

bool ScriptWriter::write(const Script& script, bool talk_left) {
  // It may be asked to write what follows a hold while it writes what goes round it.
  const auto outer = std::pair(talk_left_, promises_);
  talk_left_ = talk_left;
  promises_ = false;
  steps(script);
  const bool promises = promises_;
  std::tie(talk_left_, promises_) = outer;
  return promises;
}

void ScriptWriter::steps(const Script& script) {
  for (std::size_t i = 0; i < script.size(); ++i) {
    if (!script[i].given()) continue;
    step(*script[i], script[i].at);
    if (ends_call(*script[i]) && i + 1 < script.size())
      c_.problem(script[i + 1].at, "nothing behind a step that ends the call or passes it on", "a step");
  }
}

void ScriptWriter::step(const ScriptStep& s, const Where& at) {
  if (s.say.given()) code_.speak(c_.distribution(s.say));
  if (s.wait.given()) code_.speak(c_.distribution(s.wait));
  if (s.ask.given()) ask(*s.ask, s.ask.at);
  if (s.hold.given()) hold(*s.hold);
  if (s.repeat.given()) repeat(*s.repeat);
  if (s.topic.given()) topic(s.topic);
  if (s.talk_factor.given()) talk_factor(s.talk_factor);
  if (s.transfer.given()) transfer(*s.transfer);
  if (s.escalate.given()) escalate(&s.escalate, at);
  if (s.callback.given()) callback(&*s.callback, at);
  if (s.count.given()) code_.add(Op::count, position(c_.model.counters, s.count->value));
  if (s.revenue.given()) code_.add(Op::earn, 0, s.revenue->value);
  if (s.open.given())
    if (const auto kind = find_case(c_, s.open->value, s.open.at)) code_.add(Op::open, *kind);
  if (s.redial.given()) redial(*s.redial, at);
  if (s.end.given()) code_.add(Op::end, position(c_.model.ends, s.end->value));
  if (s.bare.given() && *s.bare == BareStep::escalate) escalate(nullptr, at);
  if (s.bare.given() && *s.bare == BareStep::callback) callback(nullptr, at);
}

void ScriptWriter::ask(const AskSpec& s, const Where& at) {
  double left = 1;
  if (s.branches.entries.empty()) c_.problem(at, "at least one answer with its chance", "none");
  const Code::Label after = code_.new_label();
  for (const auto& [name_at, name, branch] : s.branches.entries) {
    if (!branch.given()) continue;
    const double chance = branch->alone.given() ? branch->alone->value : branch->chance->value;
    if (chance > left + 1e-9) {
      c_.problem(name_at, "answers of at most 100 % together",
                 fmt::format("{:.6g} %", (1 - left + chance) * 100));
      return;
    }
    // What remains of the chances is what it is compared with.
    const Code::Label next = code_.new_label();
    code_.go(Op::unless, next, left > 0 ? std::min(1.0, chance / left) : 0);
    steps(*branch->steps);
    code_.go(Op::jump, after);
    code_.bind(next);
    left -= chance;
  }
  if (left <= 1e-9 && s.otherwise.given())
    c_.problem(s.otherwise.at, "answers of less than 100 % together, or no otherwise", "100 %");
  steps(*s.otherwise);
  code_.bind(after);
}

void ScriptWriter::hold(const HoldStepSpec& s) {
  const Code::Label refused = code_.new_label(), after = code_.new_label();
  if (s.consent->value < 1) code_.go(Op::unless, refused, s.consent->value);
  const std::uint32_t time = code_.law(c_.distribution(s.time));
  code_.law(c_.distribution(s.patience));
  code_.add(Op::hold, time);
  after_hold_();
  if (s.otherwise.given()) code_.go(Op::jump, after);
  code_.bind(refused);
  steps(*s.otherwise);
  code_.bind(after);
  if (s.otherwise.given() && s.consent->value >= 1)
    c_.problem(s.otherwise.at, "a consent of less than 100 %, or no otherwise", "100 %");
}

void ScriptWriter::repeat(const RepeatSpec& s) {
  constexpr double most = 0.99;
  if (s.again->value > most)
    c_.problem(s.again.at, "a chance of at most 99 %, so that it ends", Leaf<Share>::write(*s.again));
  const Code::Label again = code_.here();
  steps(*s.steps);
  // With the chance to stop the next step follows.
  code_.go(Op::unless, again, 1 - std::min(most, s.again->value));
}

void ScriptWriter::topic(const Field<Name>& name) {
  if (name->value == "same") return code_.add(Op::topic, type_);
  if (c_.types().find(name->value) != nullptr) return code_.add(Op::topic, *c_.find_type(name->value));
  if (const auto parts = c_.parts(name->value); !parts.empty() && parts[0] < c_.types().entries.size())
    return code_.add(Op::topic, c_.part_beside(type_, name->value).value_or(parts[0]));
  auto known = c_.types().names();
  known.emplace_back("same");
  c_.problem(name.at, "same, or the name of a call type", in_quotes(name->value), hint(name->value, known));
}

void ScriptWriter::talk_factor(const Field<Number>& factor) {
  constexpr double most = 1000;
  c_.above_zero(factor, factor->value);
  if (factor->value > most)
    c_.problem(factor.at, fmt::format("a factor of at most {}", most), Leaf<Number>::write(*factor));
  if (!talk_left_)
    c_.problem(factor.at,
               "a factor while there is talk left: in the opening, after a hold, or in the body before 100 %",
               "one after it");
  code_.add(Op::talk_factor, 0, factor->value);
}

void ScriptWriter::transfer(const TransferStepSpec& s) {
  const Field<Name>& to = s.alone.given() ? s.alone : s.to;
  if (to->value == "same_agent") {
    if (s.mode.given()) c_.problem(s.mode.at, "no mode with same_agent: the caller waits alone", "one");
    if (s.hand_over.given())
      c_.problem(s.hand_over.at, "no hand_over with same_agent: the caller waits alone", "one");
    return code_.add(Op::same_agent, 0, s.within->seconds);
  }
  if (s.within.given()) c_.problem(s.within.at, "'within' only with same_agent", in_quotes(to->value));
  const auto type = passed_on_as(c_, type_, to);
  if (!type) return;
  const auto i = static_cast<std::uint32_t>(code_.program.transfers.size());
  code_.program.transfers.push_back({*type, *s.mode == TransferMode::warm, c_.distribution(s.hand_over)});
  code_.add(Op::transfer, i);
}

bool ScriptWriter::has_escalation(const Where& at) {
  const CallType& type = c_.model.call_types[type_];
  const auto& block = c_.types().entries[type_].value->escalation;
  if (!type.escalation && !block.wrong())
    c_.problem(at,
               fmt::format("a block escalation in call type '{}', which has this conversation", type.name),
               "none");
  return type.escalation.has_value();
}

void ScriptWriter::escalate(const Field<Name>* leads, const Where& at) {
  if (!has_escalation(at)) return;
  const auto group = leads == nullptr ? std::optional(none) : c_.group(*leads);
  if (group) code_.add(Op::escalate, *group);
}

void ScriptWriter::callback(const PromiseSpec* s, const Where& at) {
  const CallType& type = c_.model.call_types[type_];
  Program::Promise promise;
  promise.by_leads = s != nullptr && s->by.given();
  if (promise.by_leads) {
    if (!has_escalation(at)) return;
    promise.due = never;
    if (s->by->value != "team_lead") promise.leads = c_.group(s->by).value_or(none);
  } else if (type.callback) {
    promise.not_before = type.callback->not_before;
    promise.due = type.callback->due;
  } else if (!c_.types().entries[type_].value->callback.wrong()) {
    c_.problem(at, fmt::format("a block callback in call type '{}', which has this conversation", type.name),
               "none");
  }
  if (s != nullptr && s->not_before.given()) promise.not_before = s->not_before->seconds;
  if (s != nullptr && s->due.given()) promise.due = s->due->seconds;
  const auto i = static_cast<std::uint32_t>(code_.program.promises.size());
  code_.program.promises.push_back(promise);
  code_.add(Op::promise, i);
  promises_ = true;
}

void ScriptWriter::redial(const RedialStepSpec& s, const Where& at) {
  const auto& block = c_.types().entries[type_].value->redial;
  if (!s.delay.given() && !block.given() && !block.wrong())
    c_.problem(at,
               fmt::format("a delay, or a block redial in call type '{}', which has this conversation",
                           c_.model.call_types[type_].name),
               "neither");
  const double chance = s.alone.given() ? s.alone->value : s.chance->value;
  code_.add(Op::redial, s.delay.given() ? code_.law(c_.distribution(s.delay)) : none, chance);
}

}  // namespace thirdring
