// Which numbers an experiment keeps, and where they stand.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/experiment/controls.hpp"
#include "analysis/experiment/measures.hpp"
#include "analysis/experiment/sheet.hpp"
#include "analysis/experiment/spoken.hpp"

namespace thirdring {

/// One number of a replication: a measure of a scope, or something about an agreement.
struct Slot {
  enum class Kind : std::uint8_t {
    measure,
    achieved,   ///< the agreement's statistic over the whole run
    breach,     ///< periods (days, runs) in breach / those that had anything to measure
    shortfall,  ///< sum of the distances from the limit / periods in breach
    penalty,    ///< money / days
    outages,    ///< times / days
    time_down,  ///< open time out of order / open time
    spoken_per_day,
    spoken_per_call,
    of_cases,  ///< one of case_measures()
    control    ///< one of Slots::controls, less its expectation
  };
  Kind kind = Kind::measure;
  /// Of the measure in measures() or case_measures(), of the agreement in the model, among Slots::spoken or
  /// the kinds of Slots::controls, or an OutageId.
  std::size_t index = 0;
  Scope scope;
  bool operator==(const Slot&) const = default;

  bool of_agreement() const { return kind >= Kind::achieved && kind <= Kind::penalty; }
  bool of_outage() const { return kind == Kind::outages || kind == Kind::time_down; }
  bool of_conversation() const { return kind == Kind::spoken_per_day || kind == Kind::spoken_per_call; }
};

/// The slots of a model.  Quantiles have no slot: they come from histograms.
class Slots {
 public:
  explicit Slots(const Model& model);

  const std::vector<Slot>& of_run() const { return run_; }
  /// Kept for each period.
  const std::vector<Slot>& of_period() const { return period_; }
  /// What conversations tell of.
  const std::vector<Spoken>& spoken() const { return spoken_; }
  /// The control variates, whose slots are the last ones.
  const Controls& controls() const { return controls_; }
  std::size_t first_control() const { return run_.size() - controls_.kinds().size(); }
  std::optional<std::size_t> find(const Slot& slot) const;
  std::optional<std::size_t> find_of_period(const Slot& slot) const;

 private:
  std::vector<Slot> run_, period_;
  std::vector<Spoken> spoken_;
  Controls controls_;
  std::vector<std::size_t> spoken_at_;  // positions of their first slots
};

/// What is wrong with the measures that the model's agreements and precision name; empty when all is well.
std::vector<std::string> measure_problems(const Model& model);
/// The same for the measure of a precision alone.
std::optional<std::string> precision_problem(const std::string& measure);

}  // namespace thirdring
