// Numbers that were measured again and again.
#pragma once
#include <vector>

namespace thirdring::bench {

/// The middle one; of an even number, the mean of the two in the middle.  Throws std::invalid_argument when
/// there are none.
double median(std::vector<double> values);

/// The median of a[i] / b[i]: what was measured at nearly the same moment is compared, so that a slow spell
/// of the machine, which hits both, hits neither.  Throws std::invalid_argument unless they are as many.
double median_ratio(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace thirdring::bench
