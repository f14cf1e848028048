#include "analysis/statistics/controlled.hpp"

#include <array>
#include <cmath>

#include "catch.hpp"
#include "sim/kernel/stream.hpp"

using namespace thirdring;

namespace {

/// Ratios and two controls in one place.
struct Sample {
  ControlSums sums{2, 2};
  std::array<BivariateMoments, 2> moments;

  void add(std::array<double, 2> controls, std::array<double, 2> first, std::array<double, 2> second) {
    sums.begin(controls);
    sums.add(0, moments[0], first[0], first[1]);
    sums.add(1, moments[1], second[0], second[1]);
    moments[0].add(first);
    moments[1].add(second);
  }
  Controlled ratio(std::size_t i) const { return sums.interval(i, moments[i]); }
};

}  // namespace

TEST_CASE("what the controls say in full is known exactly", "[statistics][controls]") {
  Sample sample;
  Stream random(1);
  for (int i = 0; i < 100; ++i) {
    const double a = random.uniform() - 0.5, b = random.uniform() - 0.5;
    sample.add({a, b}, {7 + 3 * a - 100 * b, 1}, {5 + a, 1});
  }
  CHECK(sample.ratio(0).estimate.value == Approx(7).epsilon(1e-12));
  CHECK(sample.ratio(0).estimate.half_width() < 1e-9);
  CHECK(sample.ratio(1).estimate.value == Approx(5).epsilon(1e-12));
  CHECK(sample.moments[0].mean(0) != Approx(7).epsilon(1e-3));
}

TEST_CASE("a regression as the textbook has it", "[statistics][controls]") {
  // One control that is of use and one that never was: the mean is the intercept of a least-squares line, its
  // error that of the intercept (solved here by hand from the normal equations).
  ControlSums sums(1, 1);
  BivariateMoments moments;
  Stream random(2);
  double n = 0, c1 = 0, y1 = 0, cc = 0, cy = 0, yy = 0;
  for (int i = 0; i < 150; ++i) {
    const double c = random.uniform() - 0.5, y = 3 + 2 * c + c * c + 0.1 * random.uniform();
    sums.begin(std::array{c});
    sums.add(0, moments, y, 1);
    moments.add({y, 1});
    n += 1, c1 += c, y1 += y, cc += c * c, cy += c * y, yy += y * y;
  }
  const double determinant = n * cc - c1 * c1;
  const double slope = (n * cy - c1 * y1) / determinant, intercept = (cc * y1 - c1 * cy) / determinant;
  const double residual = (yy - intercept * y1 - slope * cy) / (n - 2);
  const double error = std::sqrt(residual * cc / determinant);
  const Controlled controlled = sums.interval(0, moments);
  CHECK(controlled.estimate.value == Approx(intercept));
  CHECK(controlled.estimate.half_width() == Approx(student_t(0.95, 148) * error));
  CHECK(controlled.estimate.n == 150);
  const double plain = ratio_interval(moments).half_width() / student_t(0.95, 149);
  CHECK(controlled.gain == Approx(plain * plain / (error * error)));
}

TEST_CASE("parts still add up to the whole", "[statistics][controls]") {
  ControlSums sums(3, 2);
  std::array<BivariateMoments, 3> moments;
  Stream random(3);
  for (int i = 0; i < 120; ++i) {
    const double a = random.uniform() - 0.5, b = random.uniform() - 0.5;
    const double calls = 100 + 80 * a + 10 * random.uniform(), share = 0.6 + b * b;
    const std::array<double, 3> over = {calls * share, calls * (1 - share), calls};
    sums.begin(std::array{a, b});
    for (std::size_t k = 0; k < 3; ++k) {
      sums.add(k, moments[k], over[k], 8);
      moments[k].add({over[k], 8});
    }
  }
  const auto value = [&](std::size_t k) { return sums.interval(k, moments[k]).estimate.value; };
  CHECK(sums.interval(2, moments[2]).gain > 10);
  CHECK(value(0) + value(1) == Approx(value(2)).epsilon(1e-12));
}

TEST_CASE("plain where controls can do nothing", "[statistics][controls]") {
  const auto same_as_plain = [](const Sample& sample) {
    const Estimate plain = ratio_interval(sample.moments[0]);
    const Controlled controlled = sample.ratio(0);
    CHECK(controlled.gain == 1);
    CHECK(controlled.estimate.value == plain.value);
    CHECK(controlled.estimate.low == plain.low);
    CHECK(controlled.estimate.high == plain.high);
  };
  Sample few, still, copied, rare;
  Stream random(4);
  for (int i = 0; i < 120; ++i) {
    const double a = random.uniform() - 0.5, b = random.uniform() - 0.5;
    if (i < 99) few.add({a, b}, {3 + a, 2}, {1, 1});
    still.add({a, 0}, {3 + a, 2}, {1, 1});
    copied.add({a, 3 * a}, {3 + a, 2}, {1, 1});
    rare.add({a, b}, i % 50 == 0 ? std::array{1.0, 2.0} : std::array{0.0, 0.0}, {1, 1});
  }
  same_as_plain(few);
  same_as_plain(still);
  same_as_plain(copied);
  same_as_plain(rare);
}
