#include "sim/measures/offered_wait/fits.hpp"

namespace thirdring {
namespace {

constexpr std::uint32_t unlimited = 0xffffffffU;

/// Nobody calls again: those who would are never turned away, or never try.
bool nobody_redials(const CallType& type) {
  const Redial& redial = type.redial;
  return redial.at_most == 0 ||
         ((redial.after_abandoning == 0 || type.patience.is_never()) &&
          (redial.after_balking == 0 || type.balk == 0) && (redial.after_unsolved == 0 || type.solved >= 1));
}

}  // namespace

bool fits_offered_wait(const Model& model) {
  // The run is told as a whole.
  if (model.calendar.stretches > 1 || model.calendar.has_warm_up()) return false;
  // Everything works all the time.
  if (!model.outages.empty() || !model.areas.empty() || !model.diallers.empty()) return false;
  // One queue and one pool of agents, and neither is limited.
  if (model.call_types.size() != 1 || model.groups.size() != 1) return false;
  const CallType& type = model.call_types[0];
  const AgentGroup& group = model.groups[0];
  if (model.lines != unlimited || type.queue_capacity != unlimited) return false;
  // The agents may take the calls from the first second on, and keep nobody free.
  if (type.route.size() != 1 || type.route[0].after != 0 || !group.reservations.empty()) return false;
  // They are there by numbers: all the same.  A shift is one agent's own.
  if (group.by_shifts()) return false;
  // A caller asks for an agent at once; one who is free answers at once.
  if (!type.menu.is_zero() || !group.pick_up.is_zero()) return false;
  // The conversation is one piece of time, in which nobody else has a part.
  if (type.hold || type.escalation || !type.transfers.empty() || type.conversation) return false;
  if (type.preemptible || group.at_once > 1) return false;
  // All agents are alike.
  if (!group.proficiencies.empty()) return false;
  // Who is served, or not, is gone for good.
  return !type.callback && type.follow_ups.empty() && nobody_redials(type);
}

}  // namespace thirdring
