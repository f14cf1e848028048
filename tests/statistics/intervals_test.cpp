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

TEST_CASE("Clopper-Pearson", "[statistics]") {
  // 4 of 20: 0.0573, 0.4366 (Agresti & Coull and any table).
  const Estimate e = proportion_interval(4, 20);
  CHECK(e.value == 0.2);
  CHECK(e.low == Approx(0.05733).epsilon(1e-3));
  CHECK(e.high == Approx(0.43661).epsilon(1e-4));
  // Nothing seen in n trials: 1 - (alpha / 2)^(1 / n).
  CHECK(proportion_interval(0, 100).low == 0);
  CHECK(proportion_interval(0, 100).high == Approx(1 - std::pow(0.025, 0.01)));
  CHECK(proportion_interval(100, 100).high == 1);
  CHECK(proportion_interval(100, 100).low == Approx(std::pow(0.025, 0.01)));
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
