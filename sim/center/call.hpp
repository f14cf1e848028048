// A call, and what is known of it while it goes through the centre.
#pragma once
#include <bit>
#include <cstdint>

#include "sim/kernel/event_list.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/model/conversation.hpp"
#include "sim/model/distribution.hpp"
#include "sim/model/units.hpp"

namespace thirdring {

struct Escalation;

using CallId = std::uint32_t;

/// How a leg of a call ended.  A leg is one stay in one queue and with at most one agent; a contact has one
/// leg, or more when it was transferred or escalated.
enum class Outcome : std::uint8_t {
  unfinished,    ///< still there when the run ended
  served,        ///< talked with an agent to the end of the leg
  abandoned,     ///< hung up while waiting or ringing
  balked,        ///< hung up at once because no agent was free
  busy,          ///< no line was free: the busy tone
  queue_full,    ///< no place in the queue: the busy tone
  callback,      ///< left the queue for a callback
  disconnected,  ///< still waiting when the centre closed
  hung_up,       ///< hung up while on hold
  not_reached,   ///< callback: the customer did not answer this attempt
  withdrawn,     ///< waited for the team lead too long and went another way (`otherwise`)
  outage,        ///< turned away, or cut while waiting, because equipment failed
  cut_off        ///< cut in the conversation because equipment failed
};
inline constexpr std::size_t outcomes = 13;
/// Somebody talked with the caller.
constexpr bool is_answered(Outcome outcome) noexcept {
  constexpr unsigned answered = 1U << static_cast<unsigned>(Outcome::served) |
                                1U << static_cast<unsigned>(Outcome::hung_up) |
                                1U << static_cast<unsigned>(Outcome::cut_off);
  return (answered >> static_cast<unsigned>(outcome) & 1U) != 0;
}

/// What draws belong to a call, each from a stream of its own: nothing a call does moves another draw, so
/// that two staffing plans meet the same callers.
enum class Draw : std::uint32_t {
  menu = 1,
  balk,
  patience,
  accept_callback,
  pick_up,
  talk,
  hold,
  hold_time,
  hold_patience,
  wrap_up,
  transfer,
  hand_over,
  escalation,
  promise,
  solved,
  redial,
  redial_delay,
  dial,
  reached,
  retry,
  away,
  situation,  ///< which situations of a conversation happen
  script,     ///< what happens in one
  leave_number,
  follow_up,
  follow_up_after,
  opens,      ///< whether a case is opened
  case_seed,  ///< source of all draws of a case that is opened
  travel
};

/// The stream of one draw of a leg of a call; `seed` is the contact's, `again` counts the repetitions of a
/// draw within the leg.
inline Stream draws_of(std::uint64_t seed, Draw purpose, std::uint32_t leg = 1,
                       std::uint32_t again = 0) noexcept {
  const std::uint64_t key =
      static_cast<std::uint64_t>(purpose) + 64 * (std::uint64_t{leg} + 4096 * std::uint64_t{again});
  return Stream(seed + key * 0xd1342543de82ef95ULL);
}

/// What happens to few legs.  Together they fit into one word, so that most calls pass with one question.
struct SeldomHappens {
  bool held = false;
  bool offered_callback = false;
  bool promised_callback = false;
  bool escalated = false;    ///< this leg ended in an escalation
  bool transferred = false;  ///< this leg ended in a transfer
  bool resumed = false;      ///< the agent goes on because no lead had time: work, but no new answer
  bool unsolved = false;     ///< needs a repeat call, or was promised a callback
  bool told = false;         ///< a hand-over took the agent's time
};

/// What goes on with a contact from leg to leg, and few contacts have.
struct CallHistory {
  std::uint32_t tries = 0;       ///< callbacks: attempts to reach the customer, this one included
  AgentId earlier_agent = none;  ///< who talked with the caller in an attempt before this one
  Seconds due = never;           ///< callbacks: deadline
  Seconds requested = 0;         ///< callbacks: when it was asked for or promised
  AgentId promised_by = none;    ///< the agent it waits for: who promised the callback, or talked before
  Earlier earlier = Earlier::nothing;
  EndId earlier_end = 0;  ///< by name, when `earlier` is `ended`
};

/// What few calls need, kept aside: a call in the centre is small without it, so that those of a large centre
/// are at hand.
struct CallAside : CallHistory {
  // the leg
  TypeId from = none;          ///< type of the leg before, for escalations, transfers and callbacks
  Seconds hand_over_time = 0;  ///< warm: told by or to the other agent

  // what the rooms note
  EventId overflow = no_event;
  EventId timeout = no_event;   ///< tried long enough for a team lead, or for the same agent
  AgentId handing_over = none;  ///< the agent who stays with the caller until the next one knows
  const Escalation* escalation =
      nullptr;  ///< of the type that escalated, while it is with or for a team lead
  const Distribution* hand_over_law = nullptr;
  Seconds remaining_talk = 0;  ///< after a hold
};
/// What most calls have in its place.
inline constexpr CallAside nothing_aside;

/// One call (contact).  Times are from time 0; a moment that has not come is `never`.
/// The fields of the leg start afresh with each leg.
struct Call : SeldomHappens {
  const CallAside* aside = &nothing_aside;  ///< never null; to write: Calls::aside

  // the contact
  std::uint64_t seed = 0;     ///< source of all draws of this contact
  std::uint64_t contact = 0;  ///< number of the contact in the run, from 1
  TypeId first_type = 0;
  std::uint32_t attempt = 1;  ///< 1: first call; redials count on

  // the leg
  std::uint32_t leg = 1;
  TypeId type = 0;
  Seconds arrived = 0;  ///< the leg's beginning
  Seconds asked = 0;    ///< asked for a person (after the menu): waits and rings count from here
  Seconds answered = never;
  Seconds ended = never;  ///< the caller's part is over; wrap-up follows
  Seconds ring_time = 0;  ///< at agents' phones, all offers together
  Seconds hold_time = 0;
  Seconds talk_time = 0;     ///< without hold
  Seconds wrap_up_time = 0;  ///< drawn when the leg ends
  GroupId group = none;      ///< of the agent who has it or had it last
  AgentId agent = none;
  PeriodId credit = 0;           ///< the period in which the leg counts
  std::uint32_t taken_back = 0;  ///< times nobody picked up in time
  EndId end = no_end;            ///< served: how its conversation ended, by name
  Outcome outcome = Outcome::unfinished;
  bool waited = false;   ///< found no free agent
  bool last_leg = true;  ///< the contact ends with this leg
  bool will_redial = false;
  bool has_line = false;

  /// Nothing happened to this leg that not every call knows.
  bool plain() const noexcept {
    return std::bit_cast<std::uint64_t>(static_cast<const SeldomHappens&>(*this)) == 0 && taken_back == 0 &&
           end == no_end;
  }
  bool first_try() const noexcept { return aside->tries == 0 && attempt == 1; }
  /// Not the first attempt of the caller, or of a callback to reach the customer.
  bool further_try() const noexcept { return aside->tries > 0 ? aside->tries > 1 : attempt > 1 && leg == 1; }
  /// The stream of one draw; `again` counts the repetitions of a draw within a leg.
  Stream draws(Draw purpose, std::uint32_t again = 0) const noexcept {
    return draws_of(seed, purpose, leg, again);
  }
  /// A value of a law, for one purpose.
  double draw(const Distribution& law, Draw purpose) const {
    return draw(law, [&] { return draws(purpose); });
  }
  double draw(const Distribution& law, Draw purpose, std::uint32_t again) const {
    return draw(law, [&] { return draws(purpose, again); });
  }
  /// Time from asking for a person to the answer (or, unanswered, to the end of the leg).
  Seconds wait() const noexcept { return (answered < ended ? answered : ended) - asked; }

 private:
  template <class MakeStream>
  [[gnu::always_inline]] static double draw(const Distribution& law, MakeStream make_stream) {
    if (law.is_constant()) return law.value();
    Stream stream = make_stream();
    return law.draw(stream);
  }
};

}  // namespace thirdring
