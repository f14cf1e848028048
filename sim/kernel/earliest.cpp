#include "sim/kernel/earliest.hpp"

#include <utility>

namespace thirdring {

void Earliest::start(const std::vector<double>& times) {
  const std::size_t n = times.size();
  losers_.assign(n, {});
  std::vector<Entry> winners(2 * n);
  for (std::uint32_t i = 0; i < n; ++i) winners[n + i] = {std::bit_cast<std::uint64_t>(times[i]), i};
  for (std::size_t at = n; at-- > 1;) {
    Entry first = winners[2 * at], second = winners[2 * at + 1];
    if (second.before(first)) std::swap(first, second);
    winners[at] = first;
    losers_[at] = second;
  }
  winner_ = n == 0 ? Entry{} : winners[1];
}

}  // namespace thirdring
