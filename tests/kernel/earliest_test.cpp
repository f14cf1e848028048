#include "sim/kernel/earliest.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "catch.hpp"
#include "sim/kernel/stream.hpp"

using namespace thirdring;

namespace {

constexpr double never_again = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("the earliest of none never comes", "[earliest]") {
  Earliest earliest;
  CHECK(earliest.time() == never_again);
  earliest.start({});
  CHECK(earliest.time() == never_again);
}

TEST_CASE("the earliest comes first, at equal times the first of them", "[earliest]") {
  Stream stream(1, "earliest", 0);
  for (const std::size_t n : {1, 2, 3, 5, 8, 13, 100}) {
    INFO(n);
    // Few different times, so that many are equal.
    const auto later = [&](double time) {
      const double step = std::floor(8 * stream.uniform());
      return step == 7 && time > 200 ? never_again : time + step;
    };
    std::vector<double> times(n, 0);
    for (double& time : times) time = later(0);
    Earliest earliest;
    earliest.start(times);
    for (int i = 0; i < 3000; ++i) {
      const auto first = std::min_element(times.begin(), times.end());
      REQUIRE(earliest.time() == *first);
      if (*first == never_again) break;
      REQUIRE(earliest.index() == static_cast<std::uint32_t>(first - times.begin()));
      *first = later(*first);
      earliest.replace(*first);
    }
  }
}
