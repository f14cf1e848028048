// Estimates as people read them.
#pragma once
#include <string>
#include <string_view>

#include "analysis/experiment/measures.hpp"
#include "analysis/statistics/estimate.hpp"

namespace thirdring {

/// "81.3 % ± 0.4", "12.3 s ± 0.5", "21 % (16 to 27)" where the interval is not even, "-" for what is unknown.
/// As many digits as the interval supports; shares in per cent, long times in minutes or hours.  `currency`
/// goes with money.
std::string in_words(const Estimate& estimate, Unit unit, std::string_view currency = {});
/// The same without the unit and without rescaling, for narrow columns: "81.3±0.4".  Shares in per cent.
std::string in_brief(const Estimate& estimate, Unit unit);
/// A difference: always with its sign; shares in percentage points.
std::string difference_in_words(const Estimate& estimate, Unit unit, std::string_view currency = {});
/// A plain number of a unit without an interval: "85 %", "20 s".
std::string limit_in_words(double value, Unit unit, std::string_view currency = {});

}  // namespace thirdring
