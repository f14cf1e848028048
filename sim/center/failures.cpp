#include "sim/center/failures.hpp"

#include <algorithm>

namespace thirdring {

std::vector<PowerCut> power_cuts(const ServedArea& area, Seconds horizon, std::uint64_t seed,
                                 std::uint64_t replication) {
  std::vector<PowerCut> cuts;
  Stream planned(seed, "power_cuts/" + area.name, replication);
  for (const ServedArea::PowerCut& cut : area.planned)
    cuts.push_back({cut.at, cut.at + cut.lasts.draw(planned), cut.announced.value_or(never)});
  if (area.every) {
    Stream gaps(seed, "power_cuts/gaps/" + area.name, replication),
        lengths(seed, "power_cuts/lengths/" + area.name, replication);
    for (Seconds at = area.every->draw(gaps); at < horizon;) {
      const Seconds end = at + area.lasts.draw(lengths);
      cuts.push_back({at, end, never});
      at = end + area.every->draw(gaps);
    }
  }
  std::stable_sort(cuts.begin(), cuts.end(),
                   [](const PowerCut& a, const PowerCut& b) { return a.from < b.from; });
  return cuts;
}

}  // namespace thirdring
