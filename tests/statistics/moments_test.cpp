#include "analysis/statistics/moments.hpp"

#include <cmath>

#include "catch.hpp"

using namespace thirdring;

TEST_CASE("moments of a few pairs, by hand", "[statistics]") {
  BivariateMoments m;
  m.add({1, 2});
  CHECK(m.mean(0) == 1);
  CHECK(std::isnan(m.variance(0)));
  m.add({2, 4});
  m.add({6, 3});
  CHECK(m.count() == 3);
  CHECK(m.mean(0) == Approx(3));
  CHECK(m.mean(1) == Approx(3));
  CHECK(m.variance(0) == Approx(7));         // (4 + 1 + 9) / 2
  CHECK(m.variance(1) == Approx(1));         // (1 + 1 + 0) / 2
  CHECK(m.covariance(0, 1) == Approx(0.5));  // (2 - 1 + 0) / 2
  CHECK(m.covariance(1, 0) == m.covariance(0, 1));
}

TEST_CASE("moments do not cancel far from 0", "[statistics]") {
  Moments<1> m;
  for (const double x : {4.0, 7.0, 13.0, 16.0}) m.add({1e9 + x});
  CHECK(m.mean(0) == Approx(1e9 + 10).epsilon(1e-15));
  CHECK(m.variance(0) == Approx(30));
}
