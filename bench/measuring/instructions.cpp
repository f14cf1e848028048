#include "bench/measuring/instructions.hpp"

#include <stdexcept>

#include "bench/measuring/child.hpp"

namespace thirdring::bench {
namespace {

/// Everything by which glibc 2.33 and later choose among variants on x86-64; others do not know these names.
/// Without it a `rep stosb` counts once for each byte it writes on some processors, and not on others.
constexpr const char* plain_library =
    "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX,-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-FMA,-FMA4,-BMI1,-BMI2,-LZCNT,"
    "-MOVBE,-POPCNT,-SSSE3,-SSE4_1,-SSE4_2,-ERMS,-FSRM,-RTM,-AVX_Fast_Unaligned_Load"
    ":glibc.cpu.x86_non_temporal_threshold=0xc0000";

}  // namespace

std::string valgrind_version() {
  try {
    const Ended ended = run_child({"valgrind", "--version"});
    if (ended.status != 0) return "";
    return ended.output.substr(0, ended.output.find('\n'));
  } catch (const std::runtime_error&) {  // not installed
    return "";
  }
}

Counted count(const std::vector<std::string>& command) {
  std::vector<std::string> whole = {"valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"};
  whole.insert(whole.end(), command.begin(), command.end());
  const std::string output = output_of(whole, {plain_library});
  return {collected(output), number_after(output, "calls")};
}

double collected(const std::string& output) {
  const std::string mark = "Collected : ";
  const std::size_t at = output.find(mark);
  if (at == std::string::npos) throw std::runtime_error("expected callgrind's count, got:\n" + output);
  return std::stod(output.substr(at + mark.size()));
}

double per_call(const Counted& small, const Counted& large) {
  if (large.calls <= small.calls) throw std::runtime_error("more work brought no more calls");
  return (large.instructions - small.instructions) / (large.calls - small.calls);
}

double instructions_per_call(const std::function<std::vector<std::string>(unsigned)>& command, unsigned small,
                             unsigned large) {
  return per_call(count(command(small)), count(command(large)));
}

}  // namespace thirdring::bench
