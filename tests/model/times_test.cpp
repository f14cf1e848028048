// Laws times a factor.
#include <cmath>
#include <vector>

#include "catch.hpp"
#include "sim/kernel/stream.hpp"
#include "sim/model/distribution.hpp"

using namespace thirdring;
using D = Distribution;

TEST_CASE("a law times a factor draws the same numbers times the factor", "[model]") {
  const std::vector<D> laws = {D::constant(40),
                               D::exponential(180),
                               D::lognormal(200, 1.2),
                               D::lognormal_through(0.5, 20, 0.9, 90),
                               D::gamma(60, 0.7),
                               D::gamma(60, 2),
                               D::weibull(90, 0.6),
                               D::uniform(10, 30),
                               D::triangular(5, 10, 40),
                               D::normal(30, 0.8),
                               D::hyperexponential(100, 2),
                               D::table({3, 9, 27}),
                               D::quantiles({0, 0.4, 1}, {5, 15, 100}),
                               D::mixture({{0.3, D::exponential(10)}, {0.7, D::lognormal(50, 1)}})};
  for (const double factor : {0.9, 1.1, 3.0})
    for (const D& law : laws) {
      const D scaled = law.times(factor);
      INFO(static_cast<int>(law.kind()) << " times " << factor);
      CHECK(scaled.mean() == Approx(factor * law.mean()).epsilon(1e-12));
      CHECK(scaled.variance() == Approx(factor * factor * law.variance()).epsilon(1e-9).margin(1e-12));
      Stream a(1, "law", 0), b(1, "law", 0);
      for (int i = 0; i < 1000; ++i) REQUIRE(scaled.draw(a) == Approx(factor * law.draw(b)).epsilon(1e-12));
    }
}

TEST_CASE("who never hangs up stays so", "[model]") {
  CHECK(D::constant(never).times(0.9).is_never());
  const D some = D::mixture({{0.5, D::constant(never)}, {0.5, D::constant(8)}}).times(0.5);
  Stream stream(1, "law", 0);
  int nevers = 0, fours = 0;
  for (int i = 0; i < 1000; ++i) {
    const double x = some.draw(stream);
    nevers += x == never;
    fours += x == 4;
  }
  CHECK(nevers + fours == 1000);
  CHECK(nevers > 400);
  CHECK(fours > 400);
  CHECK_THROWS_AS(D::exponential(1).times(0), std::invalid_argument);
}
