// From the totals of one replication to the pairs that an experiment adds up.
#pragma once
#include <fmt/format.h>

#include <memory>
#include <vector>

#include "analysis/experiment/agreement_watch.hpp"
#include "analysis/experiment/slots.hpp"

namespace thirdring {

/// A stretch of a replication (see Calendar::cut), boiled down: one observation of everything.
struct Observation {
  std::vector<Pair> run;              ///< by Slots::of_run
  std::vector<Histogram> waits;       ///< by type, of the answered
  std::vector<Histogram> case_times;  ///< by kind of case and step
};

/// One replication.  Of fixed size, so that it can be waited for and thrown away.
struct Record {
  std::vector<Observation> stretches;
  std::vector<Pair> periods;            ///< period by period, each by Slots::of_period
  std::uint64_t events = 0, calls = 0;  ///< of the whole run, the warm-up included
  fmt::memory_buffer call_rows;         ///< of the call trace, if asked for
  std::string case_rows;                ///< likewise of the trace of cases
};

class Recorder {
 public:
  /// The model and the slots outlive it.
  Recorder(const Model& model, const Slots& slots);

  /// What the replication of this number and seed left behind.
  Record record(const Totals& totals, std::uint64_t seed, std::uint64_t replication);

 private:
  void begin_stretch();
  void end_period(const Totals& totals, PeriodId p, Record& record);
  void end_day();
  Observation end_stretch(const Totals& totals, std::uint32_t stretch);
  /// The controls of the run whose last stretch this is.
  void add_controls(Observation& to) const;
  Pair spoken_pair(const Slot& slot, const Totals& totals, std::uint32_t stretch) const;
  Pair run_pair(const Slot& slot, const Totals& totals, std::uint32_t stretch) const;

  const Model& model_;
  const Slots& slots_;
  SheetPlan plan_;
  Definitions definitions_;
  Sheet period_, day_, run_;
  std::uint64_t seed_ = 0, replication_ = 0;
  PeriodId day_begins_ = 0;  ///< the first period of the day, or of its part in the stretch
  std::vector<Pair> daily_;  ///< by Slots::of_run: those that gather over the days
  std::vector<std::size_t> subject_of_run_, subject_of_period_;
  std::vector<AgreementWatch> agreements_;
};

}  // namespace thirdring
