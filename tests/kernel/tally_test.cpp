#include "sim/kernel/tally.hpp"

#include <cmath>
#include <vector>

#include "catch.hpp"

using thirdring::Tally;

TEST_CASE("a tally knows the mean and the spread", "[tally]") {
  Tally tally;
  CHECK(tally.count() == 0);
  CHECK(tally.mean() == 0);
  CHECK(tally.variance() == 0);
  for (const double x : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0}) tally.add(x);
  CHECK(tally.count() == 8);
  CHECK(tally.mean() == Approx(5));
  CHECK(tally.variance() == Approx(32.0 / 7));
  CHECK(tally.standard_deviation() == Approx(std::sqrt(32.0 / 7)));
  CHECK(tally.min() == 2);
  CHECK(tally.max() == 9);
}

TEST_CASE("a tally keeps its digits far from 0", "[tally]") {
  Tally tally;
  for (const double x : {4.0, 7.0, 13.0, 16.0}) tally.add(1e9 + x);
  CHECK(tally.mean() == 1e9 + 10);
  CHECK(tally.variance() == 30);
}

TEST_CASE("merged results are one", "[tally]") {
  const std::vector<double> numbers = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
  Tally all;
  for (const double x : numbers) all.add(x);
  for (std::size_t cut = 0; cut <= numbers.size(); ++cut) {
    Tally left, right;
    for (std::size_t i = 0; i < numbers.size(); ++i) (i < cut ? left : right).add(numbers[i]);
    left.add(right);
    CHECK(left.count() == all.count());
    CHECK(left.mean() == Approx(all.mean()));
    CHECK(left.variance() == Approx(all.variance()));
    CHECK(left.min() == 1);
    CHECK(left.max() == 9);
  }
}
