#include "analysis/statistics/warm_up.hpp"

#include <cmath>
#include <vector>

#include "catch.hpp"
#include "sim/kernel/stream.hpp"

using namespace thirdring;

namespace {

/// Noise around 1 that begins `away` from it and comes nearer with the time constant `slow`.
std::vector<double> series(std::size_t n, double away, double slow) {
  Stream random(7);
  std::vector<double> result;
  for (std::size_t i = 0; i < n; ++i)
    result.push_back(1 + away * std::exp(-static_cast<double>(i) / slow) + 0.2 * (random.uniform() - 0.5));
  return result;
}

}  // namespace

TEST_CASE("MSER-5 leaves out what is far from the rest", "[statistics]") {
  const WarmUpFound found = mser5(series(1000, -5, 20));
  CHECK(found.settled);
  // Where exp has gone below the noise, 20 ln(5 / 0.06) = 90.
  CHECK(found.length >= 50);
  CHECK(found.length <= 200);
  CHECK(found.length % 5 == 0);
  CHECK(mser5(series(1000, 0, 1)).length <= 100);
}

TEST_CASE("MSER-5 says when a series never settles, or is too short", "[statistics]") {
  std::vector<double> rising(400);
  for (std::size_t i = 0; i < rising.size(); ++i) rising[i] = static_cast<double>(i);
  CHECK_FALSE(mser5(rising).settled);
  CHECK(mser5(rising).length == 200);
  CHECK_FALSE(mser5(std::vector<double>(20, 1.0)).settled);
  CHECK_FALSE(mser5({}).settled);
  CHECK(mser5({}).length == 0);
}

TEST_CASE("MSER-5 of a constant leaves out nothing", "[statistics]") {
  const WarmUpFound found = mser5(std::vector<double>(200, 3.5));
  CHECK(found.settled);
  CHECK(found.length == 0);
}
