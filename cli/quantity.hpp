// Values with their units, as a scenario would write them; nothing when a text is not one.
#pragma once
#include <optional>
#include <string_view>

namespace thirdring::cli {

std::optional<double> parse_share(std::string_view text);    ///< 0.5 %, 0.5%
std::optional<double> parse_seconds(std::string_view text);  ///< 2 s, 1.5 min
std::optional<double> parse_number(std::string_view text);   ///< plain
/// Per second: 240/h, 100/30min, 100 / 1 h 30 min.
std::optional<double> parse_rate(std::string_view text);

}  // namespace thirdring::cli
