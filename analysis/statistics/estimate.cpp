#include "analysis/statistics/estimate.hpp"

namespace thirdring {

Estimate Estimate::within(double least, double most) const {
  // Written so that NaN passes.
  const auto cut = [&](double x) { return x < least ? least : x > most ? most : x; };
  return {cut(value), cut(low), cut(high), n};
}

}  // namespace thirdring
