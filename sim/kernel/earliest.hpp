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

  double time() const noexcept { return std::bit_cast<double>(winner_.time); }
  std::uint32_t index() const noexcept { return winner_.index; }
  /// The earliest comes again at `time`.
  void replace(double time) noexcept {
    Entry entry{std::bit_cast<std::uint64_t>(time), winner_.index};
    for (std::size_t at = (losers_.size() + entry.index) / 2; at > 0; at /= 2) {
      Entry& met = losers_[at];
      const bool loses = met.before(entry);
      const Entry other = met;
      met.time = loses ? entry.time : other.time;
      met.index = loses ? entry.index : other.index;
      entry.time = loses ? other.time : entry.time;
      entry.index = loses ? other.index : entry.index;
    }
    winner_ = entry;
  }

 private:
  // Times that are not negative are in the order of their bits.
  struct Entry {
    std::uint64_t time = std::bit_cast<std::uint64_t>(std::numeric_limits<double>::infinity());
    std::uint32_t index = 0;
    bool before(const Entry& other) const noexcept {
      return (time < other.time) | ((time == other.time) & (index < other.index));
    }
  };

  Entry winner_;
  std::vector<Entry> losers_;  // nodes 1 to n - 1; node i stands above 2 i and 2 i + 1, leaf j is n + j
};

}  // namespace thirdring
