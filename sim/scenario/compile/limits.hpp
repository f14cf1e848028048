// Measures and their limits, as agreements and precisions name them.
#pragma once
#include "sim/model/measure_names.hpp"
#include "sim/scenario/compile/compile.hpp"

namespace thirdring {

/// Null, with a report, when there is no such measure.
const MeasureName* find_measure(Compile& c, const Field<Name>& name);
/// Reports a limit that is not in the measure's unit.
void check_unit(Compile& c, const MeasureName& measure, const Field<Quantity>& limit);
/// A wait in seconds, rings converted.
Seconds seconds_of(const Compile& c, const Wait& wait);

}  // namespace thirdring
