// One day of one replication, moment by moment.
#pragma once
#include <vector>

#include "analysis/html/gathered.hpp"
#include "sim/center/observer.hpp"

namespace thirdring {

/// The day of a replication on which most calls were not answered in time.
std::uint32_t worst_day(const Model& model, const Gathered& gathered, const GatheredDay& day);

struct Replay {
  struct Leg {
    TypeId type;
    GroupId group;  ///< none: nobody answered
    Seconds asked, answered, ended;
    Outcome outcome;
  };
  std::uint64_t replication = 0;
  Seconds start = 0, step = 0;  ///< the first moment, from time 0, and from one to the next
  std::size_t moments = 0;
  std::vector<std::uint32_t> waiting;  ///< moment x type
  std::vector<std::uint32_t> agents;   ///< moment x group x state of agents
  std::vector<Leg> legs;     ///< calls on the telephone that were there then, as far as there is room
  std::size_t all_legs = 0;  ///< before every so manieth was taken
};

/// Watches that day from its opening until an hour after its close.
Replay replay(const Model& model, std::uint64_t seed, std::uint64_t replication, std::uint32_t day);

/// Numbers and calls of a replay at most, so that a report stays small.
inline constexpr std::size_t most_moment_numbers = 60'000, most_replay_legs = 4000;

}  // namespace thirdring
