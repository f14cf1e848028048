#include "analysis/statistics/selection.hpp"

#include <cmath>

#include "catch.hpp"
#include "sim/kernel/draws.hpp"

using namespace thirdring;

namespace {

struct Chosen {
  std::size_t alternative;
  std::uint64_t observations;  ///< of all alternatives together
};

/// Normal numbers with these means and a standard deviation of 1, of which a part is common to all.
Chosen choose(const std::vector<double>& means, const SelectionAim& aim, std::uint64_t seed, double common) {
  Stream stream(seed);
  Selection selection(means.size(), aim);
  std::vector<Selection::Observed> observed(means.size());
  Chosen chosen{0, 0};
  for (int looks = 0; selection.left() > 1; ++looks) {
    REQUIRE(looks < 10'000);
    for (int i = 0; i < 20; ++i) {
      const double together = unit_normal(stream);
      for (std::size_t m = 0; m < means.size(); ++m) {
        observed[m] = {means[m] + std::sqrt(common) * together + std::sqrt(1 - common) * unit_normal(stream),
                       1};
        chosen.observations += selection.in(m);
      }
      selection.add(observed);
    }
    selection.screen();
  }
  chosen.alternative = selection.leader();
  return chosen;
}

}  // namespace

TEST_CASE("the best is selected as often as promised", "[statistics]") {
  // The others are as near as they may be, which is the hardest case.
  const auto share_right = [](double confidence, bool highest, double common) {
    constexpr int times = 400;
    int right = 0;
    for (int i = 0; i < times; ++i)
      right += choose({0, 0, highest ? 0.5 : -0.5, 0}, {0.5, confidence, highest},
                      static_cast<std::uint64_t>(1000 + i), common)
                   .alternative == 2;
    return right / static_cast<double>(times);
  };
  // Three standard deviations of a share below what is promised.
  CHECK(share_right(0.95, true, 0) > 0.95 - 3 * std::sqrt(0.95 * 0.05 / 400));
  CHECK(share_right(0.95, false, 0.6) > 0.95 - 3 * std::sqrt(0.95 * 0.05 / 400));
  CHECK(share_right(0.75, true, 0.6) > 0.75 - 3 * std::sqrt(0.75 * 0.25 / 400));
  // It is no certainty: a confidence of 75 % takes less care.
  CHECK(share_right(0.6, true, 0) < 1);
}

TEST_CASE("common numbers and clear differences make a selection short", "[statistics]") {
  const SelectionAim aim{0.1, 0.95, true};
  const auto apart = choose({0, 0.1, 0}, aim, 1, 0), together = choose({0, 0.1, 0}, aim, 1, 0.9),
             clear = choose({0, 10, 0}, aim, 1, 0);
  CHECK(together.observations < apart.observations / 4);
  CHECK(clear.observations == 3 * 20);
  CHECK(clear.alternative == 1);
  // What is far behind is given up early, and the others go on alone.
  CHECK(choose({0, 0.1, 0, -3, -3}, aim, 1, 0).observations < apart.observations * 5 / 3);
}

TEST_CASE("what does not differ is selected too, the first of equal ones", "[statistics]") {
  Selection selection(3, {0.1, 0.95, true});
  for (int i = 0; i < 20; ++i) {
    const double x = i % 2;
    selection.add(std::vector<Selection::Observed>{{x, 1}, {x, 1}, {x - 1, 1}});
  }
  selection.screen();
  CHECK(selection.left() == 1);
  CHECK(selection.leader() == 0);
}

TEST_CASE("nothing is given up while nothing is known", "[statistics]") {
  Selection selection(2, {0.1, 0.95, true});
  selection.screen();
  CHECK(selection.left() == 2);
  CHECK(selection.leader() == 0);
  for (const double under : {1.0, 0.0, 0.0}) {
    selection.add(std::vector<Selection::Observed>{{5, 0}, {1, under}});
    selection.screen();
    CHECK(selection.left() == 2);
  }
}
