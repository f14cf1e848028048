// What the hotline promises.
#pragma once
#include <string>
#include <vector>

#include "sim/model/cases.hpp"

namespace thirdring {

/// A service-level agreement: a statistic of some call types, evaluated per period or per day (`whole_run`:
/// once).
struct Agreement {
  enum class Statistic : std::uint8_t {
    answered_within,     ///< share of offered calls answered within `threshold` (see measures: service level)
    called_back_within,  ///< share of callbacks requested that reached the customer within `threshold`
    measure,             ///< any measure by name, e.g. abandoned, speed_of_answer, max_wait
    case_within,         ///< share of cases that got to `step` by `deadline`, of those of which that is known
    case_mean,           ///< of the times from opening to `step`
    case_maximum,        ///< of these times, with those of cases that wait for it when the run ends
    case_percentile,
    wait_percentile  ///< of the waits of calls that were answered
  };
  enum class Per : std::uint8_t { period, day, whole_run };

  std::string name;
  Statistic statistic = Statistic::measure;
  CaseStep step = CaseStep::answered;
  Deadline deadline;
  double percentile = 0;   ///< 0..1
  Seconds threshold = 0;   ///< seconds; `3 rings` is already converted
  std::string measure;     ///< measure name
  std::vector<TypeId> of;  ///< empty: all inbound types, or all cases
  bool at_least = true;    ///< else at most
  double limit = 0;        ///< in the measure's own unit (shares as 0..1, times in seconds)
  Per per = Per::day;
  double penalty = 0;  ///< money for each breach

  bool on_cases() const {
    return statistic >= Statistic::case_within && statistic <= Statistic::case_percentile;
  }
};

}  // namespace thirdring
