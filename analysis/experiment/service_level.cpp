#include "analysis/experiment/service_level.hpp"

#include <array>

namespace thirdring {

Pair service_level(ServiceLevelFormula formula, const Sums& s, const Waits& waits) {
  using F = ServiceLevelFormula;
  const double a = s[Count::answered], b = s[Count::abandoned], c = s[Count::to_callback];
  const double in_time = s.within(Within::answered, waits.acceptable);
  const double gone = s.within(Within::abandoned, waits.acceptable);
  const double gone_soon = s.within(Within::abandoned, waits.short_abandon);
  switch (formula) {
    case F::answered_only:
      return {in_time, a};
    case F::offered:
      return {in_time, a + b};
    case F::ignore_abandoned_within:
      return {in_time, a + b - gone};
    case F::abandoned_within_positive:
      return {in_time + gone, a + b};
    case F::exclude_short:
      return {in_time, a + b - gone_soon};
    case F::short_positive:
      return {in_time + gone_soon, a + b};
    case F::removed_within:
      return {in_time + gone + s.within(Within::to_callback, waits.acceptable), a + b + c};
    case F::with_blocked:
      return {in_time, a + b + s[Count::busy] + s[Count::queue_full]};
  }
  return {};
}

std::string_view name_of(ServiceLevelFormula formula) {
  static constexpr std::array<std::string_view, service_level_formulas> names = {
      "answered_only", "offered",        "ignore_abandoned_within", "abandoned_within_positive",
      "exclude_short", "short_positive", "removed_within",          "with_blocked"};
  return names[static_cast<std::size_t>(formula)];
}

}  // namespace thirdring
