// What libFuzzer drives: any bytes are a scenario or are refused, and what is accepted has a normal form that
// is its own.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "sim/scenario/load.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const thirdring::Loaded loaded = thirdring::load_scenario_text(text, "fuzzed.yaml", "/nonexistent");
  if (loaded.model.has_value() != loaded.problems.empty()) std::abort();
  if (loaded.model) {
    const thirdring::Loaded again =
        thirdring::load_scenario_text(loaded.normal, "normal.yaml", "/nonexistent");
    if (!again.model || again.normal != loaded.normal) std::abort();
  }
  return 0;
}
