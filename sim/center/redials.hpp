// Callers who try again.
#pragma once
#include "sim/center/call.hpp"

namespace thirdring {

struct Rooms;
struct CallRecord;

class Redials {
 public:
  explicit Redials(Rooms& rooms) : rooms_(rooms) {}

  /// Whether the caller will call again, with this chance and within the number of redials that a caller
  /// makes.
  bool decides(const CallRecord& call, double chance) const;
  /// Whether the caller has not called as often as callers do.
  bool may(const CallRecord& call) const;
  /// The caller has hung up and waits for the moment to call again.
  void schedule(CallRecord& call);
  void schedule(CallRecord& call, const Distribution& delay);
  void call_again(CallRecord& call);

 private:
  Rooms& rooms_;
};

}  // namespace thirdring
