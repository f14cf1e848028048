#include "analysis/experiment/measure_tables.hpp"

namespace thirdring {
namespace {

Pair as_chosen(const Sums& s, const Definitions& d) { return service_level(d.formula, s, d.waits); }

template <ServiceLevelFormula F>
Pair by_formula(const Sums& s, const Definitions& d) {
  return service_level(F, s, d.waits);
}

}  // namespace

std::vector<Measure> service_level_measures() {
  using F = ServiceLevelFormula;
  using Kind = Measure::Kind;
  return {
      {"service_level", Unit::share, calls_scopes, true,
       "Share of calls answered within the acceptable wait, by the formula the scenario chooses (offered "
       "unless it says "
       "otherwise); ratio of expectations: all such calls over all calls that count.",
       as_chosen},
      {"service_level.daily_mean", Unit::share, calls_scopes, false,
       "Mean over the days of each day's service level, whatever the day's volume; days without calls are "
       "left out.",
       as_chosen, Kind::daily_mean},
      {"service_level.days_met", Unit::share, calls_scopes, false,
       "Share of days whose service level reached what the first agreement on the service level asks for.",
       as_chosen, Kind::days_met},
      {"service_level.answered_only", Unit::share, every_scope, false,
       "Answered within the acceptable wait / answered.", by_formula<F::answered_only>},
      {"service_level.offered", Unit::share, calls_scopes, false,
       "Answered within the acceptable wait / (answered + abandoned).", by_formula<F::offered>},
      {"service_level.ignore_abandoned_within", Unit::share, calls_scopes, false,
       "Answered within the acceptable wait / (answered + abandoned later than it).",
       by_formula<F::ignore_abandoned_within>},
      {"service_level.abandoned_within_positive", Unit::share, calls_scopes, false,
       "Answered or abandoned within the acceptable wait / (answered + abandoned).",
       by_formula<F::abandoned_within_positive>},
      {"service_level.exclude_short", Unit::share, calls_scopes, false,
       "Answered within the acceptable wait / (answered + abandoned, but for short abandons).",
       by_formula<F::exclude_short>},
      {"service_level.short_positive", Unit::share, calls_scopes, false,
       "Answered within the acceptable wait, or a short abandon / (answered + abandoned).",
       by_formula<F::short_positive>},
      {"service_level.removed_within", Unit::share, calls_scopes, false,
       "Answered, abandoned or left for a callback within the acceptable wait / (answered + abandoned + left "
       "for a "
       "callback).",
       by_formula<F::removed_within>},
      {"service_level.with_blocked", Unit::share, calls_scopes, false,
       "Answered within the acceptable wait / (answered + abandoned + blocked).",
       by_formula<F::with_blocked>},
      {"answered_within_rings", Unit::share, calls_scopes, true,
       "Answered by the n-th ring (rings of the scenario, three unless it says otherwise, times the ring "
       "cycle) / "
       "(answered + abandoned).",
       [](const Sums& s, const Definitions& d) {
         return Pair{s.within(Within::answered, d.third_ring), s[Count::answered] + s[Count::abandoned]};
       }},
  };
}

}  // namespace thirdring
