#include "sim/kernel/stream.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "catch.hpp"

using namespace thirdring;

TEST_CASE("the generator is SplitMix64", "[stream]") {
  Stream stream(1234567);  // outputs as published with the reference implementation
  for (const std::uint64_t known : {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL,
                                    4593380528125082431ULL, 16408922859458223821ULL})
    CHECK(stream() == known);
}

TEST_CASE("streams of other names, seeds and replications are others", "[stream]") {
  std::set<std::uint64_t> first_draws;
  for (const std::uint64_t seed : {0U, 1U, 2U, 1000U})
    for (const char* purpose : {"", "a", "b", "ab", "ba", "talk", "talk 2", "patience"})
      for (std::uint64_t replication = 0; replication < 100; ++replication)
        first_draws.insert(Stream(seed, purpose, replication)());
  CHECK(first_draws.size() == 4 * 8 * 100);

  Stream one(5, "talk", 3), same(5, "talk", 3);
  for (int i = 0; i < 10; ++i) CHECK(one() == same());
}

TEST_CASE("streams of neighbouring replications are uncorrelated", "[stream]") {
  constexpr int n = 100'000;
  double products = 0;
  for (std::uint64_t replication = 0; replication < n; ++replication) {
    const double x = Stream(1, "talk", replication).uniform(),
                 y = Stream(1, "talk", replication + 1).uniform();
    products += (x - 0.5) * (y - 0.5);
  }
  CHECK(std::abs(products * 12 / n) < 5 / std::sqrt(n));
}

TEST_CASE("uniform numbers are from 0 to below 1, and even", "[stream]") {
  Stream stream(2);
  constexpr int n = 1'000'000;
  double sum = 0, least = 1, greatest = 0;
  for (int i = 0; i < n; ++i) {
    const double u = stream.uniform();
    sum += u;
    least = std::min(least, u);
    greatest = std::max(greatest, u);
  }
  CHECK(least >= 0);
  CHECK(least < 1e-4);
  CHECK(greatest < 1);
  CHECK(greatest > 1 - 1e-4);
  CHECK(std::abs(sum / n - 0.5) < 5 * std::sqrt(1.0 / 12 / n));
}

TEST_CASE("a chance comes true as often as it says, and draws nothing when it is certain", "[stream]") {
  Stream stream(3), untouched(3);
  CHECK_FALSE(stream.happens(0));
  CHECK_FALSE(stream.happens(-1));
  CHECK(stream.happens(1));
  CHECK(stream.happens(2));
  CHECK(stream() == untouched());
  constexpr int n = 100'000;
  int count = 0;
  for (int i = 0; i < n; ++i) count += stream.happens(0.3);
  CHECK(std::abs(count - 0.3 * n) < 5 * std::sqrt(0.3 * 0.7 * n));
}
