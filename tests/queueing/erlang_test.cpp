#include "analysis/queueing/erlang.hpp"

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "catch.hpp"

using namespace thirdring;

namespace {

nlohmann::json oracle_cases() {
  std::ifstream file(THIRDRING_SOURCE_DIR "/tests/oracles/erlang.json");
  return nlohmann::json::parse(file)["cases"];
}

Traffic traffic(const nlohmann::json& params) {
  return {params["lam"].get<double>(), params["mu"].get<double>(), params["n"].get<std::uint32_t>()};
}

/// Runs `check(value, time)` on every exact value whose name is `prefix` followed by a time.
template <class Check>
void for_times(const nlohmann::json& exact, const std::string& prefix, Check check) {
  for (const auto& [name, value] : exact.items())
    if (name.starts_with(prefix)) {
      // The file's names hold six digits of a third of a minute.
      double time = std::stod(name.substr(prefix.size()));
      if (std::abs(time - 1.0 / 3) < 1e-6) time = 1.0 / 3;
      check(value.template get<double>(), time);
    }
}

}  // namespace

TEST_CASE("Erlang B, C and A agree with independent exact values", "[queueing]") {
  for (const auto& c : oracle_cases()) {
    const auto& exact = c["exact"];
    const std::string model = c["model"];
    CAPTURE(c["id"].get<std::string>());
    if (model == "M/G/n/n loss") {
      CHECK(erlang_b(c["params"]["offered_erlangs"], c["params"]["n"]) ==
            Approx(exact["p_block"].get<double>()).epsilon(1e-12));
    } else if (model == "M/M/n") {
      const ErlangC queue(traffic(c["params"]));
      CHECK(queue.delay_probability() == Approx(exact["p_wait"].get<double>()).epsilon(1e-12));
      CHECK(queue.mean_wait() == Approx(exact["mean_wait"].get<double>()).epsilon(1e-12));
      CHECK(queue.mean_queue() == Approx(exact["mean_queue"].get<double>()).epsilon(1e-12));
      CHECK(queue.occupancy() == Approx(exact["occupancy"].get<double>()).epsilon(1e-12));
      for_times(exact, "sl_",
                [&](double sl, double t) { CHECK(queue.answered_within(t) == Approx(sl).epsilon(1e-9)); });
    } else {
      REQUIRE(model == "M/M/n+M");
      const ErlangA queue(traffic(c["params"]), c["params"]["theta"]);
      CHECK(queue.delay_probability() == Approx(exact["p_wait"].get<double>()).epsilon(1e-10));
      CHECK(queue.abandoned() == Approx(exact["p_ab"].get<double>()).epsilon(1e-10));
      CHECK(queue.mean_wait() == Approx(exact["mean_wait"].get<double>()).epsilon(1e-10));
      CHECK(queue.mean_queue() == Approx(exact["mean_queue"].get<double>()).epsilon(1e-10));
      CHECK(queue.occupancy() == Approx(exact["occupancy"].get<double>()).epsilon(1e-10));
      for_times(exact, "sl_served_over_offered_",
                [&](double sl, double t) { CHECK(queue.answered_within(t) == Approx(sl).epsilon(1e-9)); });
      for_times(exact, "sl_answered_or_ab_le_t_",
                [&](double sl, double t) { CHECK(queue.waits_at_most(t) == Approx(sl).epsilon(1e-9)); });
      for_times(exact, "p_ab_le_t_",
                [&](double sl, double t) { CHECK(queue.abandoned_within(t) == Approx(sl).epsilon(1e-8)); });
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
