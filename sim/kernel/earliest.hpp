// Which of several things that come again and again comes next.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace thirdring {

/// The earliest of n times, at equal times the first.  When its thing has come, its next time takes its
/// place, for which log2(n) times are compared, without branches: who wins is not to be predicted.
///
/// It is a tree of losers (Knuth, "The Art of Computer Programming", 5.4.1): the times are leaves, each inner
/// node keeps the later one of those who met there.
class Earliest {
 public:
  /// Times are not negative; infinity is allowed.  Of none at all the earliest is infinity.
  void start(const std::vector<double>& times);

  double time() const noexcept { return std::bit_cast<double>(time_ - 1); }
  std::uint32_t index() const noexcept { return index_; }
  /// The earliest comes again at `time`.
  void replace(double time) noexcept {
    std::uint32_t index = index_;
    std::uint64_t first = times_[index] = key(time);
    for (std::size_t at = (losers_.size() + index) / 2; at > 0; at /= 2) {
      const std::uint32_t other = losers_[at];
      const std::uint64_t theirs = times_[other];
      // All ones if they are earlier, or at the same time and before.  Written so that compilers do not make
      // branches of it.
      const std::uint64_t loses = -static_cast<std::uint64_t>(theirs - (other < index) < first);
      const std::uint32_t change = (other ^ index) & static_cast<std::uint32_t>(loses);
      losers_[at] = other ^ change;
      index ^= change;
      first ^= (theirs ^ first) & loses;
    }
    index_ = index;
    time_ = first;
  }

 private:
  /// Times that are not negative are in the order of their bits; above 0, to leave room below.
  static std::uint64_t key(double time) noexcept { return std::bit_cast<std::uint64_t>(time) + 1; }

  std::uint64_t time_ = key(std::numeric_limits<double>::infinity());  // of the winner
  std::uint32_t index_ = 0;
  std::vector<std::uint64_t> times_;
  std::vector<std::uint32_t>
      losers_;  // nodes 1 to n - 1; node i stands above 2 i and 2 i + 1, leaf j is n + j
};

}  // namespace thirdring
