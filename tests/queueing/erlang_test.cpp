#include "analysis/queueing/erlang.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "queueing/oracles.hpp"

using namespace thirdring;

TEST_CASE("Erlang B, C and A agree with independent exact values", "[queueing]") {
  for (const auto& c : test::oracles()) {
    const auto& exact = c["exact"];
    const std::string model = c["model"];
    CAPTURE(c["id"].get<std::string>());
    if (model == "M/G/n/n loss") {
      CHECK(erlang_b(c["params"]["offered_erlangs"], c["params"]["n"]) ==
            Approx(exact["p_block"].get<double>()).epsilon(1e-12));
    } else if (model == "M/M/n") {
      const ErlangC queue(test::traffic(c["params"]));
      test::check_against(exact, queue, 1e-12);
      test::check_quantiles(queue);
      test::for_times(exact, "sl_", [&](double share, double time) {
        CHECK(queue.answered_within(time) == Approx(share).epsilon(1e-9));
      });
    } else if (model == "M/M/n+M") {
      const ErlangA queue(test::traffic(c["params"]), c["params"]["theta"]);
      test::check_against(exact, queue, 1e-8);
      test::check_quantiles(queue);
    }
  }
}

TEST_CASE("Erlang models stay finite for ten thousand agents", "[queueing]") {
  CHECK(erlang_b(10'000, 10'000) == Approx(std::sqrt(2 / (3.14159265358979 * 10'000))).epsilon(0.01));
  CHECK(ErlangC({9'900, 1, 10'000}).delay_probability() ==
        Approx(0.2228).epsilon(0.02));  // Halfin-Whitt, beta 1
  const ErlangA busy({9'900, 1, 10'000}, 1);
  CHECK(busy.delay_probability() ==
        Approx(1 - 0.8413).epsilon(0.02));  // patience as long as talks: infinite servers
  // Overloaded: in the fluid limit the surplus abandons.
  const ErlangA flooded({20'000, 1, 10'000}, 2);
  CHECK(flooded.abandoned() == Approx(0.5).epsilon(1e-6));
  CHECK(flooded.delay_probability() == Approx(1));
  CHECK(flooded.occupancy() == Approx(1));
  // Hardly used: nobody waits.
  const ErlangA quiet({10, 1, 10'000}, 1);
  CHECK(quiet.delay_probability() == 0);
  CHECK(quiet.abandoned() == 0);
  CHECK(quiet.answered_within(0) == 1);
}

TEST_CASE("Erlang A goes over into Erlang C as patience grows", "[queueing]") {
  const Traffic t{98, 1, 100};
  CHECK(ErlangA(t, 1e-7).delay_probability() == Approx(ErlangC(t).delay_probability()).epsilon(1e-4));
  CHECK(ErlangA({800, 1, 1000}, 1e-4).delay_probability() ==
        Approx(ErlangC({800, 1, 1000}).delay_probability()).epsilon(0.01));
  CHECK(ErlangA(t, 1e-7).mean_wait() == Approx(ErlangC(t).mean_wait()).epsilon(1e-4));
}

TEST_CASE("Erlang C without a spare agent", "[queueing]") {
  const ErlangC queue({100, 1, 100});
  CHECK(queue.delay_probability() == 1);
  CHECK(std::isinf(queue.mean_wait()));
  CHECK(queue.answered_within(1000) == 0);
  CHECK(queue.occupancy() == 1);
}

TEST_CASE("nonsense is refused", "[queueing]") {
  CHECK_THROWS_AS(erlang_b(0, 3), std::invalid_argument);
  CHECK_THROWS_AS(ErlangC({1, 0, 3}), std::invalid_argument);
  CHECK_THROWS_AS(ErlangA({1, 1, 3}, -1), std::invalid_argument);
  CHECK_THROWS_AS(ErlangA({1, 1, 0}, 1), std::invalid_argument);
}
