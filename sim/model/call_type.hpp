// What a call of a type does, from its arrival to its end.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/arrivals.hpp"
#include "sim/model/cases.hpp"
#include "sim/model/conversation.hpp"
#include "sim/model/distribution.hpp"

namespace thirdring {

/// Who is not served may call again.  Each is the chance of one more attempt; `at_most` limits the redials of
/// one caller, all reasons together.
struct Redial {
  double after_busy = 0, after_abandoning = 0, after_unsolved = 0, after_balking = 0;
  Distribution delay;
  std::uint32_t at_most = 0xffffffffU;
};

/// The agent looks something up while the caller holds.
struct Hold {
  double chance = 0;
  double consent = 1;                ///< chance that the caller agrees; who does not goes on talking
  bool callback_if_refused = false;  ///< who does not agree is promised a callback instead (needs `callback`)
  double after = 0.5;                ///< share of the talk time that comes before the hold
  Distribution time;
  Distribution patience = Distribution::constant(never);  ///< hangs up when the hold lasts longer
};

/// Callbacks of a call type: to callers who would have to wait, or promised in the conversation.
struct Callback {
  enum class Offer : std::uint8_t { never_offered, always, expected_wait_above, queue_at_least };
  Offer offer = Offer::never_offered;
  Seconds expected_wait = 0;  ///< for expected_wait_above
  std::uint32_t queue = 0;    ///< for queue_at_least: calls of the type waiting, the new one not counted
  double accepted = 1;
  double promised = 0;  ///< chance that a served call ends with the promise of a callback
  /// Kept: the callback stands in the queue where the caller stood (virtual hold), at the priority of the
  /// call. Not kept: it waits behind all inbound calls of the group.
  bool keeps_place = true;
  Seconds not_before = 0;  ///< made no earlier than this after the request
  Seconds due = never;     ///< deadline after the request; callbacks reached in time are counted against it
  std::uint32_t reserve = 0;   ///< made only while more than this many agents of the group are idle
  Seconds same_agent_for = 0;  ///< waits so long for the agent who made the promise, then anyone makes it
  Distribution dial;           ///< agent's time from dialling to the answer (or to giving up)
  double reached = 1;          ///< chance that the customer answers, at each attempt
  std::uint32_t attempts = 3;
  Distribution retry_after;  ///< from a failed attempt to the next
};

/// A call to the customer that may follow a served one: a correction, a survey.
struct FollowUp {
  double chance = 0;  ///< of served calls that nothing else follows; at most one of several happens
  TypeId type = none;
  Distribution after;
  Seconds due = never;  ///< deadline, from the end of the call
};

/// The agent passes the call to the team lead.
struct Escalation {
  enum class Mode : std::uint8_t {
    warm,      ///< agent stays with the caller until the lead answers and has been told (hand_over)
    cold,      ///< caller waits for the lead alone, the agent goes on to wrap-up
    call_back  ///< caller hangs up, the lead calls back
  };
  enum class Otherwise : std::uint8_t {
    wait,          ///< keeps waiting
    callback,      ///< the lead calls back
    back_to_agent  ///< warm only: the agent deals with it
  };
  double chance = 0;
  Mode mode = Mode::warm;
  Distribution hand_over;  ///< warm: both agent and lead are busy
  Distribution talk;       ///< lead's talk time (after the hand-over); also the agent's for back_to_agent
  Distribution wrap_up;    ///< lead's
  Seconds within = never;  ///< how long to try for a lead before `otherwise`
  Otherwise otherwise = Otherwise::wait;
  GroupId to = none;  ///< the lead group; none: the team lead of the agent's group
};

/// The agent passes the call on.
struct Transfer {
  double chance = 0;       ///< of served calls; tried in order, at most one happens
  TypeId to = none;        ///< the caller goes on as a call of this type (maybe a derived one: a group)
  bool warm = false;       ///< the agent stays until the other answers and has been told
  Distribution hand_over;  ///< warm: both busy
};

/// A call leaves a case behind.
struct CaseChance {
  CaseKindId what;
  double chance;
};

struct RouteStep {
  GroupId group;
  Seconds after;  ///< the group may take the call once it has waited so long
};

/// Something that waits for an agent.  Beside the inbound types that a scenario names there are derived ones,
/// made by the loader: callbacks of a type, escalations and transfers to a group, cases.  Each has its own
/// route and its own rows in the statistics.
struct alignas(64) CallType {
  /// The kinds up to `transfer` have a caller on the telephone, the others wait at home or on a desk.
  enum class Kind : std::uint8_t { inbound, escalation, transfer, callback, work_order };

  // First what every call asks for, in few lines of the cache.
  std::string name;  ///< derived: "enquiry.callback", "enquiry.survey", "escalation", the name of a case
  Kind kind = Kind::inbound;
  TypeId origin = none;  ///< callback: the type called back
  /// The derived type of this type's callbacks, when there can be any.  Of a follow-up: the type itself,
  /// whose legs are callbacks all.
  TypeId callback_type = none;
  std::uint32_t queue_capacity = 0xffffffffU;  ///< calls of this type waiting; one more hears the busy tone
  double balk = 0;                             ///< chance to hang up at once when no agent is free
  Distribution menu;                           ///< from getting a line to asking for a person
  Distribution patience = Distribution::constant(never);  ///< from asking for a person until answered
  alignas(64) Distribution talk;
  Distribution wrap_up;

  CaseKindId case_kind = none;  ///< work orders: the case
  Arrivals arrivals;
  double solved = 1;  ///< chance that a served call needs no repeat call
  double weight = 1;  ///< for the queue choice `weighted_wait`
  /// Work that a call of higher priority interrupts when it finds nobody free; it goes on later where it
  /// stopped.
  bool preemptible = false;
  Redial redial;
  std::optional<Hold> hold;
  std::optional<Callback> callback;  ///< of a derived type: how its own calls are made
  std::vector<FollowUp> follow_ups;
  std::optional<Escalation> escalation;
  std::vector<Transfer> transfers;
  std::vector<RouteStep> route;  ///< ordered by preference; `after` ascends
  std::optional<Program> conversation;
  std::vector<CaseChance> opens;  ///< cases, of served calls that end with the agent; at most one

  bool on_the_phone() const { return kind < Kind::callback; }

  /// Nobody asked for its calls: a follow-up, or a list of contacts.  They wait for the next opening.
  bool is_outbound(TypeId self) const { return callback_type == self; }
};

}  // namespace thirdring
