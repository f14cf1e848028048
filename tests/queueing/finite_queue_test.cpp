#include "analysis/queueing/finite_queue.hpp"

#include <stdexcept>

#include "queueing/oracles.hpp"

using namespace thirdring;

TEST_CASE("queues with so many lines agree with independent exact values", "[queueing]") {
  int seen = 0;
  for (const auto& c : test::oracles()) {
    if (!c["id"].get<std::string>().starts_with("MMnKM")) continue;
    CAPTURE(c["id"].get<std::string>());
    ++seen;
    const FiniteQueue queue(test::traffic(c["params"]), c["params"]["theta"], c["params"]["K"]);
    test::check_against(c["exact"], queue, 1e-10);
    test::check_quantiles(queue);
  }
  CHECK(seen == 3);
}

TEST_CASE("with as many lines as agents it is Erlang B", "[queueing]") {
  const FiniteQueue queue({10, 1, 12}, 3, 12);
  CHECK(queue.blocked() == Approx(erlang_b(10, 12)).epsilon(1e-12));
  CHECK(queue.delay_probability() == 0);
  CHECK(queue.mean_wait_answered() == 0);
  CHECK(queue.answered_within(0) == 1);
  // Fewer lines than agents: the rest has nothing to do.
  const FiniteQueue spare({10, 1, 24}, 3, 12);
  CHECK(spare.blocked() == Approx(queue.blocked()).epsilon(1e-12));
  CHECK(spare.occupancy() == Approx(queue.occupancy() / 2).epsilon(1e-12));
}

TEST_CASE("with many lines it is Erlang A or C", "[queueing]") {
  for (const std::uint32_t agents : {90U, 100U, 120U}) {
    const Traffic t{102, 1, agents};
    const FiniteQueue finite(t, 0.5, 2000);
    const ErlangA a(t, 0.5);
    CAPTURE(agents);
    CHECK(finite.abandoned() == Approx(a.abandoned()).epsilon(1e-10));
    CHECK(finite.mean_wait_answered() == Approx(a.mean_wait_answered()).epsilon(1e-9));
    CHECK(finite.mean_wait_abandoned() == Approx(a.mean_wait_abandoned()).epsilon(1e-7));
    CHECK(finite.wait_quantile(0.9) == Approx(a.wait_quantile(0.9)).epsilon(1e-9));
    CHECK(finite.answered_within(0.1) == Approx(a.answered_within(0.1)).epsilon(1e-10));
  }
  const FiniteQueue patient({98, 1, 100}, 0, 5000);
  CHECK(patient.mean_wait() == Approx(ErlangC({98, 1, 100}).mean_wait()).epsilon(1e-10));
  CHECK(patient.waits_at_most(0.3) == Approx(ErlangC({98, 1, 100}).waits_at_most(0.3)).epsilon(1e-10));
}

TEST_CASE("finite queues of any size stay finite", "[queueing]") {
  const FiniteQueue large({10'500, 1, 10'000}, 0.5, 20'000);
  CHECK(large.blocked() < 1e-100);
  CHECK(large.abandoned() == Approx(ErlangA({10'500, 1, 10'000}, 0.5).abandoned()).epsilon(1e-9));
  const FiniteQueue flooded({1e6, 1, 10}, 0, 20);
  CHECK(flooded.blocked() == Approx(1 - 1e-5).epsilon(1e-9));
  CHECK(flooded.mean_queue() == Approx(10).epsilon(1e-4));
  CHECK_THROWS_AS(FiniteQueue({1, 1, 1}, 1, 0), std::invalid_argument);
  CHECK_THROWS_AS(FiniteQueue({1, 1, 0}, 1, 3), std::invalid_argument);
  CHECK_THROWS_AS(FiniteQueue({1, 1, 1}, -1, 3), std::invalid_argument);
  CHECK_THROWS_AS(FiniteQueue({-1, 1, 1}, 1, 3), std::invalid_argument);
  CHECK_THROWS_AS(FiniteQueue({1, 1, 1}, 1, 2'000'000'000), std::invalid_argument);
  CHECK_THROWS_AS(flooded.wait_quantile(1), std::invalid_argument);
}
