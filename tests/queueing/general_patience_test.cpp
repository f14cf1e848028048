#include "analysis/queueing/general_patience.hpp"

#include <stdexcept>

#include "queueing/oracles.hpp"

using namespace thirdring;

namespace {

Patience patience(const nlohmann::json& params) {
  const std::string law = params["patience"];
  if (law == "exp") return Patience::exponential(params["mean"]);
  if (law == "Erlang-2") return Patience::gamma(params["mean"], std::sqrt(0.5));
  if (law == "lognormal") return Patience::lognormal(params["mean"], std::sqrt(params["scv"].get<double>()));
  REQUIRE(law == "deterministic");
  return Patience::constant(params["value"]);
}

}  // namespace

TEST_CASE("any patience: as independent exact values have it", "[queueing]") {
  int seen = 0;
  for (const auto& c : test::oracles()) {
    if (!c["id"].get<std::string>().starts_with("MMnG")) continue;
    CAPTURE(c["id"].get<std::string>());
    ++seen;
    const GeneralPatienceQueue queue(test::traffic(c["params"]), patience(c["params"]));
    // The file's integrals have steps of 5e-5.
    test::check_against(c["exact"], queue, 1e-6);
    test::check_quantiles(queue);
  }
  CHECK(seen == 4);
}

TEST_CASE("exponential patience of any length gives Erlang A", "[queueing]") {
  for (const double load : {0.5, 0.98, 1.5})
    for (const double mean : {0.01, 1.0, 300.0}) {
      CAPTURE(load, mean);
      const Traffic t{load * 100, 1, 100};
      const ErlangA exact(t, 1 / mean);
      const GeneralPatienceQueue queue(t, Patience::exponential(mean));
      CHECK(queue.delay_probability() == Approx(exact.delay_probability()).epsilon(1e-9));
      CHECK(queue.abandoned() == Approx(exact.abandoned()).epsilon(1e-7));
      CHECK(queue.mean_wait() == Approx(exact.mean_wait()).epsilon(1e-7));
      CHECK(queue.mean_wait_answered() == Approx(exact.mean_wait_answered()).epsilon(1e-8));
      CHECK(queue.wait_quantile(0.95) == Approx(exact.wait_quantile(0.95)).epsilon(1e-8));
    }
}

TEST_CASE("a gamma law with a cv of 1 is exponential, one with a cv near 0 is constant", "[queueing]") {
  const Traffic t{102, 1, 100};
  CHECK(GeneralPatienceQueue(t, Patience::gamma(2, 1)).abandoned() ==
        Approx(ErlangA(t, 0.5).abandoned()).epsilon(1e-9));
  CHECK(GeneralPatienceQueue(t, Patience::gamma(1, 0.001)).abandoned() ==
        Approx(GeneralPatienceQueue(t, Patience::constant(1)).abandoned()).epsilon(1e-3));
}

TEST_CASE("any patience stays finite for ten thousand agents", "[queueing]") {
  const GeneralPatienceQueue flooded({20'000, 1, 10'000}, Patience::lognormal(2, 1));
  CHECK(flooded.abandoned() == Approx(0.5).epsilon(1e-6));
  CHECK(flooded.delay_probability() == Approx(1));
  const GeneralPatienceQueue quiet({10, 1, 10'000}, Patience::constant(1));
  CHECK(quiet.delay_probability() == 0);
  CHECK(quiet.abandoned() == 0);
  CHECK_THROWS_AS(GeneralPatienceQueue({1, 1, 0}, Patience::constant(1)), std::invalid_argument);
  CHECK_THROWS_AS(GeneralPatienceQueue({1, 0, 1}, Patience::constant(1)), std::invalid_argument);
  CHECK_THROWS_AS(Patience::lognormal(1, 0), std::invalid_argument);
  CHECK_THROWS_AS(Patience::constant(-1), std::invalid_argument);
}
