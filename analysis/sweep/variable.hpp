// What varies in a sweep, as it is written: PATH=VALUES.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/load.hpp"

namespace thirdring::sweep {

/// One path of the scenario and what it takes.
struct Variable {
  std::string path;
  /// `path*=0.8,1,1.2`: the values are factors on what the scenario says.
  bool factor = false;
  /// As they would be written in the scenario; empty: drawn from an interval.
  std::vector<std::string> values;
  /// Of named plans: what each of the values, its name, stands for.
  std::vector<std::vector<Override>> plans;
  /// `path=20~40`: anything between the two; whole numbers where both are written as such.
  double low = 0, high = 0;
  int decimals = 0;
  std::string unit;
  /// Where a file says the values: each, or all alike; empty: the command line.
  std::vector<Override::Origin> origins;

  bool drawn() const { return values.empty(); }
  /// The value at u in [0, 1) of the interval.
  std::string at(double u) const;
  std::optional<Override::Origin> origin_of(const std::string& value) const;
};

/// The message, behind the place of the value when a file says it.
std::string told_at(const std::optional<Override::Origin>& origin, const std::string& message);

/// Reads `path=a,b,c` (commas within brackets and quotes do not part), `path=20..40:2` (from, to and
/// including, in steps of; 1 unless given; a unit stands behind the numbers: `2..5:0.5 min`), `path=20~40`
/// and `path*=factors`.  Throws BadInput.
Variable parse_variable(const std::string& text);

}  // namespace thirdring::sweep
