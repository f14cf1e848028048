// Numbers with units, as values of several kinds are made of them.
#pragma once
#include <cstdint>
#include <string>

#include "sim/scenario/scan.hpp"
#include "sim/scenario/units.hpp"

namespace thirdring {

inline constexpr double minute = 60, hour = 3600, day = 86400;  // seconds

/// One or more amounts with units of time, to the end: 1 h 30 min.
bool scan_duration(Scan& scan, double& seconds);
/// The same, or rings.
bool scan_wait(Scan& scan, Wait& wait);
/// `3 working days`; leaves the scan where it was if it is something else.
bool scan_working_days(Scan& scan, std::uint32_t& days);
/// `240/h`, whole: so much in so many seconds.
bool read_per(std::string_view text, double seconds, double& value);
std::string write_duration(double seconds);
std::string plain(double value);

// Pieces of the patterns.
#define THIRDRING_DECIMAL R"([0-9]+\.?[0-9]*([eE][-+]?[0-9]+)?)"
#define THIRDRING_AMOUNT THIRDRING_DECIMAL " *(s|min|h|days?)"
#define THIRDRING_DURATION THIRDRING_AMOUNT "( *" THIRDRING_AMOUNT ")* *"
#define THIRDRING_RINGS THIRDRING_DECIMAL " *rings?"
#define THIRDRING_WORKING_DAYS "[0-9]+ *working +days?"

}  // namespace thirdring
