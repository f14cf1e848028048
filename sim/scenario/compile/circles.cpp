// Calls that are passed on for ever.
#include <algorithm>

#include "sim/scenario/compile/dialogue.hpp"

namespace thirdring {
namespace {

// Whether a call of the type may end there: by staying, by an escalation, or at a type that is not `endless`.
bool may_end(const CallType& type, const Reach& reach, const std::vector<bool>& endless) {
  if (std::any_of(reach.transfers.begin(), reach.transfers.end(), [&](TypeId to) { return !endless[to]; }))
    return true;
  double passed_on = 0;
  for (const Transfer& transfer : type.transfers)
    if (endless[transfer.to]) passed_on += transfer.chance;
  return reach.finishes && passed_on < 1 - 1e-9;
}

}  // namespace

void check_circles(Compile& c) {
  const auto& types = c.model.call_types;
  std::vector<Reach> reaches;
  for (const CallType& type : types)
    reaches.push_back(type.conversation ? reach_of(*type.conversation) : Reach{{}, true, {}});
  // At first all look endless; whoever can leave shows the way to others.
  std::vector<bool> endless(types.size(), true);
  for (bool changed = true; changed;) {
    changed = false;
    for (TypeId t = 0; t < endless.size(); ++t)
      if (endless[t] && may_end(types[t], reaches[t], endless)) {
        endless[t] = false;
        changed = true;
      }
  }
  for (TypeId t = 0; t < c.types().entries.size(); ++t) {
    const CallTypeSpec& s = *c.types().entries[t].value;
    if (endless[t])
      c.problem(s.transfers.given() ? s.transfers.at : s.conversation.at, "an end of all transfers",
                "a circle in which every call goes on for ever");
  }
}

}  // namespace thirdring
