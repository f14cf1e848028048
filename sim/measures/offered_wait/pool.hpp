// The agents of one pool, as far as who serves whom depends on them.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/kernel/time_bag.hpp"
#include "sim/model/units.hpp"

namespace thirdring {

/// Agents who are all the same: of each only the moment is known at which the agent gets free, or got free
/// and waits since.  A call in the queue goes to the one who gets free first.
class Pool {
 public:
  /// Nobody is there.
  void start();

  /// When the next agent gets free, or has got free; `never` when nobody is there.
  Seconds next_free() const { return free_.first(); }
  /// That agent takes a call ...
  void take() { free_.pop(); }
  /// ... and will be free again.
  void put_back(Seconds free_at) { free_.push(free_at); }

  /// From `now` on so many agents are wanted.  Of too many the idle go now and then whoever gets free next,
  /// but when agents are wanted again before that, they stay.
  void set(std::uint32_t wanted, Seconds now);
  /// Agent seconds on duty since the last time that this was asked; who goes at the end of a call stays until
  /// then.
  double on_duty_until(Seconds now);

 private:
  TimeBag free_;
  std::uint32_t agents_ = 0;      // in free_
  std::vector<Seconds> leaving_;  // get free once more, and go; ascending, all before those of free_
  Seconds counted_until_ = 0;
};

}  // namespace thirdring
