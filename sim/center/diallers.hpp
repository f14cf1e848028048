// Machines that dial for agents.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/kernel/stream.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

struct Rooms;

/// While a dialler is on it looks, each time an agent's talk or wrap-up has ended and once at its beginning,
/// whether enough agents are idle, and dials for them.  Who is reached is a caller like others from then on,
/// though on no trunk line.  Each dialler has a stream of its own, by the name of its type.
class Diallers {
 public:
  explicit Diallers(Rooms& rooms);

  void start(std::uint64_t seed, std::uint64_t replication);
  /// One of them works now.
  bool on() const { return on_ > 0; }
  [[gnu::cold]] void switches(std::uint32_t dialler, bool begins);
  /// An agent may have got free.
  [[gnu::cold]] void look();
  /// The customer answers, or it has rung for long enough.
  [[gnu::cold]] void dialled(std::uint32_t dialler, bool reached);

 private:
  struct State {
    Stream numbers, calls;
    std::uint32_t ringing = 0;  ///< numbers
    bool on = false;
  };
  void look(std::uint32_t dialler);

  Rooms& rooms_;
  std::vector<State> states_;
  std::uint32_t on_ = 0;
};

}  // namespace thirdring
