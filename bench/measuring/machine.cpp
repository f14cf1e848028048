#include "bench/measuring/machine.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <thread>

namespace thirdring::bench {

Machine this_machine() {
  Machine machine;
  machine.date = fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr)));
  std::ifstream processors("/proc/cpuinfo");
  for (std::string line; machine.processor.empty() && std::getline(processors, line);)
    if (line.starts_with("model name")) machine.processor = line.substr(line.find(':') + 2);
  machine.cores = std::thread::hardware_concurrency();
  machine.load.resize(3);
  getloadavg(machine.load.data(), 3);
#ifdef __clang__
  machine.compiler = "clang " __clang_version__;
#else
  machine.compiler = "gcc " __VERSION__;
#endif
  return machine;
}

std::string description(const Machine& machine) {
  return fmt::format("{}, {}, {} cores, load {:.1f} at the start, {}", machine.date, machine.processor,
                     machine.cores, machine.load.front(), machine.compiler);
}

}  // namespace thirdring::bench
