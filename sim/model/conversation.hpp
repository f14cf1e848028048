// What agent and caller say to each other beside the matter itself: a small program for each call type.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sim/model/distribution.hpp"

namespace thirdring {

/// Positions in the model's lists of situations, named counters and named ends.
using SituationId = std::uint32_t;
using CounterId = std::uint32_t;
using EndId = std::uint8_t;
inline constexpr EndId no_end = 0xff;

/// How a caller's attempt before this one ended.  An end by name is `ended` plus its EndId; all fit into a
/// set of 64 bits.
enum class Earlier : std::uint8_t {
  nothing,  ///< this is the first attempt
  abandoned,
  balked,
  busy,  ///< no line, or no place in the queue
  hung_up,
  outage,  ///< turned away or cut off
  unsolved,
  ended
};
inline constexpr std::size_t most_ends = 50;

/// A situation of a conversation, as a call type meets it.
struct Situation {
  std::string conversation, name;
  TypeId type;
  std::uint32_t key;  ///< of its draws; from its name, so that other situations do not move them
};

/// The conversation of a call type, all its stages in one flat list of steps.  Chances of 0 and situations
/// whose condition cannot hold are not in it.
///
/// A step is done and the next one follows, unless it says otherwise.  Steps up to `open` happen silently: no
/// one outside the conversation sees more of them than that it takes longer.  The others end a stretch of
/// talk: they happen at its end, in sight of all.
struct Program {
  enum class Op : std::uint8_t {
    speak,         ///< takes x seconds
    speak_law,     ///< takes as long as law `to` says
    talk,          ///< until the share x of the type's talk is spoken
    topic,         ///< one more talk, of the call type `to`
    talk_factor,   ///< what is left of the talk, and further topics, take x times as long
    jump,          ///< goes to step `to`
    unless,        ///< with chance x the next step, otherwise step `to`
    test,          ///< the next step if the conditions of gate `to` hold, otherwise the gate's step
    choose,        ///< goes where choice `to` says
    if_promised,   ///< goes to step `to` if a callback is promised
    if_passed_on,  ///< goes to step `to` if the type's own chances pass the call on
    happens,       ///< tells of situation `to`; the draws of its steps begin
    count,         ///< tells of counter `to`
    promise,       ///< promises callback `to`
    redial,      ///< with chance x the caller will call again, after the delay of law `to` (none: the usual)
    earn,        ///< revenue of x
    open,        ///< opens case `to`
    type_hold,   ///< what the type's block `hold` says; goes to step `to` if there is no hold
    hold,        ///< holds as long as law `to` says, if that is no longer than law `to` + 1
    escalate,    ///< passes the call to the leads of group `to` (none: the usual ones)
    transfer,    ///< passes the call on as transfer `to` says
    same_agent,  ///< passes it to the agent of the attempt before, who may take x seconds to get free
    end,         ///< ends the call, with the end `to`
    finish       ///< all is said
  };
  struct Step {
    Op op;
    std::uint32_t to = 0;
    double x = 0;
  };

  /// Something that is known when a stage of the conversation begins, and the values for which it holds.
  struct Condition {
    enum class Of : std::uint8_t {
      wait,        ///< from asking for a person to the answer, seconds
      attempt,     ///< 1 for the first
      hour,        ///< of the answer, 0 to 23
      held,        ///< seconds on hold so far
      earlier,     ///< how the attempt before ended: one of the bits of `among`
      proficiency  ///< of the agent: one of the bits of `among`, 0 for those of no level, then the levels
    };
    Of of;
    double least = 0, most = 0;
    std::uint64_t among = 0;
  };
  /// Conditions that all must hold: positions among `conditions`.
  struct Conditions {
    std::uint32_t first = 0, end = 0;
  };
  struct Gate {
    Conditions when;
    std::uint32_t otherwise;
  };

  /// At most one of several situations happens: one number for all of them is compared with the chances of
  /// those whose conditions hold, in their order.
  struct Choice {
    std::uint32_t key;         ///< of the draw
    bool each_hold;            ///< drawn anew for each hold
    double total;              ///< of all chances
    std::uint32_t first, end;  ///< among `chances`
    std::uint32_t otherwise;   ///< step
  };
  struct Chance {
    double chance;
    Conditions when;
    std::uint32_t to;  ///< step
  };

  /// Passing the call to another type.
  struct PassOn {
    TypeId to;
    bool warm;
    Distribution hand_over;
  };
  struct Promise {
    bool by_leads = false;                ///< else it is one of the type's own callbacks
    GroupId leads = none;                 ///< none: those of the agent's group
    Seconds not_before = 0, due = never;  ///< from the promise
  };

  std::uint32_t later_legs = 0;  ///< the step at which a call begins that is passed on to this type
  std::vector<Step> steps;
  std::vector<Distribution> laws;
  std::vector<Gate> gates;
  std::vector<Choice> choices;
  std::vector<Chance> chances;
  std::vector<Condition> conditions;
  std::vector<PassOn> transfers;
  std::vector<Promise> promises;
};

}  // namespace thirdring
