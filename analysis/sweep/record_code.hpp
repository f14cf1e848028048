// A replication's record as bytes.
#pragma once
#include <string>
#include <string_view>

#include "analysis/experiment/recorder.hpp"

namespace thirdring::sweep {

/// Of the bytes and of what the records hold: raised when either changes, since old stores would be misread.
inline constexpr int record_format = 1;

/// Every number of the record to the last bit, traces left out; ends with a checksum.
std::string encoded(const Record& record);
/// Throws BadInput for bytes that are no record of this model's shape.
Record decoded(std::string_view bytes, const Model& model, const Slots& slots);

}  // namespace thirdring::sweep
