// What a replication leaves behind: counts and sums, from which every measure is a formula.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "sim/center/observer.hpp"
#include "sim/measures/histogram.hpp"

namespace thirdring {

/// Counts and sums of legs, per cell and period.  What most legs count stands together at the end, before the
/// thresholds: with many types the numbers of a leg are not in the fastest memory.
enum class Count : std::uint8_t {
  redials,  ///< of the legs, callers' attempts after the first; of callbacks, further tries (of a callback:
            ///< to reach the customer)
  busy,
  queue_full,
  balked,
  to_callback,
  disconnected,
  unfinished,
  not_reached,
  withdrawn,
  outage,   ///< turned away, or cut while waiting, because equipment failed
  hung_up,  ///< on hold (they were answered)
  cut_off,  ///< in the conversation, because equipment failed (they were answered)
  held,
  taken_back,
  interrupted,  ///< times that work of the cell was
  callback_offered,
  callback_promised,
  escalated,
  transferred,
  unsolved,
  called_back_due,  ///< callbacks reached no later than their due time
  hold,             ///< seconds
  ring,
  hand_over,
  wait_all,  ///< sum of the waits of answered + abandoned + disconnected + to_callback, seconds
  abandoned,
  wait_abandoned,
  legs,    ///< all that came: calls, redials, further legs, callback attempts
  waited,  ///< found no free agent
  wait_answered,
  wrap_up,
  talk,
  rings,  ///< rings: heard by the answered
  answered
};
inline constexpr std::size_t counts = 34;

/// Where the numbers of a model stand.  A cell is a call type together with the group that answered, or with
/// no group: the cells of type t are first_cell(t) (unanswered) and then one for each group that has the
/// skill.
class Layout {
 public:
  explicit Layout(const Model& model);

  std::size_t types() const { return first_cell_.size() - 1; }
  std::size_t groups() const { return groups_; }
  std::size_t periods() const { return periods_; }
  std::size_t thresholds() const { return thresholds_; }
  std::size_t cells() const { return cells_; }
  std::size_t stretches() const { return stretches_; }  ///< with that of the warm-up, if there is one
  std::uint32_t stretch(PeriodId p) const { return stretch_[p]; }
  std::size_t first_cell(TypeId t) const { return first_cell_[t]; }
  std::size_t end_cell(TypeId t) const { return first_cell_[t + 1]; }
  /// The cell of a type and group; first_cell(t) for `none`.
  std::size_t cell(TypeId t, GroupId g) const { return g == none ? first_cell_[t] : answered_cell(t, g); }
  std::size_t answered_cell(TypeId t, GroupId g) const { return cell_of_[t * groups_ + g]; }
  /// Numbers in a row: `counts`, then answered within, abandoned within, to callback within and called back
  /// within each threshold.
  std::size_t row() const { return row_; }

 private:
  std::size_t groups_, periods_, thresholds_, stretches_, row_, cells_ = 0;
  std::vector<std::size_t> first_cell_, cell_of_;
  std::vector<std::uint32_t> stretch_;
};

/// Which of the threshold counts.
enum class Within : std::uint8_t { answered, abandoned, to_callback, called_back };

/// A replication's numbers.  Plain sums: totals of the same layout can be added.
class Totals {
 public:
  explicit Totals(const Model& model);

  void clear();
  /// The end of a replication: adds up what is a sum of other counts.  Until then a row holds as `legs` only
  /// the answered who had to wait, of `wait_all` only the part of those who took a callback or were
  /// disconnected, and behind each threshold only who needed longer than the threshold before; and of those
  /// answered without a wait it knows no more than their number.
  void complete();
  /// The numbers of a cell and period, in the order of Layout::row.
  double* row(std::size_t cell, PeriodId p) { return &rows_[index(cell, p)]; }

  double count(std::size_t cell, PeriodId p, Count c) const {
    return rows_[index(cell, p) + static_cast<std::size_t>(c)];
  }
  double within(std::size_t cell, PeriodId p, Within w, std::size_t threshold) const {
    return rows_[index(cell, p) + counts + static_cast<std::size_t>(w) * layout.thresholds() + threshold];
  }
  /// Adds all numbers of a cell and period to a row: layout.row() numbers in the order of Layout::row.
  void add_row(std::size_t cell, PeriodId p, double* to) const {
    const double* const from = &rows_[index(cell, p)];
    for (std::size_t k = 0; k < layout.row(); ++k) to[k] += from[k];
  }
  /// Agent seconds of a group in a state within a period.
  double agent_time(GroupId g, PeriodId p, AgentState s) const {
    return agent_time_[(p * layout.groups() + g) * agent_states + static_cast<std::size_t>(s)];
  }
  /// Call seconds of waiting within a period: the integral of the queue length.
  double queue_time(TypeId t, PeriodId p) const { return queue_time_[p * layout.types() + t]; }
  double lines_time(PeriodId p) const { return lines_time_[p]; }          ///< integral of the lines in use
  double all_lines_busy(PeriodId p) const { return all_lines_busy_[p]; }  ///< seconds
  /// Length of a period in this run; the last one ends when the last call has gone.
  Seconds period_length(PeriodId p) const { return period_length_[p]; }

  // Of a stretch of time (see Calendar::cut); calls by the period in which they count.
  std::uint32_t longest_queue(TypeId t, std::size_t s = 0) const { return longest_queue_[at(t, s)]; }
  Seconds longest_wait(TypeId t, std::size_t s = 0) const {
    return longest_wait_[at(t, s)];
  }  ///< of answered and abandoned
  const Histogram& waits(TypeId t, std::size_t s = 0) const { return waits_[at(t, s)]; }  ///< of the answered

  // The same numbers, to be written.
  double& agent_time(GroupId g, PeriodId p, AgentState s) {
    return agent_time_[(p * layout.groups() + g) * agent_states + static_cast<std::size_t>(s)];
  }
  double& queue_time(TypeId t, PeriodId p) { return queue_time_[p * layout.types() + t]; }
  Seconds& period_length(PeriodId p) { return period_length_[p]; }
  std::uint32_t& longest_queue(TypeId t, std::size_t s = 0) { return longest_queue_[at(t, s)]; }
  Seconds& longest_wait(TypeId t, std::size_t s = 0) { return longest_wait_[at(t, s)]; }
  Histogram& waits(TypeId t, std::size_t s = 0) { return waits_[at(t, s)]; }

  /// All that were opened, in the order in which they ended.
  const std::vector<Case>& cases() const { return cases_; }

  // Of conversations, in a stretch of time.
  double happened(SituationId situation, std::size_t s = 0) const {
    return happened_[situation * layout.stretches() + s];
  }
  double counted(CounterId counter, TypeId t, std::size_t s = 0) const {
    return counted_[counter * layout.types() * layout.stretches() + at(t, s)];
  }
  double ended(std::uint32_t end, TypeId t, std::size_t s = 0) const {
    return ended_[end * layout.types() * layout.stretches() + at(t, s)];
  }
  double revenue(TypeId t, std::size_t s = 0) const { return revenue_[at(t, s)]; }

  // Of outages and then of areas, in a stretch of time.
  double outages(OutageId outage, std::size_t s = 0) const {  ///< how often it began
    return outages_[outage * layout.stretches() + s];
  }
  Seconds time_down(OutageId outage, std::size_t s = 0) const {  ///< in open periods
    return time_down_[outage * layout.stretches() + s];
  }

  Layout layout;

 private:
  friend class Collector;
  /// Of one row; returns the number of those answered without a wait.
  std::uint32_t complete(double* row) const;
  std::size_t at(TypeId t, std::size_t s) const { return s * layout.types() + t; }
  std::size_t index(std::size_t cell, PeriodId p) const { return (p * layout.cells() + cell) * layout.row(); }

  std::vector<double> rows_, agent_time_, queue_time_, lines_time_, all_lines_busy_, period_length_,
      longest_wait_, happened_, counted_, ended_, revenue_, outages_, time_down_;
  std::vector<std::uint32_t> longest_queue_;
  std::vector<Histogram> waits_;
  std::vector<Case> cases_;
};

}  // namespace thirdring
