// What a call of a type does.
#pragma once
#include "sim/model/call_type.hpp"
#include "sim/scenario/spec/arrivals_spec.hpp"

namespace thirdring {

enum class Refused : std::uint8_t { go_on, callback };
template <>
inline constexpr auto words_of<Refused> = std::to_array<Word<Refused>>({{"continue", Refused::go_on},
                                                                        {"callback", Refused::callback}});
template <>
inline constexpr auto words_of<Escalation::Mode> =
    std::to_array<Word<Escalation::Mode>>({{"warm", Escalation::Mode::warm},
                                           {"cold", Escalation::Mode::cold},
                                           {"call_back", Escalation::Mode::call_back}});
template <>
inline constexpr auto words_of<Escalation::Otherwise> =
    std::to_array<Word<Escalation::Otherwise>>({{"wait", Escalation::Otherwise::wait},
                                                {"callback", Escalation::Otherwise::callback},
                                                {"back_to_agent", Escalation::Otherwise::back_to_agent}});
enum class TransferMode : std::uint8_t { warm, cold };
template <>
inline constexpr auto words_of<TransferMode> =
    std::to_array<Word<TransferMode>>({{"warm", TransferMode::warm}, {"cold", TransferMode::cold}});

struct RedialSpec {
  static constexpr std::string_view word = "block", title = "a map such as {after_busy: 60 %, delay: 5 min}";
  Field<Share> after_busy = Share{0}, after_abandoning = Share{0}, after_unsolved = Share{0},
               after_balking = Share{0};
  Field<TimeSpec> delay;
  Field<WholeNumber> at_most;
};
template <class V>
void describe(V& v, RedialSpec& s) {
  v.optional("after_busy", s.after_busy, "chance that a caller calls again who heard the busy tone");
  v.optional("after_abandoning", s.after_abandoning, "chance that a caller calls again who hung up waiting");
  v.optional("after_unsolved", s.after_unsolved,
             "chance that a caller calls again whose matter was not solved");
  v.optional("after_balking", s.after_balking, "chance that a caller calls again who hung up at once");
  v.required("delay", s.delay, "time until the next attempt");
  v.optional("at_most", s.at_most,
             "redials of one caller, all reasons together; without it there is no limit");
}

struct HoldSpec {
  static constexpr std::string_view word = "block", title = "a map such as {chance: 20 %, time: 1 min}";
  Field<Share> chance, consent = Share{1};
  Field<TimeSpec> time;
  Field<PatienceSpec> patience = PatienceSpec{DurationOrNever{}};
  Field<Share> after = Share{0.5};
  Field<Refused> if_refused = Refused::go_on;
};
template <class V>
void describe(V& v, HoldSpec& s) {
  v.required("chance", s.chance, "how often the agent has to look something up");
  v.optional("consent", s.consent, "chance that the caller agrees to hold");
  v.required("time", s.time, "how long the caller holds");
  v.optional("patience", s.patience, "the caller hangs up when the hold lasts longer");
  v.optional("after", s.after, "share of the talk time that comes before the hold");
  v.optional("if_refused", s.if_refused,
             "who does not agree goes on talking (continue) or is promised a callback");
}

struct CallbackSpec {
  static constexpr std::string_view word = "block",
                                    title = "a map such as {offer: expected_wait > 2 min, accepted: 50 %}";
  Field<Condition> offer;
  Field<Share> accepted = Share{1}, promised = Share{0};
  Field<YesNo> keeps_place = YesNo{true};
  Field<Duration> not_before = Duration{0}, due;
  Field<WholeNumber> reserve = WholeNumber{0};
  Field<Duration> same_agent_for = Duration{0};
  Field<TimeSpec> dial = TimeSpec{Duration{10}};
  Field<Share> reached = Share{1};
  Field<WholeNumber> attempts = WholeNumber{3};
  Field<TimeSpec> retry_after = TimeSpec{Duration{1800}};
  Field<TimeSpec> talk;
};
template <class V>
void describe(V& v, CallbackSpec& s) {
  v.optional("offer", s.offer,
             "when a caller who would have to wait is offered a callback: always, expected_wait > 2 min, "
             "queue >= 5; absent: never");
  v.optional("accepted", s.accepted, "chance that an offer is accepted");
  v.optional("promised", s.promised, "chance that a served call ends with the promise of a callback");
  v.optional("keeps_place", s.keeps_place,
             "yes: the callback waits where the caller stood (virtual hold); no: behind all inbound calls of "
             "the group");
  v.optional("not_before", s.not_before, "it is made no earlier than this after the request");
  v.optional("due", s.due, "deadline after the request; absent: none");
  v.optional("reserve", s.reserve, "it is made only while more than this many agents of the group are idle");
  v.optional("same_agent_for", s.same_agent_for,
             "waits so long for the agent who promised it, then anyone makes it");
  v.optional("dial", s.dial, "agent's time from dialling to the answer, or to giving up");
  v.optional("reached", s.reached, "chance that the customer answers, at each attempt");
  v.optional("attempts", s.attempts, "attempts to reach the customer");
  v.optional("retry_after", s.retry_after, "time from a failed attempt to the next");
  v.optional("talk", s.talk, "talk time; absent: that of the call type");
}

struct FollowUpSpec {
  static constexpr std::string_view word = "follow-up",
                                    title = "a map such as {chance: 2 %, after: 1 h, talk: 2 min}";
  Field<Share> chance;
  Field<TimeSpec> after, talk, wrap_up = TimeSpec{Duration{0}};
  Field<Duration> due;
  Field<WholeNumber> keep = WholeNumber{0};
  Field<Duration> same_agent_for = Duration{0};
  Field<TimeSpec> dial = TimeSpec{Duration{10}};
  Field<Share> reached = Share{1};
  Field<WholeNumber> attempts = WholeNumber{3};
  Field<TimeSpec> retry_after = TimeSpec{Duration{1800}};
};
template <class V>
void describe(V& v, FollowUpSpec& s) {
  v.required("chance", s.chance,
             "of served calls that no redial or callback follows; at most one of several happens");
  v.required("after", s.after, "time from the end of the call until it may be made");
  v.required("talk", s.talk, "talk time");
  v.optional("wrap_up", s.wrap_up, "the agent's work after it");
  v.optional("due", s.due, "deadline after the end of the call; absent: none");
  v.optional("keep", s.keep, "it is made only while more than this many agents of the group are idle");
  v.optional("same_agent_for", s.same_agent_for,
             "waits so long for the agent of the call, then anyone makes it");
  v.optional("dial", s.dial, "agent's time from dialling to the answer, or to giving up");
  v.optional("reached", s.reached, "chance that the customer answers, at each attempt");
  v.optional("attempts", s.attempts, "attempts to reach the customer");
  v.optional("retry_after", s.retry_after, "time from a failed attempt to the next");
}

struct OutboundSpec {
  static constexpr std::string_view word = "list",
                                    title = "a map such as {contacts: 200, talk: 2 min, reached: 40 %}";
  Field<WholeNumber> contacts;
  Field<TimeSpec> talk, wrap_up = TimeSpec{Duration{0}};
  Field<Duration> due;
  Field<WholeNumber> keep = WholeNumber{0};
  Field<TimeSpec> dial = TimeSpec{Duration{10}};
  Field<Share> reached = Share{1};
  Field<WholeNumber> attempts = WholeNumber{3};
  Field<TimeSpec> retry_after = TimeSpec{Duration{1800}};
};
template <class V>
void describe(V& v, OutboundSpec& s) {
  v.required("contacts", s.contacts, "new ones each day, there from its opening on");
  v.required("talk", s.talk, "talk time");
  v.optional("wrap_up", s.wrap_up, "the agent's work after it");
  v.optional("due", s.due, "deadline after the day's opening; absent: none");
  v.optional("keep", s.keep, "they are called only while more than this many agents of the group are idle");
  v.optional("dial", s.dial, "agent's time from dialling to the answer, or to giving up");
  v.optional("reached", s.reached, "chance that the customer answers, at each attempt");
  v.optional("attempts", s.attempts, "attempts to reach the customer");
  v.optional("retry_after", s.retry_after, "time from a failed attempt to the next");
}

struct EscalationSpec {
  static constexpr std::string_view word = "block", title = "a map such as {chance: 3 %, talk: 4 min}";
  Field<Share> chance;
  Field<Name> to;
  Field<Escalation::Mode> mode = Escalation::Mode::warm;
  Field<TimeSpec> hand_over = TimeSpec{Duration{0}}, talk, wrap_up = TimeSpec{Duration{0}};
  Field<Duration> within;
  Field<Escalation::Otherwise> otherwise = Escalation::Otherwise::wait;
};
template <class V>
void describe(V& v, EscalationSpec& s) {
  v.required("chance", s.chance, "how often a served call goes to the team lead");
  v.optional("to", s.to, "the group of leads; absent: the team_lead of the agent's group");
  v.optional("mode", s.mode,
             "warm: the agent stays until the lead has been told; cold: the caller waits for the lead alone; "
             "call_back: the lead calls back");
  v.optional("hand_over", s.hand_over, "warm: the time in which the agent tells the lead");
  v.required("talk", s.talk, "the lead's talk time");
  v.optional("wrap_up", s.wrap_up, "the lead's wrap-up");
  v.optional("within", s.within, "how long to try for a lead before otherwise; absent: for ever");
  v.optional("otherwise", s.otherwise,
             "when no lead came in time: wait on, callback by the lead, or back_to_agent (warm only)");
}

struct TransferSpec {
  static constexpr std::string_view word = "transfer", title = "a transfer such as {chance: 10 %, to: tier2}";
  Field<Share> chance;
  Field<Name> to;
  Field<TransferMode> mode = TransferMode::cold;
  Field<TimeSpec> hand_over = TimeSpec{Duration{0}}, talk;
};
template <class V>
void describe(V& v, TransferSpec& s) {
  v.required("chance", s.chance,
             "how often a served call is passed on; at most one transfer or escalation happens");
  v.required("to", s.to, "a call type (the caller goes on as a call of that type) or a group");
  v.optional("mode", s.mode,
             "warm: the agent stays until the other has been told; cold: the caller waits alone");
  v.optional("hand_over", s.hand_over, "warm: the time in which one agent tells the other");
  v.optional("talk", s.talk, "to a group: talk time there; absent: that of the call type");
}

enum class NoConversation : std::uint8_t { nothing };
template <>
inline constexpr auto words_of<NoConversation> =
    std::to_array<Word<NoConversation>>({{"none", NoConversation::nothing}});

struct ConversationNames {
  static constexpr std::string_view word = "name, or list of names",
                                    title = "the name of a conversation, a list of them, or none";
  Field<NoConversation> nothing;
  Field<Name> one;
  Field<List<Name>> several;
};
template <class V>
void describe(V& v, ConversationNames& s) {
  v.instead(s.nothing, "nothing is said beside the matter itself");
  v.instead(s.one, "a conversation");
  v.instead(s.several, "conversations, independent of each other; stage by stage in this order");
}

/// What becomes of a call type that provinces share: one for each, which stands for a part of its calls.
struct PartOfType {
  std::string of, province;
  double share = 1;
};

struct CallTypeSpec {
  static constexpr std::string_view word = "call type",
                                    title = "a map such as {arrivals: {rate: 240/h}, talk: 3 min}";
  Field<ArrivalsSpec> arrivals;
  Field<TimeSpec> menu = TimeSpec{Duration{0}};
  Field<PatienceSpec> patience = PatienceSpec{DurationOrNever{}};
  Field<Share> balk = Share{0};
  Field<WholeNumber> queue_capacity;
  Field<TimeSpec> talk, wrap_up = TimeSpec{Duration{0}};
  Field<Share> solved = Share{1};
  Field<Number> weight = Number{1};
  Field<YesNo> preemptible = YesNo{false};
  Field<RedialSpec> redial;
  Field<HoldSpec> hold;
  Field<CallbackSpec> callback;
  Field<Named<FollowUpSpec>> follow_ups;
  Field<EscalationSpec> escalation;
  Field<List<TransferSpec>> transfers;
  Field<ConversationNames> conversation;
  Field<Named<Share>> opens;
  Field<Name> home;
  PartOfType part;  ///< not written in scenarios
};
template <class V>
void describe(V& v, CallTypeSpec& s) {
  v.required("arrivals", s.arrivals, "how calls come");
  v.optional("menu", s.menu, "time from getting a line to asking for a person");
  v.optional("patience", s.patience, "a caller hangs up who waits longer, from asking for a person");
  v.optional("balk", s.balk, "chance to hang up at once when no agent is free");
  v.optional("queue_capacity", s.queue_capacity,
             "calls of the type that can wait; one more hears the busy tone; absent: no limit");
  v.required("talk", s.talk, "talk time, without hold");
  v.optional("wrap_up", s.wrap_up, "the agent's work after the call");
  v.optional("solved", s.solved, "chance that a served call needs no repeat call");
  v.optional("weight", s.weight, "for the queue choice weighted_wait");
  v.optional(
      "preemptible", s.preemptible,
      "work that a call of higher priority interrupts when it finds nobody free; it goes on later where it "
      "stopped");
  v.optional("redial", s.redial, "who is not served may call again");
  v.optional("hold", s.hold, "the agent looks something up while the caller holds");
  v.optional("callback", s.callback,
             "callbacks, offered to callers who would have to wait or promised in the conversation");
  v.optional(
      "follow_ups", s.follow_ups,
      "calls to the customer after a served call, by name: a correction, a survey; made behind all else, "
      "unless groups list them as skills, such as enquiry.survey");
  v.optional("escalation", s.escalation, "calls that go to the team lead");
  v.optional("transfers", s.transfers, "calls that are passed on, tried in order");
  v.optional(
      "home", s.home,
      "the site to which all its calls come first; absent: that of the caller's province, if sites have any");
  v.optional("conversation", s.conversation,
             "what is said beside the matter itself: a conversation of this scenario, or several");
  v.optional("opens", s.opens,
             "by case: chance that a call which ends with its agent opens one; at most one of them happens");
}

}  // namespace thirdring
