#include "cli/sweep_progress.hpp"

#include <fmt/format.h>

#include "cli/output.hpp"

namespace thirdring::cli {
namespace {

std::string points(const sweep::Counts& counts) {
  return fmt::format("{} points: {} done, {} reused, {} left", counts.points, counts.done, counts.reused,
                     counts.left());
}

}  // namespace

SweepProgress::SweepProgress() : bar_(is_terminal(stderr)), start_(Clock::now()), last_(start_) {}

void SweepProgress::show(const sweep::Counts& counts) {
  using namespace std::chrono_literals;
  const Clock::time_point now = Clock::now();
  if (counts.run == 0 || now - last_ < (bar_ ? 100ms : 10'000ms)) return;
  last_ = now;
  constexpr double width = 30;
  const double share = static_cast<double>(counts.run) / static_cast<double>(counts.replications),
               left = std::chrono::duration<double>(now - start_).count() * (1 / share - 1);
  const auto full = static_cast<std::size_t>(share * width);
  if (bar_)
    write_to_stderr(
        fmt::format("\r[{:.<30}] {}, {:.0f} s\x1b[K", std::string(full, '#'), points(counts), left));
  else
    write_to_stderr(fmt::format("{}, {:.0f} s\n", points(counts), left));
}

void SweepProgress::end(const sweep::Counts& counts, bool interrupted) {
  write_to_stderr(fmt::format("{}{}; {} replications run{}\n", bar_ ? "\r\x1b[K" : "", points(counts),
                              counts.run, interrupted ? "; interrupted, --resume goes on" : ""));
}

}  // namespace thirdring::cli
