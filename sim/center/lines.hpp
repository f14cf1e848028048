// Trunk lines: how many callers the centre can have on the telephone at once.
#pragma once
#include <cstdint>

namespace thirdring {

struct Rooms;

/// A line is taken on arrival and kept while the caller waits, talks and holds.  Callbacks are made on other
/// lines.
class Lines {
 public:
  explicit Lines(Rooms& rooms);

  void start() { used_ = 0; }
  /// False: none is free, the caller hears the busy tone.
  bool take();
  void release();
  /// Callers on the telephone.
  std::uint32_t used() const { return used_; }

 private:
  [[gnu::noinline]] bool take_one_of_few();

  Rooms& rooms_;
  const std::uint32_t lines_;
  const bool limited_;
  std::uint32_t used_ = 0;
};

}  // namespace thirdring
