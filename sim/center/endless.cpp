#include "sim/center/endless.hpp"

#include "sim/center/rooms.hpp"
#include "sim/center/run_error.hpp"

namespace thirdring {
namespace {

// Far more than all calls that have been here at once can honestly need: to come or go within a second, and
// to be served after close.
constexpr std::uint64_t some = 10'000'000, at_once = 4, till_gone = 1000;

}  // namespace

void Endless::look(const Rooms& rooms, std::uint64_t events) {
  if (rooms.now < since_ + 1) {
    events_ += events;
  } else {
    events_ = 0;
    since_ = rooms.now;
  }
  const std::uint64_t calls = rooms.calls.size();
  const auto& periods = rooms.model.calendar.periods;
  if (events_ > some + at_once * calls)
    throw RunError(
        "in the period " + periods[rooms.period].label +
        " more than 10,000,000 things happen within a second: calls go round without time passing");

  if (rooms.period + 1 == periods.size()) after_close_ += events;
  if (after_close_ > some + till_gone * calls)
    throw RunError("the centre never empties after its last close: calls go round for ever");
}

}  // namespace thirdring
