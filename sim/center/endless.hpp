// Runs that would never end.
#pragma once
#include <cstdint>

#include "sim/model/units.hpp"

namespace thirdring {

struct Rooms;

/// Looks now and then whether a run gets anywhere.  Two things can keep it for ever where it is: calls that
/// go round without time passing (a redial without a delay to a busy line), and, after the last close, calls
/// that go round with time passing (a ring that is always taken back).
class Endless {
 public:
  void start() { events_ = after_close_ = 0, since_ = 0; }
  /// `events` more have happened.  Throws RunError.
  void look(const Rooms& rooms, std::uint64_t events);

 private:
  std::uint64_t events_ = 0, after_close_ = 0;  ///< since the moment `since_`; since the last close
  Seconds since_ = 0;
};

}  // namespace thirdring
