// Numbers that are read in one unit and kept in another.
#pragma once
#include <optional>
#include <string>

namespace thirdring {

/// The shortest decimal number that, divided by `unit`, is the value to the last bit; nothing if none is.
std::optional<std::string> write_quotient(double value, double unit);

}  // namespace thirdring
