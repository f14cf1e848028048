#include "analysis/queueing/numerics.hpp"

#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>
#include <limits>

namespace thirdring {

double time_of_share(const std::function<double(double)>& distribution, double share, double scale) {
  if (distribution(0) >= share) return 0;
  double low = 0, high = scale;
  for (int doublings = 0; distribution(high) < share; high *= 2) {
    if (++doublings > 200) return std::numeric_limits<double>::infinity();
    low = high;
  }
  std::uintmax_t steps = 200;
  const auto missing = [&](double time) { return distribution(time) - share; };
  return boost::math::tools::toms748_solve(missing, low, high, boost::math::tools::eps_tolerance<double>(50),
                                           steps)
      .second;
}

double integral_to_infinity(const std::function<double(double)>& falling, double scale) {
  using Rule = boost::math::quadrature::gauss_kronrod<double, 31>;
  double sum = 0, from = 0;
  for (double to = scale; std::isfinite(to); from = to, to *= 2) {
    sum += Rule::integrate(falling, from, to, 5, 1e-10);
    if (falling(to) * to <= 1e-16 * sum) break;
  }
  return sum;
}

}  // namespace thirdring
