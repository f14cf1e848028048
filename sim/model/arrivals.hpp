// How calls come.
#pragma once
#include <optional>
#include <vector>

#include "sim/model/distribution.hpp"

namespace thirdring {

/// A burst of extra calls on top of the normal ones, a Poisson process of its own.
struct Surge {
  enum class Shape : std::uint8_t {
    block,     ///< even over the length
    triangle,  ///< rises to the middle, then falls
    decay      ///< at once, then fades: exponential with mean length / 4, cut at the length
  };
  Seconds start = 0, length = 0;
  Shape shape = Shape::block;
  double calls = 0;  ///< expected number
};

/// One call type's arrival process.  Rates are in calls (batches, if there are batches) per second.
struct Arrivals {
  enum class Kind : std::uint8_t {
    nobody,    ///< nobody calls by itself (callbacks, escalations, transfers)
    dialled,   ///< a dialler calls them, see Model::diallers
    constant,  ///< Poisson, rate[period]: piecewise constant, 0 while closed
    linear,    ///< Poisson, linear between knots, 0 outside them and while closed
    replay     ///< the given times
  };
  struct Knot {
    Seconds at;
    double rate;
  };

  Kind kind = Kind::nobody;
  std::vector<double> rate;
  std::vector<Knot> knots;
  std::vector<Seconds> times;            ///< ascending
  std::optional<Distribution> busyness;  ///< this type's own factor on the rate, drawn once a day
  std::optional<Distribution> batch;     ///< Poisson kinds: callers who arrive together, rounded, at least 1
  std::vector<Surge> surges;

  /// Keeps this share of the calls, at random; more than 1 brings more.  Given times stay as they are.
  void take_share(double share);
  /// Expected arrivals of the Poisson kinds on each day, at busyness 1; each may bring a batch.
  std::vector<double> expected_by_day(const struct Calendar& calendar) const;
  /// Expected calls over the whole calendar, batches and surges included, at busyness 1.
  double expected_calls(const struct Calendar& calendar) const;
};

}  // namespace thirdring
