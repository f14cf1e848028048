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

  /// Forgets; a run or a stretch begins.
  void start();
  void ends(Agreement::Per what, const Sheet& sheet);
  /// A run is over, or a stretch of a long one; also judges what is known of the whole only.  `cases`: of
  /// this stretch.
  void stretch_ends(const Sheet& run, const Totals& totals, std::uint32_t stretch,
                    const std::vector<Case>& cases);

  Pair pair(Slot::Kind kind) const;

 private:
  Pair value(const Sheet& sheet) const;
  void judge(double value);
  /// Cases are judged when the run is over, by the period (day, run) in which they were opened.
  void judge_cases(const std::vector<Case>& cases);

  const Model& model_;
  const Agreement& agreement_;
  std::shared_ptr<const Measure> quantile_;  ///< of waits, if the agreement is on one
  const Measure* measure_;                   ///< null: callbacks within a time, or cases
  Definitions definitions_;
  std::size_t threshold_, subject_;
  std::vector<TypeId> types_;
  std::uint64_t units_ = 0, breaches_ = 0;
  double shortfall_ = 0;
  double days_ = 0;
  Pair achieved_;
};

/// The longest wait or queue, or a quantile of the waits, of some types in a stretch; unknown without a call.
double whole_value(const Measure& measure, const std::vector<TypeId>& types, const Totals& totals,
                   std::uint32_t stretch);
/// The inbound types of a model.
std::vector<TypeId> inbound_types(const Model& model);

}  // namespace thirdring
