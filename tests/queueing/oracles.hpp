// Independent exact values to check against.
#pragma once
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "analysis/queueing/erlang.hpp"
#include "catch.hpp"

namespace thirdring::test {

inline nlohmann::json oracles() {
  std::ifstream stream(THIRDRING_SOURCE_DIR "/tests/oracles/oracles.json");
  return nlohmann::json::parse(stream)["cases"];
}

inline nlohmann::json oracle(const std::string& id) {
  for (const auto& c : oracles())
    if (c["id"] == id) return c;
  FAIL("no case " << id);
  return {};
}

inline Traffic traffic(const nlohmann::json& params) {
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

/// Everything that the file says of a queue in the long run.
inline void check_against(const nlohmann::json& exact, const Queue& queue, double tolerance) {
  const auto agrees = [&](const char* name, double value) {
    if (!exact.contains(name) || exact[name].is_null()) return;
    CAPTURE(name);
    CHECK(value == Approx(exact[name].get<double>()).epsilon(tolerance).margin(1e-12));
  };
  agrees("p_block", queue.blocked());
  agrees("p_wait", queue.delay_probability());
  agrees("p_ab", queue.abandoned());
  agrees("mean_wait", queue.mean_wait());
  agrees("mean_wait_served", queue.mean_wait_answered());
  agrees("mean_wait_abandoned", queue.mean_wait_abandoned());
  agrees("mean_queue", queue.mean_queue());
  agrees("occupancy", queue.occupancy());
  const auto at_times = [&](const char* prefix, auto value) {
    CAPTURE(prefix);
    for_times(exact, prefix, [&](double expected, double time) {
      CHECK(value(queue.shares(time, 0), time) == Approx(expected).epsilon(tolerance).margin(1e-12));
    });
  };
  const double let_in = 1 - queue.blocked();
  at_times("sl_served_over_offered_", [&](const CallShares& s, double) { return s.offered(); });
  at_times("sl_served_over_served_", [&](const CallShares& s, double) { return s.answered_only(); });
  at_times("sl_excl_short_ab_", [&](const CallShares& s, double) { return s.ignore_abandoned_within(); });
  at_times("sl_answered_or_ab_le_t_", [&](const CallShares&, double t) { return queue.waits_at_most(t); });
  at_times("p_ab_le_t_", [&](const CallShares& s, double) { return s.abandoned_in_time / let_in; });
}

/// What a distribution of waits owes to its quantiles.
inline void check_quantiles(const Queue& queue) {
  CHECK(queue.wait_quantile(0) == 0);
  for (const double share : {0.1, 0.5, 0.8, 0.95, 0.999}) {
    CAPTURE(share);
    const double all = queue.wait_quantile(share), answered = queue.answered_wait_quantile(share);
    // The distributions may jump there.
    const double served = 1 - queue.abandoned(), before = 1 - 1e-9;
    CHECK(queue.waits_at_most(all) >= share * before);
    CHECK(queue.answered_within(answered) >= share * served * before);
    if (all > 0) CHECK(queue.waits_at_most(all * before) <= share + 1e-8);
    if (answered > 0) CHECK(queue.answered_within(answered * before) <= share * served + 1e-8);
  }
}

}  // namespace thirdring::test
