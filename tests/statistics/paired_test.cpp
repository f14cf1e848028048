#include "analysis/statistics/paired.hpp"

#include <cmath>

#include "catch.hpp"

using namespace thirdring;

TEST_CASE("with denominators of 1 a paired difference is the paired-t interval", "[statistics]") {
  Moments<4> m;
  for (const auto& [a, b] : {std::pair{10.0, 11.0}, {20.0, 23.0}, {30.0, 32.0}}) m.add({a, 1, b, 1});
  // Differences 1, 3, 2: mean 2, variance 1.
  const PairedDifference d = paired_difference(m);
  CHECK(d.difference.value == Approx(2));
  CHECK(d.difference.half_width() == Approx(4.302653 / std::sqrt(3.0)).epsilon(1e-6));
  // Covariance 105, variances 100 and 111.
  CHECK(d.correlation == Approx(105 / std::sqrt(100.0 * 111)));
  CHECK(d.gain == Approx(211));
}

TEST_CASE("equal alternatives differ by exactly nothing", "[statistics]") {
  Moments<4> m;
  for (const auto& [y, x] : {std::pair{8.0, 10.0}, {18.0, 20.0}, {24.0, 30.0}}) m.add({y, x, y, x});
  const PairedDifference d = paired_difference(m);
  CHECK(d.difference.value == 0);
  CHECK(d.difference.half_width() == Approx(0).margin(1e-9));
  CHECK(d.correlation == Approx(1));
}

TEST_CASE("a paired difference of ratios uses the residuals of both", "[statistics]") {
  Moments<4> m;
  m.add({8, 10, 9, 10});
  m.add({18, 20, 19, 20});
  m.add({24, 30, 29, 30});
  // A: 50/60 with residuals -1/3, 4/3, -1; B: 57/60 with -1/2, 0, 1/2; differences -1/6, -4/3, 3/2 over 20.
  const double squares = (1.0 / 36 + 16.0 / 9 + 9.0 / 4) / 2;
  const PairedDifference d = paired_difference(m);
  CHECK(d.difference.value == Approx(7.0 / 60));
  CHECK(d.difference.half_width() == Approx(4.302653 * std::sqrt(squares / 3) / 20).epsilon(1e-6));
}

TEST_CASE("no pair, one pair, nothing to divide by", "[statistics]") {
  Moments<4> m;
  CHECK(std::isnan(paired_difference(m).difference.value));
  m.add({1, 2, 3, 4});
  CHECK(paired_difference(m).difference.value == 0.25);
  CHECK(std::isnan(paired_difference(m).difference.low));
}
