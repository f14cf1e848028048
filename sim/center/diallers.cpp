#include "sim/center/diallers.hpp"

#include <algorithm>
#include <cmath>

#include "sim/center/rooms.hpp"

namespace thirdring {

Diallers::Diallers(Rooms& rooms) : rooms_(rooms), states_(rooms.model.diallers.size()) {}

void Diallers::start(std::uint64_t seed, std::uint64_t replication) {
  on_ = 0;
  for (std::uint32_t d = 0; d < states_.size(); ++d) {
    const Dialler& dialler = rooms_.model.diallers[d];
    const std::string& name = rooms_.model.call_types[dialler.type].name;
    states_[d] = {Stream(seed, "dialler/" + name, replication), Stream(seed, "calls/" + name, replication)};
    for (const Dialler::Hours& hours : dialler.hours) {
      rooms_.schedule(hours.from, EventKind::dialler_switches, 2 * d + 1);
      rooms_.schedule(hours.until, EventKind::dialler_switches, 2 * d);
    }
  }
}

void Diallers::switches(std::uint32_t dialler, bool begins) {
  if (states_[dialler].on != begins) on_ += begins ? 1 : -1U;
  states_[dialler].on = begins;
  rooms_.watch();
  if (begins) look(dialler);
}

void Diallers::look() {
  for (std::uint32_t d = 0; d < states_.size(); ++d)
    if (states_[d].on) look(d);
}

void Diallers::look(std::uint32_t d) {
  const Dialler& dialler = rooms_.model.diallers[d];
  State& state = states_[d];
  const std::uint32_t idle = rooms_.floor.idle(dialler.group);
  if (!rooms_.open || rooms_.outages.hits(dialler.type) || idle < dialler.idle) return;
  std::uint32_t idle_of_all = 0;
  for (GroupId group = 0; group < rooms_.model.groups.size(); ++group)
    idle_of_all += rooms_.floor.idle(group);
  if (idle_of_all < dialler.idle_of_all) return;
  for (double more = std::round(dialler.numbers * idle) - state.ringing; more > 0; --more) {
    const bool reached = state.numbers.happens(dialler.reached);
    const Seconds rings = dialler.dial.draw(state.numbers);
    ++state.ringing;
    if (rings > 0)
      rooms_.schedule(rooms_.now + rings, EventKind::number_dialled, 2 * d + reached);
    else
      dialled(d, reached);
  }
}

void Diallers::dialled(std::uint32_t dialler, bool reached) {
  State& state = states_[dialler];
  --state.ringing;
  if (reached && rooms_.open) rooms_.entrance.is_reached(rooms_.model.diallers[dialler].type, state.calls());
}

}  // namespace thirdring
