#include "analysis/queueing/formulas.hpp"

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
