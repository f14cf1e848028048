// Two pieces of numerical work that several queues need.
#pragma once
#include <functional>

namespace thirdring {

/// The least time, from 0, at which a distribution function reaches `share`; infinite when it does not within
/// 2^200 times `scale`, a time that is usual for it.  The function may jump.
double time_of_share(const std::function<double(double)>& distribution, double share, double scale);

/// Integral from 0 to infinity of a function that does not rise and falls to 0 fast, by Gauss-Kronrod
/// quadrature on panels that double, the first as long as `scale`.
double integral_to_infinity(const std::function<double(double)>& falling, double scale);

}  // namespace thirdring
