// One agreement during one replication.
#pragma once
#include <cstdint>
#include <memory>

#include "analysis/experiment/slots.hpp"

namespace thirdring {

/// Told of every period, day and run, it judges those that the agreement is about.  Where no relevant call
/// came there is nothing to judge.
class AgreementWatch {
 public:
  AgreementWatch(const Model& model, std::size_t agreement, std::size_t subject);

  void start();
  void ends(Agreement::Per what, const Sheet& sheet);
  /// The run is over; also judges what is known of a whole run only.
  void run_ends(const Sheet& run, const Totals& totals);

  Pair pair(Slot::Kind kind) const;

 private:
  Pair value(const Sheet& sheet) const;
  double run_value(const Totals& totals) const;
  void judge(double value);
  /// Cases are judged when the run is over, by the period (day, run) in which they were opened.
  void judge_cases(const Totals& totals);

  const Model& model_;
  const Agreement& agreement_;
  std::shared_ptr<const Measure> quantile_;  ///< of waits, if the agreement is on one
  const Measure* measure_;                   ///< null: callbacks within a time, or cases
  Definitions definitions_;
  std::size_t threshold_, subject_;
  std::vector<TypeId> types_;
  std::uint64_t units_ = 0, breaches_ = 0;
  double shortfall_ = 0;
  Pair achieved_;
};

/// The longest wait or queue, or a quantile of the waits, of some types in one run; unknown without a call.
double whole_run_value(const Measure& measure, const std::vector<TypeId>& types, const Totals& totals);
/// The inbound types of a model.
std::vector<TypeId> inbound_types(const Model& model);

}  // namespace thirdring
