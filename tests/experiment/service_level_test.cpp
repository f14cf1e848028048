#include "analysis/experiment/service_level.hpp"

#include <vector>

#include "catch.hpp"

using namespace thirdring;

namespace {

/// The example of the definitions: 1000 answered, 60 abandoned; within 20 s 860 and 20 of them, within 5 s 10
/// of the abandoned; besides 40 left for a callback, 30 of them within 20 s, 25 heard the busy tone and 15
/// found the queue full.
struct Example {
  static constexpr std::size_t thresholds = 2;  // 5 s, 20 s
  std::vector<double> row = std::vector<double>(counts + 4 * thresholds + agent_states + extras);

  Example() {
    at(Count::answered) = 1000;
    at(Count::abandoned) = 60;
    at(Count::to_callback) = 40;
    at(Count::busy) = 25;
    at(Count::queue_full) = 15;
    at(Within::answered, 1) = 860;
    at(Within::abandoned, 0) = 10;
    at(Within::abandoned, 1) = 20;
    at(Within::to_callback, 1) = 30;
  }
  double& at(Count c) { return row[static_cast<std::size_t>(c)]; }
  double& at(Within w, std::size_t k) { return row[counts + static_cast<std::size_t>(w) * thresholds + k]; }
  Pair level(ServiceLevelFormula formula) const {
    const Sums sums(row.data(), row.data(), row.data(), 1, thresholds);
    return service_level(formula, sums, {.acceptable = 1, .short_abandon = 0});
  }
};

void check(ServiceLevelFormula formula, double over, double under) {
  CAPTURE(name_of(formula));
  const Pair pair = Example().level(formula);
  CHECK(pair.over == over);
  CHECK(pair.under == under);
}

}  // namespace

TEST_CASE("the eight service levels of one example", "[experiment]") {
  using F = ServiceLevelFormula;
  check(F::answered_only, 860, 1000);
  check(F::offered, 860, 1060);
  check(F::ignore_abandoned_within, 860, 1040);
  check(F::abandoned_within_positive, 880, 1060);
  check(F::exclude_short, 860, 1050);
  check(F::short_positive, 870, 1060);
  check(F::removed_within, 910, 1100);
  check(F::with_blocked, 860, 1100);
}

TEST_CASE("rounded to a tenth of a per cent they are the published ones", "[experiment]") {
  using F = ServiceLevelFormula;
  const std::vector<std::pair<F, double>> published = {
      {F::answered_only, 86.0},           {F::offered, 81.1},
      {F::ignore_abandoned_within, 82.7}, {F::abandoned_within_positive, 83.0},
      {F::exclude_short, 81.9},           {F::short_positive, 82.1}};
  for (const auto& [formula, percent] : published)
    CHECK(Example().level(formula).value() * 100 == Approx(percent).margin(0.05));
}
