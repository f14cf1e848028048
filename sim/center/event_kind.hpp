// Everything that can happen, in the order in which it happens at equal times.
#pragma once
#include <cstdint>

namespace thirdring {

/// First callers are not among them: their sources keep their own times, and they come after all events of a
/// moment. The subject of the event is named behind each kind.
enum class EventKind : std::uint8_t {
  period_begins,       // period
  shift_changes,       // position in the day's list of shift changes
  agent_returns,       // agent: from a break, or from being away
  dialler_switches,    // twice the dialler, and 1: it begins
  outage_ends,         // outage
  power_is_back,       // area, counted from the number of outages
  talk_over,           // call
  hold_begins,         // call
  hold_over,           // call
  hold_abandoned,      // call
  hand_over_done,      // call
  dialled,             // call
  case_arrives,        // call
  case_work_over,      // call
  case_closes,         // note of the case
  wrap_up_over,        // agent
  outage_begins,       // outage
  power_goes,          // area
  picked_up,           // call
  taken_back,          // call
  asks_for_agent,      // call: the menu is over
  lead_timeout,        // call
  same_agent_timeout,  // call
  overflows,           // call
  callback_ready,      // call
  number_dialled,      // twice the dialler, and 1: the customer is reached
  case_overflows,      // call
  case_opens,          // note of the case
  loses_patience,      // call
  redials              // call
};

}  // namespace thirdring
