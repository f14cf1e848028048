// Trunk lines: how many callers the centre can have on the telephone at once.
#pragma once
#include <cstdint>

#include "sim/model/units.hpp"

namespace thirdring {

struct Rooms;

/// A line is taken on arrival and kept while the caller waits, talks and holds.  Callbacks are made on other
/// lines.
class Lines {
 public:
  explicit Lines(Rooms& rooms);

  void start() { used_ = 0, look_ = limited_; }
  /// False: none is free and the caller hears the busy tone, or equipment that calls of the type need fails.
  bool take(TypeId type);
  /// Equipment fails: each caller is to be looked at, until it works again.
  void equipment_fails(bool fails) { look_ = limited_ || fails; }
  void release();
  /// Callers on the telephone.
  std::uint32_t used() const { return used_; }

 private:
  [[gnu::noinline]] bool look_and_take(TypeId type);

  Rooms& rooms_;
  const std::uint32_t lines_;
  const bool limited_;
  bool look_;  ///< before a line is taken
  std::uint32_t used_ = 0;
};

}  // namespace thirdring
