// The steps of a situation.
#pragma once
#include "sim/scenario/spec/call_type_spec.hpp"

namespace thirdring {

enum class BareStep : std::uint8_t { escalate, callback };
template <>
inline constexpr auto words_of<BareStep> = std::to_array<Word<BareStep>>({{"escalate", BareStep::escalate},
                                                                          {"callback", BareStep::callback}});

struct ScriptStep;
using Script = List<ScriptStep>;

struct BranchSpec {
  static constexpr std::string_view
      word = "branch",
      title = "a share such as 70 %, or a map such as {chance: 30 %, steps: [say: 5 s]}";
  Field<Share> alone, chance;
  Field<Script> steps;
};
template <class V>
void describe(V& v, BranchSpec& s) {
  v.instead(s.alone, "its chance; the steps behind the question follow");
  v.required("chance", s.chance, "how often it is this answer");
  v.optional("steps", s.steps, "what follows; then the steps behind the question");
}

struct AskSpec {
  static constexpr std::string_view word = "question",
                                    title = "a map such as {calmed: 70 %, otherwise: [escalate]}";
  Field<Script> otherwise;
  Named<BranchSpec> branches;
};
template <class V>
void describe(V& v, AskSpec& s) {
  v.optional("otherwise", s.otherwise, "steps that follow when it is none of the answers");
  v.rest(s.branches, "an answer, by a name of yours, with its chance");
}

struct HoldStepSpec {
  static constexpr std::string_view word = "hold", title = "a map such as {time: 40 s, consent: 95 %}";
  Field<TimeSpec> time;
  Field<PatienceSpec> patience = PatienceSpec{DurationOrNever{}};
  Field<Share> consent = Share{1};
  Field<Script> otherwise;
};
template <class V>
void describe(V& v, HoldStepSpec& s) {
  v.required("time", s.time, "how long the caller holds");
  v.optional("patience", s.patience, "the caller hangs up when the hold lasts longer");
  v.optional("consent", s.consent, "chance that the caller agrees to hold");
  v.optional("otherwise", s.otherwise, "steps that follow when the caller does not agree");
}

struct RepeatSpec {
  static constexpr std::string_view word = "repetition",
                                    title = "a map such as {steps: [say: 8 s], again: 25 %}";
  Field<Script> steps;
  Field<Share> again;
};
template <class V>
void describe(V& v, RepeatSpec& s) {
  v.required("steps", s.steps, "done once, and perhaps again");
  v.required("again", s.again, "chance of one more time, each time");
}

struct TransferStepSpec {
  static constexpr std::string_view word = "passing on",
                                    title =
                                        "the name of a call type or a group, same_agent, or a map such "
                                        "as {to: tier2, mode: warm, hand_over: 20 s}";
  Field<Name> alone, to;
  Field<TransferMode> mode = TransferMode::cold;
  Field<TimeSpec> hand_over = TimeSpec{Duration{0}};
  Field<Duration> within = Duration{120};
};
template <class V>
void describe(V& v, TransferStepSpec& s) {
  v.instead(s.alone, "a call type, a group, or same_agent");
  v.required("to", s.to,
             "a call type (the caller goes on as a call of that type), a group, or same_agent: who took the "
             "caller's attempt before; when that agent is not there, the steps behind this one follow");
  v.optional("mode", s.mode,
             "warm: the agent stays until the other has been told; cold: the caller waits alone");
  v.optional("hand_over", s.hand_over, "warm: the time in which one agent tells the other");
  v.optional("within", s.within, "same_agent: the caller waits so long for that agent, then for anyone");
}

struct PromiseSpec {
  static constexpr std::string_view word = "promise", title = "a map such as {due: 2 h, by: leads}";
  Field<Name> by;
  Field<Duration> not_before, due;
};
template <class V>
void describe(V& v, PromiseSpec& s) {
  v.optional("by", s.by,
             "the group of leads who call back, or team_lead: that of the agent's group; absent: as the "
             "block callback of the call type says");
  v.optional(
      "not_before", s.not_before,
      "made no earlier than this after the promise; absent: as the block callback says, and at once by "
      "leads");
  v.optional("due", s.due,
             "deadline after the promise; absent: as the block callback says, and none for leads");
}

struct RedialStepSpec {
  static constexpr std::string_view word = "redial",
                                    title =
                                        "a share such as 60 %, or a map such as {chance: 60 %, delay: 1 min}";
  Field<Share> alone, chance;
  Field<TimeSpec> delay;
};
template <class V>
void describe(V& v, RedialStepSpec& s) {
  v.instead(s.alone, "chance that the caller will call again");
  v.required("chance", s.chance, "chance that the caller will call again");
  v.optional("delay", s.delay, "time until then; absent: as the block redial of the call type says");
}

struct ScriptStep {
  static constexpr std::string_view word = "step",
                                    title = "a step such as {say: 3 s}, or the word escalate or callback";
  Field<BareStep> bare;
  Field<TimeSpec> say, wait;
  Field<AskSpec> ask;
  Field<HoldStepSpec> hold;
  Field<RepeatSpec> repeat;
  Field<Name> topic;
  Field<Number> talk_factor;
  Field<TransferStepSpec> transfer;
  Field<Name> escalate;
  Field<PromiseSpec> callback;
  Field<Name> count;
  Field<Number> revenue;
  Field<Name> open;
  Field<RedialStepSpec> redial;
  Field<Name> end;
};
template <class V>
void describe(V& v, ScriptStep& s) {
  v.instead(s.bare,
            "escalate: to the team lead, as the block escalation of the call type says; callback: promised, "
            "as the block callback says");
  v.optional("say", s.say, "agent or caller speak for so long");
  v.optional("wait", s.wait, "nobody speaks for so long");
  v.optional("ask", s.ask, "one of several answers, each with its chance");
  v.optional("hold", s.hold, "the caller holds");
  v.optional("repeat", s.repeat, "steps done once or more often");
  v.optional("topic", s.topic,
             "a further matter: one more talk of the same call type (same) or of another one");
  v.optional("talk_factor", s.talk_factor, "factor on what is left of the talk, and on further topics");
  v.optional("transfer", s.transfer, "the call is passed on");
  v.optional("escalate", s.escalate,
             "the call goes to this group of leads, otherwise as the block escalation says");
  v.optional("callback", s.callback,
             "a callback is promised: what is left of the talk is not spoken, and the call ends after its "
             "closing");
  v.optional("count", s.count, "adds one to a counter of yours, which reports show");
  v.optional("revenue", s.revenue, "money earned, which reports add up");
  v.optional("open", s.open, "a case of this kind is opened, and worked later");
  v.optional("redial", s.redial, "when this call ends here, the caller may call again");
  v.optional("end", s.end, "the call ends, by a name of yours, which reports show");
  v.alternatives({"say", "wait", "ask", "hold", "repeat", "topic", "talk_factor", "transfer", "escalate",
                  "callback", "count", "revenue", "open", "redial", "end"},
                 true);
}

}  // namespace thirdring
