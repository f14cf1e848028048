// What fails: the centre's own equipment, and the network whose customers call.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sim/model/distribution.hpp"

namespace thirdring {

/// Outages of the centre and power cuts of served areas have numbers in common: first all outages, then all
/// areas.
using OutageId = std::uint32_t;

/// When something is out of order: at given moments, or now and then.
struct Failures {
  std::vector<Seconds> at;  ///< planned, ascending; one within another is part of it
  std::optional<Distribution>
      every;  ///< random: from time 0 to the first, and from the end of one to the next
  Distribution lasts;
};

/// Equipment of the centre that fails.  It hits new callers (they are told so and hang up), or groups (they
/// take no calls, and who waits for them goes on to the next groups of the route), or both.
struct Outage {
  std::string name;
  Failures when;
  std::vector<TypeId> types;    ///< inbound types (or lists) whose callers hear that it does not work
  std::vector<GroupId> groups;  ///< whose agents can do nothing
  /// Calls in progress (of the types, or with the groups) are cut, and of the types also those waiting; else
  /// they go on to their end.
  bool cuts_calls = false;
  double leave_number = 0;  ///< chance that a caller leaves a number and is called back when it works again
  double call_later = 0;    ///< of the others, and of those cut: chance to call again
  Distribution delay;       ///< until they do
};

/// Customers of an area who call because they have no power, or because they will have none.
struct ServedArea {
  struct PowerCut {
    Seconds at;
    Distribution lasts;
    std::optional<Seconds> announced;  ///< moment of the announcement, which may be before time 0
  };
  /// Calls that a power cut brings.
  struct Calls {
    TypeId type = none;
    double customers = 0;  ///< who call, in the mean
    Distribution delay;    ///< from the cut (from the announcement) to the call
  };

  std::string name;
  std::vector<PowerCut> planned;      ///< those at fixed times, announced or not
  std::optional<Distribution> every;  ///< random ones: from the end of one to the next
  Distribution lasts;                 ///< of the random ones
  Calls faults;                       ///< when a cut comes unannounced; nobody calls after its end
  Calls enquiries;                    ///< about one that is announced; nobody calls after its end
};

}  // namespace thirdring
