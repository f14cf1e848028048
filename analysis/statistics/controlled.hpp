// Ratios of expectations, told with the help of numbers whose expectation is known.
#pragma once
#include <span>
#include <vector>

#include "analysis/statistics/intervals.hpp"

namespace thirdring {

/// An estimate by control variates.
struct Controlled {
  Estimate estimate;
  /// The variance of the plain estimate over this one's: how many times as many replications would say as
  /// much without controls.  1 where the plain estimate is told.
  double gain = 1;
};

/// Linear control variates with estimated coefficients (Lavenberg & Welch 1981; Nelson 1990; Glynn &
/// Szechtman 2002) for many ratios and a few controls, all observed together.  The controls have the
/// expectation 0.
///
/// Numerator and denominator of a ratio are both regressed on all controls, so that what adds up still does.
/// The error is that of the regression of numerator - ratio x denominator on the controls, at n - q - 1
/// degrees of freedom for q controls: it holds the price of estimated coefficients, (n - 2) / (n - q - 2) in
/// the mean (Lavenberg, Moeller & Welch 1982).
class ControlSums {
 public:
  ControlSums(std::size_t ratios, std::size_t controls);

  /// With fewer observations the intervals of skew numbers, plain ones too, hold less than they say, and
  /// estimated coefficients do not make that better.
  static constexpr std::uint64_t enough = 100;

  /// An observation begins: its controls.
  void begin(std::span<const double> controls);
  /// Its numerator and denominator of a ratio; `before`: the ratio's moments without it.
  void add(std::size_t ratio, const BivariateMoments& before, double over, double under);

  /// `moments`: the ratio's.  Plain where there are not enough observations, no spread in the controls, where
  /// the denominator is hardly known, or where regression would leave nothing above or below the line.
  Controlled interval(std::size_t ratio, const BivariateMoments& moments,
                      double confidence = usual_confidence) const;

 private:
  std::size_t controls_;
  std::uint64_t n_ = 0;
  std::vector<double> mean_, around_;  // of the controls; the present ones less their mean
  std::vector<double> products_;       // control x control
  std::vector<double> cross_;          // ratio x (over, under) x control
};

}  // namespace thirdring
