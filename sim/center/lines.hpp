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

  void start() { used_ = 0, equipment_fails(false); }
  /// False: none is free and the caller hears the busy tone, or equipment that calls of the type need fails.
  bool take(TypeId type);
  /// From now on each caller is to be looked at, or no longer.
  void equipment_fails(bool fails) {
    fails_ = fails, look_ = limited_ || fails, plenty_ = fails ? 0 : lines_;
  }
  void release();
  /// Callers on the telephone.
  std::uint32_t used() const { return used_; }

 private:
  [[gnu::noinline]] bool take_one_of_few(TypeId type);
  [[gnu::cold]] bool look_and_take(TypeId type);

  Rooms& rooms_;
  const std::uint32_t lines_;
  const bool limited_;
  bool fails_ = false;  ///< equipment, of some calls
  bool look_;           ///< before a line is taken
  std::uint32_t used_ = 0;
  std::uint32_t plenty_;  ///< while fewer are used, there is nothing to look at
};

}  // namespace thirdring
