#include "bench/measuring/interleave.hpp"

#include <chrono>
#include <ctime>

namespace thirdring::bench {
namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

std::vector<Timing> interleave(const std::vector<Contestant>& contestants, unsigned rounds) {
  std::vector<Timing> timings;
  for (const Contestant& contestant : contestants) {
    contestant.work();
    timings.push_back({contestant.name, {}, {}});
  }
  for (unsigned round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < contestants.size(); ++i) {
      const double cpu = cpu_seconds(), wall = wall_seconds();
      const double units = contestants[i].work();
      timings[i].wall.push_back((wall_seconds() - wall) / units);
      timings[i].cpu.push_back((cpu_seconds() - cpu) / units);
    }
  }
  return timings;
}

}  // namespace thirdring::bench
