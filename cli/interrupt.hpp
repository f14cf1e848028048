// Ctrl-C.
#pragma once
#include <atomic>

namespace thirdring::cli {

/// From now on the first Ctrl-C (or SIGTERM) only turns the flag true; another one a few
/// seconds later ends the program at once.
const std::atomic<bool>& catch_interrupt();

}  // namespace thirdring::cli
