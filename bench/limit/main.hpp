// What the two yardstick programs have in common.
#pragma once
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "bench/limit/erlang_a.hpp"

namespace thirdring::limit {

/// Arguments: number of calls (10 million), seed (1), agents (100); with the number of agents the arrivals go
/// along. Prints counts and the time per call.
inline int run(int argc, char** argv, Counts (*simulate)(const ErlangA&, std::uint64_t, std::uint64_t)) {
  const auto argument = [&](int i, std::uint64_t otherwise) {
    return argc > i ? std::strtoull(argv[i], nullptr, 10) : otherwise;
  };
  const std::uint64_t calls = argument(1, 10'000'000), seed = argument(2, 1), agents = argument(3, 100);
  ErlangA system;
  system.agents = static_cast<std::uint32_t>(agents);
  system.arrivals = static_cast<double>(agents);

  const auto start = std::chrono::steady_clock::now();
  const Counts counts = simulate(system, calls, seed);
  const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;

  const auto arrived = static_cast<double>(counts.arrived), served = static_cast<double>(counts.served);
  std::printf(
      "arrived %.0f  served %.0f  abandoned %.4f %%  mean wait of served %.4f s  within %.0f s %.4f %%\n",
      arrived, served, 100 * static_cast<double>(counts.abandoned) / arrived,
      60 * counts.waits_of_served / served, 60 * system.acceptable_wait,
      100 * static_cast<double>(counts.in_time) / arrived);
  std::printf("%.1f ns per call\n", spent.count() / arrived);
  return 0;
}

}  // namespace thirdring::limit
