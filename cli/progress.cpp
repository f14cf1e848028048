#include "cli/progress.hpp"

#include <fmt/format.h>

#include "cli/output.hpp"

namespace thirdring::cli {

Progress::Progress(std::string what)
    : what_(std::move(what)), on_(is_terminal(stderr)), start_(Clock::now()), last_(start_) {}

Progress::~Progress() {
  if (drawn_) write_to_stderr("\r\x1b[K");
}

void Progress::show(std::uint64_t done, std::uint64_t total) {
  using namespace std::chrono_literals;
  const Clock::time_point now = Clock::now();
  if (!on_ || now - last_ < 100ms) return;
  last_ = now;
  drawn_ = true;
  constexpr std::size_t width = 30;
  const double share = static_cast<double>(done) / static_cast<double>(total);
  const auto full = static_cast<std::size_t>(share * width);
  const double left = std::chrono::duration<double>(now - start_).count() * (1 / share - 1);
  write_to_stderr(fmt::format("\r{} [{}{}] {} of {}, {:.0f} s left\x1b[K", what_, std::string(full, '#'),
                              std::string(width - full, '.'), done, total, left));
}

}  // namespace thirdring::cli
