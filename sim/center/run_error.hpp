// Why a run cannot go on.
#pragma once
#include <stdexcept>

namespace thirdring {

/// More calls in the centre than memory should hold, or calls that go round for ever.  The message says what
/// it is.
struct RunError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace thirdring
