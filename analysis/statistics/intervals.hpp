// Confidence intervals from independent replications.
#pragma once
#include <cstdint>
#include <span>

#include "analysis/statistics/estimate.hpp"
#include "analysis/statistics/moments.hpp"

namespace thirdring {

inline constexpr double usual_confidence = 0.95;

/// The (1 + confidence) / 2 quantile of Student's t.
double student_t(double confidence, std::uint64_t degrees_of_freedom);

/// Mean of an observed number: mean +- t sqrt(variance / n).
Estimate mean_interval(const Moments<1>& moments, double confidence = usual_confidence);

/// Ratio of two expectations, E[numerator] / E[denominator], from pairs (0: numerator, 1: denominator): the
/// ratio of the means.  Below 30 pairs the interval is Fieller's (1954), which holds the ratios that the
/// pairs do not speak against and need not lie evenly about the estimate; from 30 on, or when the denominator
/// is hardly known to differ from 0, it comes from the delta method (Law, Simulation Modeling and Analysis,
/// section 9.4.5; Cochran 1977, section 6.3).  Unknown when the denominator's mean is 0.  With a denominator
/// that is always 1 it is the mean.
Estimate ratio_interval(const BivariateMoments& moments, double confidence = usual_confidence);

/// A chance, from independent trials: Wilson (1927).  Never outside [0, 1], and never of no width; of the
/// usual ones it is nearest to what it says for small chances (Brown, Cai & DasGupta 2001).
Estimate proportion_interval(std::uint64_t successes, std::uint64_t trials,
                             double confidence = usual_confidence);

/// A quantile (or any statistic of pooled data) by sectioning (Asmussen & Glynn 2007, section III.5a):
/// `pooled` from all data, the spread from the same statistic of independent sections around it.  Sections
/// without data are NaN and left out.  `n` counts replications and is only passed on.
Estimate section_interval(double pooled, std::span<const double> sections, std::uint64_t n,
                          double confidence = usual_confidence);

}  // namespace thirdring
