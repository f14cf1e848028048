// The yardstick programs against the exact Erlang A queue.
#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "analysis/queueing/erlang.hpp"
#include "bench/limit/erlang_a.hpp"
#include "catch.hpp"
#include "sim/kernel/tally.hpp"

using thirdring::Tally;
using namespace thirdring::limit;

namespace {

/// Per arrival.
struct Exact {
  double abandoned = 0, in_time = 0, waits_of_served = 0;
};

/// From the birth-death chain of the number of calls in the system, by summation.
Exact exact(const ErlangA& system) {
  const int n = static_cast<int>(system.agents);
  const double mu = 1 / system.mean_service, theta = 1 / system.mean_patience, all_busy = n * mu;
  double share = 1, sum = 1, found_free = 1;  // of the time in state k, in units of that in state 0
  for (int k = 1; k < n; ++k) {
    share *= system.arrivals / (k * mu);
    sum += share;
    found_free += share;
  }
  Exact result{0, found_free, 0};
  double mean_stages = 0;  // mean wait, given service, of who finds `ahead` waiting
  for (int ahead = 0; ahead < 100 * n + 1000; ++ahead) {
    share *= system.arrivals / (all_busy + ahead * theta);
    sum += share;
    // He moves up `ahead` + 1 times.  At each the chance is that he does so before he hangs up, and given
    // that he is served, the stages last exponential times with rates all_busy + j theta for j = 1 ... ahead
    // + 1; their sum is -log(B) / theta with B from a beta law.
    const double served = all_busy / (all_busy + (ahead + 1) * theta);
    mean_stages += 1 / (all_busy + (ahead + 1) * theta);
    result.abandoned += share * (1 - served);
    result.waits_of_served += share * served * mean_stages;
    result.in_time +=
        share * served *
        boost::math::ibeta(ahead + 1, all_busy / theta + 1, -std::expm1(-theta * system.acceptable_wait));
  }
  return {result.abandoned / sum, result.in_time / sum, result.waits_of_served / sum};
}

}  // namespace

TEST_CASE("the exact Erlang A is that of the literature", "[limit]") {
  // Solved from the generator matrix: lambda 48, mu 1, theta 0.5, n 50.
  const Exact a = exact({48, 1, 2, 50, 0.333333});
  CHECK(a.abandoned == Approx(0.030912249162193314).epsilon(1e-9));
  CHECK(a.in_time == Approx(0.9430189547469779).epsilon(1e-6));
  CHECK(a.waits_of_served / (1 - a.abandoned) == Approx(0.060265003992552066).epsilon(1e-9));
}

TEST_CASE("the peers are checked against the exact Erlang A", "[limit]") {
  std::ifstream file(THIRDRING_SOURCE_DIR "/bench/peers/ea100.json");
  const auto stated = nlohmann::json::parse(file).at("per_arrival");
  const Exact right = exact({});
  CHECK(stated.at("abandoned").get<double>() == Approx(right.abandoned).epsilon(1e-9));
  CHECK(stated.at("in_time").get<double>() == Approx(right.in_time).epsilon(1e-9));
  CHECK(stated.at("waits_of_served").get<double>() == Approx(right.waits_of_served).epsilon(1e-9));
  // The library's formulas are others.
  const thirdring::ErlangA formulas({100, 1, 100}, 2);
  CHECK(formulas.abandoned() == Approx(right.abandoned).epsilon(1e-9));
  CHECK(formulas.answered_within(1.0 / 3) == Approx(right.in_time).epsilon(1e-9));
}

TEST_CASE("the yardstick programs simulate Erlang A", "[limit]") {
  const ErlangA ea100, small{6, 1, 0.5, 5, 0.1}, patient{48, 1, 2, 50, 1.0 / 3},
      overloaded{30, 1, 1, 15, 0.5};
  for (const ErlangA& system : {ea100, small, patient, overloaded}) {
    const Exact right = exact(system);
    for (const auto simulate : {event_driven, offered_wait}) {
      CAPTURE(system.agents, simulate == event_driven);
      Tally abandoned, in_time, waits;
      for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Counts counts = simulate(system, 50'000, seed);
        REQUIRE(counts.arrived == 50'000);
        REQUIRE(counts.served + counts.abandoned == counts.arrived);
        const auto arrived = static_cast<double>(counts.arrived);
        abandoned.add(static_cast<double>(counts.abandoned) / arrived);
        in_time.add(static_cast<double>(counts.in_time) / arrived);
        waits.add(counts.waits_of_served / arrived);
      }
      const auto off = [](const Tally& tally, double exact_value) {  // in standard errors
        return std::abs(tally.mean() - exact_value) / (tally.standard_deviation() / std::sqrt(20));
      };
      CHECK(off(abandoned, right.abandoned) < 4.5);
      CHECK(off(in_time, right.in_time) < 4.5);
      CHECK(off(waits, right.waits_of_served) < 4.5);
    }
  }
}
