// What pictures need of single replications, beyond what an experiment keeps.
#pragma once
#include <array>
#include <vector>

#include "analysis/experiment/experiment.hpp"
#include "analysis/html/columns.hpp"
#include "analysis/html/required.hpp"

namespace thirdring {

/// The calls of the centre or of a type in a column of time.
struct CallCounts {
  double offered = 0, answered = 0, abandoned = 0;
  Pair in_time;  ///< the service level, by the scenario's formula and the aim's time
  void add(const CallCounts& other);
};

/// The agents of a group in a column of time.
struct GroupTimes {
  std::array<double, agent_states> seconds{};  ///< by AgentState
  double signed_on = 0, open = 0;              ///< agent seconds in open time; open seconds
  void add(const GroupTimes& other);
};

/// A replication, looked at closely.
struct GatheredDay {
  std::vector<CallCounts> centre;  ///< by column; `in_time` is of the calls that the aim is about
  CallCounts all;
  std::uint64_t replication = 0;
  /// Calls that were not answered in time, of those that count.
  double missed() const { return all.in_time.under - all.in_time.over; }
};

struct Gathered {
  std::vector<Column> columns;
  std::vector<GatheredDay> days;
  std::vector<CallCounts> types;       ///< type x column, all replications added up
  std::vector<GroupTimes> groups;      ///< group x column, likewise
  Histogram waits;                     ///< of the answered inbound calls
  std::size_t busiest = 0, worst = 0;  ///< positions in `days`: most calls; most calls not answered in time

  const CallCounts& type(TypeId t, std::size_t column) const { return types[t * columns.size() + column]; }
  const GroupTimes& group(GroupId g, std::size_t column) const { return groups[g * columns.size() + column]; }
  /// Over the days, in this column.
  CallCounts centre(std::size_t column) const;
};

/// More replications than this tell no more in a picture.
inline constexpr std::uint64_t most_gathered = 200;

/// Runs the first replications of an experiment again, `most_gathered` at most, on as many threads.  The same
/// to the last bit for any number of threads.
Gathered gather(const Experiment& experiment, const Aim& aim);

}  // namespace thirdring
