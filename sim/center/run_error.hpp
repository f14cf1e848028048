// Why a run cannot go on.
#pragma once
#include <cstddef>
#include <stdexcept>

namespace thirdring {

/// More calls in the centre than memory should hold, or calls that go round for ever.  The message says what
/// it is.
struct RunError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// So many calls may be in the centre at once: 0.5 GB of records on each thread, far beyond any real queue
/// and well before memory runs out.
inline constexpr std::size_t most_calls = 2'000'000;

struct TooManyCalls : RunError {
  TooManyCalls()
      : RunError("more than 2,000,000 calls are in the centre at once: a queue grows without bound") {}
};

}  // namespace thirdring
