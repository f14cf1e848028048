#include "analysis/sensitivity/bar.hpp"

#include <algorithm>
#include <cmath>

namespace thirdring {

std::string bar_of(const InputEffects& row, std::size_t target, double largest) {
  std::string bar(2 * bar_width + 1, ' ');
  bar[bar_width] = '|';
  for (const Way way : both_ways) {
    if (row.effects[way].empty()) continue;
    const Estimate& d = row.effects[way][target].difference;
    if (!certain(d)) continue;
    const int length = std::max(1, static_cast<int>(std::lround(std::abs(d.value) / largest * bar_width)));
    for (int i = 1; i <= length; ++i) {
      char& mark = bar[static_cast<std::size_t>(bar_width + (d.value < 0 ? -i : i))];
      mark = mark != ' ' ? '#' : way == less ? '-' : '+';
    }
  }
  return bar;
}

}  // namespace thirdring
