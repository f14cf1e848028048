#include "sim/kernel/earliest.hpp"

#include <utility>

namespace thirdring {

void Earliest::start(const std::vector<double>& times) {
  const std::size_t n = times.size();
  times_.clear();
  for (const double time : times) times_.push_back(key(time));
  losers_.assign(n, 0);
  std::vector<std::uint32_t> winners(2 * n);
  for (std::uint32_t i = 0; i < n; ++i) winners[n + i] = i;
  for (std::size_t at = n; at-- > 1;) {
    std::uint32_t first = winners[2 * at], second = winners[2 * at + 1];
    if (times_[second] < times_[first] || (times_[second] == times_[first] && second < first))
      std::swap(first, second);
    winners[at] = first;
    losers_[at] = second;
  }
  index_ = n == 0 ? 0 : winners[1];
  time_ = n == 0 ? key(std::numeric_limits<double>::infinity()) : times_[index_];
}

}  // namespace thirdring
