#include "analysis/statistics/intervals.hpp"

#include <array>
#include <cmath>

#include "catch.hpp"

using namespace thirdring;

TEST_CASE("quantiles of Student's t", "[statistics]") {
  // Table values.
  CHECK(student_t(0.95, 1) == Approx(12.7062).epsilon(1e-5));
  CHECK(student_t(0.95, 9) == Approx(2.26216).epsilon(1e-5));
  CHECK(student_t(0.90, 9) == Approx(1.83311).epsilon(1e-5));
  CHECK(student_t(0.95, 1'000'000) == Approx(1.95997).epsilon(1e-5));
}

TEST_CASE("interval of a mean", "[statistics]") {
  Moments<1> m;
  CHECK(std::isnan(mean_interval(m).value));
  m.add({4});
  CHECK(mean_interval(m).value == 4);
  CHECK(std::isnan(mean_interval(m).low));
  for (const double x : {6.0, 8.0, 10.0}) m.add({x});
  // Mean 7, variance 20 / 3, t(3) = 3.18245: half width 3.18245 x sqrt(20 / 12) = 4.10852.
  const Estimate e = mean_interval(m);
  CHECK(e.value == Approx(7));
  CHECK(e.half_width() == Approx(4.10852).epsilon(1e-5));
  CHECK(e.n == 4);
}

TEST_CASE("interval of a ratio of expectations", "[statistics]") {
  BivariateMoments m;
  for (const auto& [y, x] : {std::pair{8.0, 10.0}, {18.0, 20.0}, {24.0, 30.0}}) m.add({y, x});
  // 50 / 60; residuals y - 5/6 x: -1/3, 4/3, -1; sum of squares 26 / 9; variance 13 / 9.
  const Estimate e = ratio_interval(m);
  CHECK(e.value == Approx(5.0 / 6));
  CHECK(e.half_width() == Approx(4.302653 * std::sqrt(13.0 / 27) / 20).epsilon(1e-6));
}

TEST_CASE("a ratio with nothing below the line is unknown", "[statistics]") {
  BivariateMoments m;
  m.add({0, 0});
  m.add({0, 0});
  CHECK(std::isnan(ratio_interval(m).value));
  CHECK(std::isnan(ratio_interval(m).high));
}

TEST_CASE("Fieller's interval of a few ratios", "[statistics]") {
  BivariateMoments moments;
  for (const auto& [over, under] : {std::pair{1.0, 9.0}, {2.0, 10.0}, {3.0, 11.0}, {4.0, 10.0}})
    moments.add({over, under});
  // Means 2.5 and 10, variances 5/3 and 2/3, covariance 2/3; t(3)^2 / 4 = 2.531991: a = 100 - 1.687994,
  // b = 25 - 1.687994, c = 6.25 - 4.219985; (b -+ sqrt(b^2 - a c)) / a.
  const Estimate e = ratio_interval(moments);
  CHECK(e.value == 0.25);
  CHECK(e.low == Approx(0.0485001).epsilon(1e-4));
  CHECK(e.high == Approx(0.4257452).epsilon(1e-4));
  // A denominator that may as well be 0 leaves the delta method.
  BivariateMoments wild;
  for (const auto& [over, under] : {std::pair{1.0, -9.0}, {2.0, 10.0}, {3.0, 11.0}}) wild.add({over, under});
  CHECK(ratio_interval(wild).value == Approx(0.5));
  CHECK(ratio_interval(wild).half_width() > 1);
}

TEST_CASE("Wilson", "[statistics]") {
  // 4 of 20: 0.0573, 0.4366 (Agresti & Coull and any table).
  const Estimate e = proportion_interval(4, 20);
  CHECK(e.value == 0.2);
  // By hand, with z = 1.959964: (4 + z^2 / 2 -+ z sqrt(4 x 16 / 20 + z^2 / 4)) / (20 + z^2).
  CHECK(e.low == Approx(0.0806577).epsilon(1e-5));
  CHECK(e.high == Approx(0.4160174).epsilon(1e-5));
  // Nothing seen in n trials: z^2 / (n + z^2).
  CHECK(proportion_interval(0, 100).low == 0);
  CHECK(proportion_interval(0, 100).high == Approx(3.841459 / 103.841459));
  CHECK(proportion_interval(100, 100).high == 1);
  CHECK(proportion_interval(100, 100).low == Approx(100 / 103.841459));
  CHECK(std::isnan(proportion_interval(0, 0).value));
}

TEST_CASE("interval by sections", "[statistics]") {
  const std::array sections{9.0, 11.0, 10.0, unknown, 14.0};
  // Around the pooled 10.5: squares 2.25 + 0.25 + 0.25 + 12.25 = 15; t(3) sqrt(15 / 3 / 4).
  const Estimate e = section_interval(10.5, sections, 100);
  CHECK(e.value == 10.5);
  CHECK(e.half_width() == Approx(3.182446 * std::sqrt(1.25)).epsilon(1e-6));
  CHECK(e.n == 100);
  CHECK(std::isnan(section_interval(1, std::array{1.0}, 1).low));
}

TEST_CASE("limits of an estimate", "[statistics]") {
  const Estimate e = Estimate::around(0.99, 0.05, 7).within(0, 1);
  CHECK(e.high == 1);
  CHECK(e.low == Approx(0.94));
  CHECK(std::isnan(Estimate{}.within(0, 1).value));
}
