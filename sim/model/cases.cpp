#include "sim/model/cases.hpp"

#include <algorithm>
#include <cmath>

namespace thirdring {
namespace {

constexpr Seconds day = 86400;

}  // namespace

WorkingDays::WorkingDays(Seconds clock, Seconds ends, const std::vector<bool>& working) : clock_(clock) {
  for (std::size_t date = 0; date < working.size(); ++date) {
    before_.push_back(static_cast<std::uint32_t>(ends_.size()));
    if (working[date]) ends_.push_back(static_cast<double>(date) * day + ends - clock);
  }
  before_.push_back(static_cast<std::uint32_t>(ends_.size()));
}

Seconds WorkingDays::end_after(Seconds opened, std::uint32_t n) const {
  if (before_.empty()) return never;
  const double dates = std::floor((opened + clock_) / day);
  const auto date = std::min(static_cast<std::size_t>(std::max(0.0, dates)), before_.size() - 1);
  std::size_t first = before_[date];
  // Of this day, if it is a working day, the hours may be over.
  if (first < ends_.size() && ends_[first] <= opened) ++first;
  return first + n < ends_.size() ? ends_[first + n] : never;
}

}  // namespace thirdring
