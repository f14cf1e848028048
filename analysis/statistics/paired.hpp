// Two alternatives seen under the same random numbers.
#pragma once
#include "analysis/statistics/intervals.hpp"

namespace thirdring {

/// A difference B - A of two ratios of expectations, and how strongly the two go together.
struct PairedDifference {
  Estimate difference;
  double correlation = unknown;  ///< of the replications' deviations
  /// What pairing has gained: the variance of the same difference between independent runs over its own, and
  /// so how many times as many of those it would take to know it as well.  Infinite when nothing but the
  /// difference is left.
  double gain = unknown;
  double variance = unknown;  ///< of the difference that one replication says
};

/// From observations (numerator A, denominator A, numerator B, denominator B), one for each replication: the
/// difference of the ratio estimators, its variance by the delta method over all four.  With denominators
/// that are always 1 this is the classical paired-t interval (Law, section 10.2.1).
PairedDifference paired_difference(const Moments<4>& moments, double confidence = usual_confidence);

}  // namespace thirdring
