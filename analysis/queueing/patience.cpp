#include "analysis/queueing/patience.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <stdexcept>

namespace thirdring {
namespace {

void check(double value) {
  if (!(value > 0) || std::isinf(value))
    throw std::invalid_argument("patience has a mean and a cv that are positive");
}

double normal_below(double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; }

}  // namespace

Patience Patience::exponential(double mean) {
  check(mean);
  return {[mean](double time) { return std::exp(-time / mean); },
          [mean](double time) { return -mean * std::expm1(-time / mean); },
          {}};
}

Patience Patience::gamma(double mean, double cv) {
  check(mean);
  check(cv);
  const double shape = 1 / (cv * cv), scale = mean / shape;
  const auto survival = [=](double time) {
    return time > 0 ? boost::math::gamma_q(shape, time / scale) : 1.0;
  };
  return {survival,
          [=](double time) {
            return mean * boost::math::gamma_p(shape + 1, time / scale) + time * survival(time);
          },
          {}};
}

Patience Patience::lognormal(double mean, double cv) {
  check(mean);
  check(cv);
  const double sigma = std::sqrt(std::log1p(cv * cv)), mu = std::log(mean) - sigma * sigma / 2;
  const auto survival = [=](double time) { return normal_below((mu - std::log(time)) / sigma); };
  return {survival,
          [=](double time) {
            if (time <= 0) return 0.0;
            return mean * normal_below((std::log(time) - mu) / sigma - sigma) + time * survival(time);
          },
          {}};
}

Patience Patience::constant(double value) {
  check(value);
  return {[value](double time) { return time < value ? 1.0 : 0.0; },
          [value](double time) { return std::fmin(time, value); },
          {value}};
}

}  // namespace thirdring
