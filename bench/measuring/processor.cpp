#include "bench/measuring/processor.hpp"

#include <chrono>

namespace thirdring::bench {

int quietest_processor(const std::function<void()>& work) {
  constexpr int tries = 5;
  cpu_set_t all;
  sched_getaffinity(0, sizeof all, &all);
  int quietest = 0;
  auto least = std::chrono::steady_clock::duration::max();
  for (int processor = 0; processor < CPU_SETSIZE; ++processor) {
    if (!CPU_ISSET(processor, &all)) continue;
    const StayOn here(processor);
    auto took = std::chrono::steady_clock::duration::zero();
    for (int i = 0; i < tries; ++i) {
      const auto begin = std::chrono::steady_clock::now();
      work();
      took += std::chrono::steady_clock::now() - begin;
    }
    if (took < least) {
      least = took;
      quietest = processor;
    }
  }
  return quietest;
}

StayOn::StayOn(int processor) {
  sched_getaffinity(0, sizeof before_, &before_);
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(processor, &one);
  sched_setaffinity(0, sizeof one, &one);
}

StayOn::~StayOn() { sched_setaffinity(0, sizeof before_, &before_); }

}  // namespace thirdring::bench
