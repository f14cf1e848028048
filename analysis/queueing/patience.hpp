// How long callers are ready to wait, as the queueing formulas need to know it.
#pragma once
#include <functional>
#include <vector>

namespace thirdring {

struct Patience {
  std::function<double(double)> survival;    ///< share of callers more patient than that; does not rise
  std::function<double(double)> mean_up_to;  ///< mean of min(patience, time): the integral of `survival`
  std::vector<double> jumps;                 ///< where `survival` is not smooth, ascending

  // Each throws std::invalid_argument for a mean or a coefficient of variation that is not positive and
  // finite.
  static Patience exponential(double mean);
  static Patience gamma(double mean, double cv);  ///< Erlang-k: cv = 1 / sqrt(k)
  static Patience lognormal(double mean, double cv);
  static Patience constant(double value);
};

}  // namespace thirdring
