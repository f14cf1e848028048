// The laws against their moments and their distribution functions.
#include "sim/model/distribution.hpp"

#include <algorithm>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "sim/kernel/tally.hpp"

using namespace thirdring;

namespace {

struct Known {
  std::string name;
  Distribution law;
  double mean, variance;
};

// Mean and variance worked out by hand.
std::vector<Known> known_laws() {
  const double pi = 3.14159265358979324;
  const double hazard = 0.24197072451914335 / 0.84134474606854293;  // of the standard normal law at -1
  const double sigma = std::log(2) / 1.2815515655446004;            // ln(120 / 60) / z(90 %)
  const double through = 60 * std::exp(sigma * sigma / 2);
  return {
      {"constant", Distribution::constant(7), 7, 0},
      {"exponential", Distribution::exponential(60), 60, 3600},
      {"lognormal", Distribution::lognormal(60, 0.8), 60, 2304},
      {"lognormal through quantiles", Distribution::lognormal_through(0.5, 60, 0.9, 120), through,
       through * through * std::expm1(sigma * sigma)},
      {"gamma, peaked", Distribution::gamma(60, 0.5), 60, 900},
      {"gamma, spread", Distribution::gamma(60, 1.5), 60, 8100},
      {"gamma, cv 1", Distribution::gamma(60, 1), 60, 3600},
      {"Weibull", Distribution::weibull(60, 2), 60, 3600 * (4 / pi - 1)},
      {"Weibull, spread", Distribution::weibull(60, 0.5), 60, 18000},
      {"uniform", Distribution::uniform(30, 90), 60, 300},
      {"uniform on a point", Distribution::uniform(30, 30), 30, 0},
      {"triangular", Distribution::triangular(30, 50, 90), 170.0 / 3, 2800.0 / 18},
      {"triangular, falling", Distribution::triangular(30, 30, 90), 50, 200},
      {"triangular, rising", Distribution::triangular(30, 90, 90), 70, 200},
      {"normal, cut", Distribution::normal(10, 1), 10 + 10 * hazard, 100 * (1 - hazard - hazard * hazard)},
      {"normal, hardly cut", Distribution::normal(60, 0.1), 60, 36},
      {"hyperexponential", Distribution::hyperexponential(60, 2), 60, 14400},
      {"hyperexponential, cv 1", Distribution::hyperexponential(60, 1), 60, 3600},
      {"table", Distribution::table({30, 40, 50, 60, 90}), 54, 424},
      {"quantiles", Distribution::quantiles({0, 0.5, 1}, {0, 50, 150}), 62.5, 23125.0 / 12},
      {"quantiles with a jump and a flat",
       Distribution::quantiles({0, 0.25, 0.25, 0.75, 1}, {0, 40, 80, 80, 120}),
       0.25 * 20 + 0.5 * 80 + 0.25 * 100,
       0.25 * 1600.0 / 3 + 0.5 * 6400 + 0.25 * (6400 + 9600 + 14400) / 3.0 - 4900},
      {"mixture",
       Distribution::mixture({{0.8, Distribution::exponential(60)}, {0.2, Distribution::constant(10)}}), 50,
       3280},
  };
}

}  // namespace

TEST_CASE("means and variances are those worked out by hand", "[distribution]") {
  for (const auto& [name, law, mean, variance] : known_laws()) {
    CAPTURE(name);
    CHECK(law.mean() == Approx(mean).epsilon(1e-9));
    CHECK(law.variance() == Approx(variance).epsilon(1e-9).margin(1e-9));
  }
}

TEST_CASE("draws have the mean and the variance of their law", "[distribution]") {
  std::uint64_t seed = 0;
  for (const auto& [name, law, mean, variance] : known_laws()) {
    CAPTURE(name);
    Stream stream(++seed);
    Tally tally, squares;
    for (int i = 0; i < 300'000; ++i) {
      const double x = law.draw(stream), off = x - mean;
      tally.add(x);
      squares.add(off * off);
    }
    const double root_n = std::sqrt(static_cast<double>(tally.count()));
    CHECK(tally.min() >= 0);
    CHECK(std::abs(tally.mean() - mean) <= 5 * std::sqrt(variance) / root_n + 1e-9);
    CHECK(std::abs(squares.mean() - variance) <= 5 * squares.standard_deviation() / root_n + 1e-9);
  }
}

TEST_CASE("draws follow the distribution function", "[distribution]") {
  using namespace boost::math;
  const double log_variance = std::log(1 + 0.8 * 0.8);
  const exponential_distribution<double> exponential_60(1.0 / 60);
  const lognormal_distribution<double> lognormal_60(std::log(60) - log_variance / 2, std::sqrt(log_variance));
  const gamma_distribution<double> peaked(4, 15), spread(1 / 2.25, 60 * 2.25);
  const triangular_distribution<double> triangle(30, 50, 90);
  const weibull_distribution<double> weibull_60(1.5, 60 / std::tgamma(1 + 1 / 1.5));
  // Two phases with balanced means: p = (1 + sqrt(3/5)) / 2 for a squared cv of 4.
  const double p = (1 + std::sqrt(0.6)) / 2;
  const auto two_phases = [p](double x) {
    return 1 - p * std::exp(-2 * p * x / 60) - (1 - p) * std::exp(-2 * (1 - p) * x / 60);
  };
  const std::vector<std::pair<Distribution, std::function<double(double)>>> laws = {
      {Distribution::exponential(60), [&](double x) { return cdf(exponential_60, x); }},
      {Distribution::lognormal(60, 0.8), [&](double x) { return cdf(lognormal_60, x); }},
      {Distribution::gamma(60, 0.5), [&](double x) { return cdf(peaked, x); }},
      {Distribution::gamma(60, 1.5), [&](double x) { return cdf(spread, x); }},
      {Distribution::weibull(60, 1.5), [&](double x) { return cdf(weibull_60, x); }},
      {Distribution::triangular(30, 50, 90), [&](double x) { return cdf(triangle, x); }},
      {Distribution::hyperexponential(60, 2), two_phases},
  };
  constexpr std::size_t n = 100'000;
  for (std::size_t law = 0; law < laws.size(); ++law) {
    CAPTURE(law);
    Stream stream(100 + law);
    std::vector<double> drawn(n);
    for (double& x : drawn) x = laws[law].first.draw(stream);
    std::sort(drawn.begin(), drawn.end());
    double distance = 0;  // Kolmogorov and Smirnov's
    for (std::size_t i = 0; i < n; ++i) {
      const double f = laws[law].second(drawn[i]);
      distance = std::max({distance, f - double(i) / n, double(i + 1) / n - f});
    }
    CHECK(distance * std::sqrt(double(n)) < 2.2);  // exceeded once in 8,000 samples of the right law
  }
}

TEST_CASE("a lognormal law goes through its two quantiles", "[distribution]") {
  const Distribution law = Distribution::lognormal_through(0.25, 45, 0.95, 200);
  Stream stream(5);
  constexpr int n = 200'000;
  int below_45 = 0, below_200 = 0;
  for (int i = 0; i < n; ++i) {
    const double x = law.draw(stream);
    below_45 += x <= 45;
    below_200 += x <= 200;
  }
  CHECK(std::abs(below_45 - 0.25 * n) < 5 * std::sqrt(0.25 * 0.75 * n));
  CHECK(std::abs(below_200 - 0.95 * n) < 5 * std::sqrt(0.95 * 0.05 * n));
}

TEST_CASE("a constant draws nothing, and may be never", "[distribution]") {
  Stream stream(1), untouched(1);
  CHECK(Distribution().draw(stream) == 0);
  CHECK(Distribution().is_zero());
  CHECK(Distribution::constant(never).draw(stream) == never);
  CHECK(Distribution::constant(never).is_never());
  CHECK_FALSE(Distribution::exponential(1).is_constant());
  CHECK(stream() == untouched());
}

TEST_CASE("arguments out of range are refused", "[distribution]") {
  using D = Distribution;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double bad : {0.0, -1.0, nan, never}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(D::exponential(bad), std::invalid_argument);
    CHECK_THROWS_AS(D::lognormal(bad, 1), std::invalid_argument);
    CHECK_THROWS_AS(D::lognormal(1, bad), std::invalid_argument);
    CHECK_THROWS_AS(D::gamma(bad, 1), std::invalid_argument);
    CHECK_THROWS_AS(D::gamma(1, bad), std::invalid_argument);
    CHECK_THROWS_AS(D::weibull(bad, 1), std::invalid_argument);
    CHECK_THROWS_AS(D::weibull(1, bad), std::invalid_argument);
    CHECK_THROWS_AS(D::normal(bad, 1), std::invalid_argument);
    CHECK_THROWS_AS(D::normal(1, bad), std::invalid_argument);
    CHECK_THROWS_AS(D::hyperexponential(bad, 2), std::invalid_argument);
    CHECK_THROWS_AS(D::hyperexponential(1, bad), std::invalid_argument);
  }
  for (const double bad : {-1.0, nan}) {
    CAPTURE(bad);
    CHECK_THROWS_AS(D::constant(bad), std::invalid_argument);
    CHECK_THROWS_AS(D::uniform(bad, 2), std::invalid_argument);
    CHECK_THROWS_AS(D::uniform(1, bad), std::invalid_argument);
    CHECK_THROWS_AS(D::triangular(bad, 2, 3), std::invalid_argument);
    CHECK_THROWS_AS(D::triangular(1, bad, 3), std::invalid_argument);
    CHECK_THROWS_AS(D::triangular(1, 2, bad), std::invalid_argument);
    CHECK_THROWS_AS(D::table({1, bad}), std::invalid_argument);
    CHECK_THROWS_AS(D::quantiles({0, 0.5, 1}, {0, bad, 2}), std::invalid_argument);
    CHECK_THROWS_AS(D::quantiles({0, bad, 1}, {0, 1, 2}), std::invalid_argument);
    CHECK_THROWS_AS(D::mixture({{bad, D()}, {1, D()}}), std::invalid_argument);
    CHECK_THROWS_AS(D::lognormal_through(bad, 1, 0.5, 2), std::invalid_argument);
    CHECK_THROWS_AS(D::lognormal_through(0.5, bad, 0.9, 2), std::invalid_argument);
  }
  CHECK_THROWS_AS(D::weibull(1, 0.001), std::invalid_argument);
  CHECK_THROWS_AS(D::uniform(2, 1), std::invalid_argument);
  CHECK_THROWS_AS(D::uniform(1, never), std::invalid_argument);
  CHECK_THROWS_AS(D::triangular(1, 1, 1), std::invalid_argument);
  CHECK_THROWS_AS(D::hyperexponential(1, 0.9), std::invalid_argument);
  CHECK_THROWS_AS(D::hyperexponential(1, 1e10), std::invalid_argument);
  CHECK_THROWS_AS(D::lognormal_through(0.9, 1, 0.5, 2), std::invalid_argument);
  CHECK_THROWS_AS(D::lognormal_through(0.5, 2, 0.9, 1), std::invalid_argument);
  CHECK_THROWS_AS(D::table({}), std::invalid_argument);
  CHECK_THROWS_AS(D::quantiles({0, 1}, {1, 2, 3}), std::invalid_argument);
  CHECK_THROWS_AS(D::quantiles({0.1, 1}, {1, 2}), std::invalid_argument);
  CHECK_THROWS_AS(D::quantiles({0, 1}, {2, 1}), std::invalid_argument);
  CHECK_THROWS_AS(D::mixture({}), std::invalid_argument);
  CHECK_THROWS_AS(D::mixture({{0.5, D()}, {0.4, D()}}), std::invalid_argument);
}
