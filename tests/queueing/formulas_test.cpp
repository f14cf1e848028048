#include "analysis/queueing/formulas.hpp"

#include <cmath>

#include "catch.hpp"

using namespace thirdring;

TEST_CASE("the formula that fits", "[queueing]") {
  CHECK(formula_name(10, 0.2, 10) == "Erlang B");
  CHECK(formula_name(10, 0, unlimited_lines) == "Erlang C");
  CHECK(formula_name(10, 0.2, unlimited_lines) == "Erlang A");
  CHECK(formula_name(10, 0.2, 20) == "M/M/n/K+M");
  CHECK(formula_name(10, 0, 20) == "M/M/n/K");
  const Traffic t{10, 1, 12};
  CHECK(make_queue(t, 0.2, 12)->blocked() == Approx(erlang_b(10, 12)));
  CHECK(make_queue(t, 0, unlimited_lines)->mean_wait() == Approx(ErlangC(t).mean_wait()));
  CHECK(make_queue(t, 0.2, unlimited_lines)->abandoned() == Approx(ErlangA(t, 0.2).abandoned()));
}

TEST_CASE("the fewest agents for a target", "[queueing]") {
  const auto answering = [](double share) {
    return [share](std::uint32_t n) {
      return ErlangC({10.0 / 3, 1.0 / 3, n}).answered_within(1.0 / 3) >= share;
    };
  };
  // The textbook case: 100 calls in half an hour of 3 minutes each, 80 % within 20 s.
  CHECK(fewest_agents(answering(0.8)) == 14U);
  CHECK(fewest_agents(answering(0.9)) == 15U);
  CHECK(fewest_agents([](std::uint32_t n) { return erlang_b(10, n) <= 0.01; }) == 18U);
  CHECK(fewest_agents([](std::uint32_t) { return true; }) == 1U);
  CHECK(fewest_agents([](std::uint32_t n) { return n >= 777'777; }) == 777'777U);
  CHECK_FALSE(fewest_agents([](std::uint32_t) { return false; }));
}

TEST_CASE("formulas of extreme rates give sensible shares", "[queueing]") {
  for (const std::uint32_t agents : {1U, 60U, 1200U, 9000U})
    for (const double rate : {1e-5, 1e-2, 1.0})
      for (const double load : {0.01, 0.9, 1.1, 8.0})
        for (const double theta : {1e-8, 1e-3, 1.5, 300.0})
          for (const std::uint32_t lines : {unlimited_lines, agents + 50}) {
            CAPTURE(agents, rate, load, theta, lines);
            const auto queue = make_queue({load * agents * rate, rate, agents}, theta, lines);
            const CallShares s = queue->shares(20, 5);
            for (const double share : {queue->delay_probability(), queue->abandoned(), queue->occupancy(),
                                       queue->waits_at_most(20) + 1e-12, s.offered(), s.answered_in_time,
                                       s.abandoned_in_time, s.short_abandons}) {
              CHECK(share >= 0);
              CHECK(share <= 1 + 1e-9);
            }
            CHECK(std::isfinite(queue->mean_wait()));
          }
}
