// The best of several alternatives, chosen with a known chance of being right.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/statistics/moments.hpp"

namespace thirdring {

/// What is asked of a selection.
struct SelectionAim {
  double indifference;       ///< > 0: the least difference that matters
  double confidence = 0.95;  ///< chance of choosing the best when it leads by at least that; below 1
  bool highest = true;       ///< the best has the highest number, or the lowest
};

/// Which of several ratios of expectations is the best, looked at again and again while observations come in,
/// and giving up what is certainly not the best.  The procedure is KN++ (Kim & Nelson 2001, "A fully
/// sequential procedure for indifference-zone selection in simulation", with the variances of all
/// observations so far as in Kim & Nelson 2006): an alternative is out when another one leads it by more than
/// max(0, (h^2 S^2 / indifference - r indifference) / 2r), where S^2 is the variance of their difference in
/// one of r observations, h^2 = 2 eta (r - 1), eta = ((2 beta)^(-2 / (r - 1)) - 1) / 2 and
/// beta = (1 - confidence) / (k - 1) for k alternatives.  They may be seen under the same random numbers,
/// which makes S^2 small; ratios and their variances are those of paired_difference.
class Selection {
 public:
  /// A ratio of one observation: numerator and denominator.
  using Observed = std::array<double, 2>;

  Selection(std::size_t alternatives, const SelectionAim& aim);

  /// What was observed together, by alternative; of those that are out it is not used.
  void add(std::span<const Observed> observed);
  /// Gives up those that are not the best; with fewer than two observations none.
  void screen();

  bool in(std::size_t alternative) const { return in_[alternative]; }
  std::size_t left() const { return left_; }
  /// The best so far of those that are in; the first one while nothing is known.
  std::size_t leader() const;

 private:
  Moments<4>& together(std::size_t a, std::size_t b) { return together_[b * (b - 1) / 2 + a]; }
  const Moments<4>& together(std::size_t a, std::size_t b) const { return together_[b * (b - 1) / 2 + a]; }
  /// How far b is ahead of a.
  double lead(std::size_t b, std::size_t a) const;
  /// By so much that a is out; when no more can matter, the first of equal ones is.
  bool beats(std::size_t b, std::size_t a) const;

  SelectionAim aim_;
  std::vector<char> in_;
  std::size_t left_;
  std::vector<Moments<4>> together_;  // of a and b, a < b
};

}  // namespace thirdring
