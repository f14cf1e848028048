// Contacts that the centre itself wants to call.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/calls.hpp"
#include "sim/kernel/stream.hpp"

namespace thirdring {

struct Rooms;

/// At each day's opening a list has its contacts, who wait in its queue to be dialled, as callbacks do.  Each
/// list has a stream of its own, by its name.
class Outbound {
 public:
  explicit Outbound(Rooms& rooms);

  void start(std::uint64_t seed, std::uint64_t replication);
  void day_begins();

 private:
  Rooms& rooms_;
  std::vector<Stream> contacts_;  // by list
};

}  // namespace thirdring
