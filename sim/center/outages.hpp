// Equipment of the centre fails and works again, and areas lose power.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/center/call.hpp"
#include "sim/center/failures.hpp"

namespace thirdring {

struct Rooms;
struct CallRecord;

/// While an outage lasts, new callers of the types that it hits hang up (and leave a number, or call again,
/// or not), callbacks to such callers are put off until it is over, and the groups that it hits take no
/// calls: what rings or waits there goes on to the next groups of its route at once.  Calls in progress are
/// cut or go on.
///
/// A call that ends at the very moment has ended; who calls at the very moment finds it out of order.  Each
/// outage has streams of its own, by its name.  Power cuts are only told of here: whom they make call,
/// ArrivalSources knows.
class Outages {
 public:
  explicit Outages(Rooms& rooms);

  [[gnu::cold]] void start(std::uint64_t seed, std::uint64_t replication);
  [[gnu::cold]] void begins(OutageId outage);
  [[gnu::cold]] void ends(OutageId outage);
  /// Whether contacts that began as calls of the type cannot go on.
  bool hits(TypeId first_type) const { return types_[first_type] > 0; }
  bool hits_group(GroupId group) const { return groups_[group] > 0; }
  /// A caller dials in vain.
  [[gnu::cold]] void turn_away(CallRecord& call);
  /// A callback waits at home until the equipment works again.
  [[gnu::cold]] void put_off(CallRecord& call);
  /// Ends the leg and the contact; the caller may call again, as the outage says.
  [[gnu::cold]] void cut(CallRecord& call, Outcome outcome, const Outage& outage);

 private:
  struct State {
    Stream gaps, lengths;
    Seconds back = never;  ///< end of the present outage; `never` while it works
    std::size_t next = 0;  ///< among the planned ones
  };
  [[gnu::cold]] void schedule_next(OutageId outage);
  /// Of the outages that hit the type now, the one that ends last.
  [[gnu::cold]] const Outage& worst(TypeId type) const;
  [[gnu::cold]] Seconds back(TypeId type) const;
  [[gnu::cold]] bool is_cut(const CallRecord& call, const Outage& outage) const;
  [[gnu::cold]] void put_callbacks_off();
  [[gnu::cold]] void cut_waiting(const Outage& outage);
  [[gnu::cold]] void cut_talking(const Outage& outage);
  [[gnu::cold]] void leave_groups();

  Rooms& rooms_;
  std::vector<State> states_;
  std::vector<std::vector<PowerCut>> cuts_;    ///< by area
  std::vector<std::uint32_t> types_, groups_;  ///< outages that hit them now
  std::uint32_t active_ = 0;
};

}  // namespace thirdring
