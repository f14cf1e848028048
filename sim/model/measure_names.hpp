// The measures that a scenario can name: in agreements and as what to know precisely.
#pragma once
#include <cstdint>
#include <string_view>

namespace thirdring {

struct MeasureName {
  enum class Unit : std::uint8_t { share, time, number };
  std::string_view name;
  Unit unit;
  std::string_view meaning;
};

inline constexpr MeasureName measure_names[] = {
    {"service_level", MeasureName::Unit::share,
     "share of calls answered within the acceptable wait, by the chosen formula"},
    {"abandoned", MeasureName::Unit::share, "share of offered calls whose caller hung up waiting"},
    {"blocked", MeasureName::Unit::share, "share of attempts that heard the busy tone"},
    {"answered_within_rings", MeasureName::Unit::share, "share of offered calls answered by the chosen ring"},
    {"speed_of_answer", MeasureName::Unit::time, "mean wait of the calls answered"},
    {"mean_wait", MeasureName::Unit::time, "mean wait of all offered calls, answered or not"},
    {"max_wait", MeasureName::Unit::time, "longest wait"},
    {"wait_p50", MeasureName::Unit::time, "wait that half of the calls answered do not exceed"},
    {"wait_p80", MeasureName::Unit::time, "wait that 80 % of the calls answered do not exceed"},
    {"wait_p90", MeasureName::Unit::time, "wait that 90 % of the calls answered do not exceed"},
    {"wait_p95", MeasureName::Unit::time, "wait that 95 % of the calls answered do not exceed"},
    {"wait_p99", MeasureName::Unit::time, "wait that 99 % of the calls answered do not exceed"},
    {"occupancy", MeasureName::Unit::share, "handling time of agents over their time signed on"},
    {"cost", MeasureName::Unit::number, "cost of staff, in the scenario's currency"},
};

}  // namespace thirdring
