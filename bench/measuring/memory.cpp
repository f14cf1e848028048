#include "bench/measuring/memory.hpp"

#include <fstream>
#include <stdexcept>
#include <string>

namespace thirdring::bench {

double peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return 1024 * std::stod(line.substr(6));
  throw std::runtime_error("/proc/self/status does not say VmHWM");
}

}  // namespace thirdring::bench
