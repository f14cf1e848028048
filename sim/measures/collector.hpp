// Watches a run and keeps its totals.
#pragma once
#include <vector>

#include "sim/measures/totals.hpp"

namespace thirdring {

/// Time integrals are kept as sums of moments, counted from the start of the period: whoever leaves a state
/// adds the moment, whoever enters it subtracts it, and at the period's end everybody still there adds its
/// length.
class Collector final : public Observer {
 public:
  Collector(const Model& model, Totals& totals);

  /// Forgets everything; a new run begins.
  void start();

  void period_begins(PeriodId p, Seconds now) override;
  void agent_changes(GroupId group, AgentId agent, AgentState from, AgentState to, Seconds now) override;
  void queue_changes(TypeId type, std::uint32_t before, std::uint32_t after, Seconds now) override;
  void lines_change(std::uint32_t before, std::uint32_t after, Seconds now) override;
  void outage_changes(OutageId outage, bool begins, Seconds now) override;
  void interrupted(const Call& call) override;
  void situation_happens(const Call& call, SituationId situation) override;
  void counted(const Call& call, CounterId counter) override;
  void earns(const Call& call, double revenue) override;
  void leg_ends(const Call& call) override;
  void case_ends(const Case& c) override;
  void run_ends(Seconds now) override;

 private:
  struct Integral {
    double sum = 0;
    std::int64_t level = 0;
    void step(int by, Seconds moment) {
      level += by;
      sum -= by * moment;
    }
    /// The integral up to the end of the period, which is at `moment`; the next one starts.
    double close(Seconds moment) {
      const double result = sum + static_cast<double>(level) * moment;
      sum = 0;
      return result;
    }
  };

  void close_period(Seconds now);
  std::size_t stretch_of(const Call& call) const;
  /// Where the waits of calls like this one are: their type's, in the stretch in which it counts.
  std::size_t waits_of(const Call& call) const;
  void note_longest(std::size_t waits, Seconds wait);
  void count_answer(const Call& call, double* row);
  [[gnu::noinline]] void count_loss(const Call& call, double* row);
  [[gnu::noinline]] void count_further_try(const Call& call, double* row);
  /// What few of the answered are counted for.
  [[gnu::noinline]] void count_rest(const Call& call, double* row);
  double* within(double* row, Within w) const;
  /// Counts at the smallest threshold that is long enough; Totals::complete adds up.
  void add_within(double* row, Within w, Seconds time);
  /// Rings heard: the first begins at once.
  double rings(Seconds wait) const;

  const Model& model_;
  Totals& totals_;
  const Seconds* const thresholds_;
  const std::size_t all_thresholds_;  ///< their number
  PeriodId period_ = 0;
  std::size_t stretch_ = 0;  ///< of the present period
  Seconds start_ = 0;
  std::vector<Integral> agents_;  // group x state
  std::vector<Integral> queues_;  // type
  bool all_one_at_once_ = true, one_stretch_;
  std::vector<Integral> outages_;
  std::vector<std::uint32_t> together_;  ///< power cuts of one area at a time
  Integral lines_, all_lines_;
};

}  // namespace thirdring
