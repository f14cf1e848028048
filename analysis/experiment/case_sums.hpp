// What became of the cases of a run.
#pragma once
#include <array>
#include <vector>

#include "analysis/experiment/sums.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

/// Of all cases of a run, or of one kind.  A deadline counts when it is known whether it was kept: what waits
/// when the run ends and still has time is left out.
struct CaseSums {
  struct Step {
    double done = 0, time = 0;  ///< times from the opening
    double longest = 0;         ///< with those of cases that wait for it when the run ends
    double promised = 0, in_time = 0, late = 0;
    double lateness = 0;  ///< of the late, so far when the run ends
  };
  double opened = 0, escalated = 0, unfinished = 0, overdue = 0;
  std::array<Step, case_steps> steps;

  /// `travels`: somebody is sent to the site.
  void add(const Case& c, bool travels);
  const Step& at(CaseStep step) const { return steps[static_cast<std::size_t>(step)]; }
};

/// The cases of a stretch, which is that of the period in which they were opened.
std::vector<Case> cases_of(const Model& model, const Totals& totals, std::uint32_t stretch);
/// Position 0: all of them; then by kind.
std::vector<CaseSums> case_sums(const Model& model, const std::vector<Case>& cases);
/// The times from the opening to each step, by kind and step.
std::vector<Histogram> case_times(const Model& model, const std::vector<Case>& cases);

/// The statistic of an agreement on cases, over some cases.
class CaseStatistic {
 public:
  CaseStatistic(const Model& model, const Agreement& agreement) : model_(model), agreement_(agreement) {}

  void add(const Case& c);
  /// Unknown when there is nothing to measure.
  Pair pair();

 private:
  const Model& model_;
  const Agreement& agreement_;
  Pair sum_;
  double longest_ = 0;
  std::vector<double> times_;  // for percentiles
};

}  // namespace thirdring
