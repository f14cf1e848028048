// Who calls, and what they bring along.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/arrivals.hpp"
#include "sim/center/call.hpp"

namespace thirdring {

/// A law that calls draw from, each for itself.
struct CallLaw {
  const Distribution& law;
  Draw purpose;
  double draw(std::uint64_t seed) const {
    if (law.is_constant()) return law.value();
    Stream stream = draws_of(seed, purpose);
    return law.draw(stream);
  }
};

struct Caller {
  Seconds at;
  std::uint64_t seed;      ///< of the call's own numbers
  std::uint32_t together;  ///< how many come at once; 0 for all but the first of them
  Seconds talk, wrap_up;   ///< if the call is served
};

/// Reads the arrivals of a model with one call type some way ahead.  Nothing of it depends on the centre, so
/// that the numbers of many callers are drawn before the first of them is looked at: one does not wait for
/// the other.
class Callers {
 public:
  explicit Callers(const Model& model);

  void start(std::uint64_t seed, std::uint64_t replication);
  /// The next callers, in the order in which they come; none when nobody comes any more.
  const std::vector<Caller>& next_block();
  /// When somebody called for the last time, after close perhaps, so far as was read.
  Seconds last_time() const { return last_time_; }

 private:
  void add(Seconds now, std::uint32_t source);

  const Calendar& calendar_;
  const CallLaw talk_, wrap_up_;
  const double talk_factor_;
  ArrivalSources sources_;
  std::vector<Caller> block_;
  PeriodId period_ = 0;
  Seconds period_until_ = 0;
  bool open_ = true;
  Seconds last_time_ = 0;
};

}  // namespace thirdring
