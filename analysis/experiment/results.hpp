// All replications of a model, added up, and what they say.
#pragma once
#include <cstdint>
#include <vector>

#include "analysis/experiment/recorder.hpp"
#include "analysis/statistics/controlled.hpp"
#include "analysis/statistics/paired.hpp"

namespace thirdring {

struct AgreementResult {
  Estimate achieved;      ///< the agreement's statistic over all runs (ratio of expectations)
  Estimate breach;        ///< chance that a period (day, run) is in breach
  Estimate shortfall;     ///< mean distance from the limit, of those in breach
  Estimate penalty;       ///< money per day
  bool breached = false;  ///< `achieved` itself violates the limit
};

/// Of constant size, however many replications.  The bits depend on the order of adding.
class Results {
 public:
  /// The model outlives it.  `controlled`: numbers of the whole run are told with the model's control
  /// variates where there are enough replications; not those by period, quantiles, and chances and sizes of a
  /// breach.
  explicit Results(const Model& model, bool controlled = false);

  void add(std::uint64_t replication, const Record& record);

  const Model& model() const { return *model_; }
  const Slots& slots() const { return slots_; }
  std::uint64_t replications() const { return replications_; }
  /// What intervals rest on: the replications, or the batches of all of them.
  std::uint64_t observations() const { return replications_ * model_->calendar.stretches; }
  std::uint64_t events() const { return events_; }
  std::uint64_t calls() const { return calls_; }

  /// Control variates are used.
  bool controlled() const { return controlled_ && replications_ >= ControlSums::enough; }
  /// How many times as many replications would say as much of a measure of the whole run without controls;
  /// 1 where none are used.
  double gain(const Measure& measure, const Scope& scope) const;

  /// Unknown, with n = 0, for measures that are not told of the scope.
  Estimate estimate(const Measure& measure, const Scope& scope) const;
  Estimate estimate(const Measure& measure, const Scope& scope, PeriodId period) const;
  /// Of what conversations tell of, by its position among Slots::spoken.
  Estimate spoken(std::size_t spoken, bool per_day, const Scope& scope) const;
  /// How often per day an outage (or, numbered behind them, a power cut of an area) began.
  Estimate outages(OutageId outage) const;
  /// Share of the open time.
  Estimate time_down(OutageId outage) const;
  /// Of all cases, or of the kind whose type the scope names; by position in case_measures().
  Estimate cases(std::size_t measure, const Scope& scope) const;
  AgreementResult agreement(std::size_t agreement) const;
  /// How the mean queue of a batch goes with that of the next one in the same replication.
  struct Neighbours {
    double correlation;
    std::uint64_t pairs;
  };
  Neighbours neighbours() const;

  /// The quantiles in the sections by which their intervals are found, then that of all together.
  std::vector<double> section_quantiles(const Measure& measure, const Scope& scope) const;

  /// Waits are gathered in sections: the r-th observation in section r mod 20.
  static constexpr std::size_t sections = 20;

 private:
  void add(std::size_t section, const Observation& observed);
  std::size_t control_kinds() const { return slots_.controls().kinds().size(); }
  Controlled interval(std::size_t slot) const { return controls_.interval(slot, run_[slot]); }
  Estimate breach(std::size_t agreement) const;

  const Model* model_;
  Slots slots_;
  std::uint64_t replications_ = 0, events_ = 0, calls_ = 0;
  std::vector<BivariateMoments> run_, periods_;
  bool controlled_;
  ControlSums controls_;
  BivariateMoments neighbours_;
  std::vector<Histogram> waits_;       // section x type
  std::vector<Histogram> case_times_;  // section x kind of case x step
};

/// Keeps an estimate within what its unit allows: shares from 0 to 1, everything from 0.
Estimate sensible(const Estimate& estimate, Unit unit);
/// The unit of an agreement's statistic.
Unit unit_of(const Agreement& agreement);

}  // namespace thirdring
