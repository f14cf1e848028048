#include "sim/model/calendar.hpp"

namespace thirdring {

std::size_t Calendar::open_periods_from(Seconds moment) const {
  return static_cast<std::size_t>(std::count_if(
      periods.begin(), periods.end(), [&](const Period& p) { return p.open && p.start >= moment; }));
}

bool Calendar::cut(Seconds warm_up, std::uint32_t batches) {
  const std::size_t counted = open_periods_from(warm_up);
  if (counted < batches) return false;
  stretches = batches;
  // A closed period goes with the open one before it.
  std::size_t seen = 0;
  for (Period& p : periods) {
    seen += p.open && p.start >= warm_up;
    p.stretch = seen == 0 ? stretches : static_cast<std::uint32_t>((seen - 1) * batches / counted);
  }
  return true;
}

}  // namespace thirdring
