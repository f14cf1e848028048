#include "sim/measures/offered_wait/ledger.hpp"

#include <algorithm>

namespace thirdring {
namespace {

double& at(double* row, Count c) { return row[static_cast<std::size_t>(c)]; }

}  // namespace

Ledger::Ledger(const Model& model, Totals& totals)
    : model_(model),
      totals_(totals),
      thresholds_(model.thresholds),
      steps_(model.thresholds.size() + 1),
      cycle_(model.ringing.cycle),
      calls_(model.calendar.periods.size()),
      time_(model.calendar.periods.size()),
      answered_(model.calendar.periods.size() * steps_),
      abandoned_(answered_.size()) {}

void Ledger::start() {
  std::fill(calls_.begin(), calls_.end(), Calls{});
  for (PeriodId p = 0; p < time_.size(); ++p) time_[p] = {.ends = model_.calendar.end_of(p)};
  std::fill(answered_.begin(), answered_.end(), 0.0);
  std::fill(abandoned_.begin(), abandoned_.end(), 0.0);
  waits_ = {};
  longest_wait_ = 0;
}

void Ledger::write(Seconds end, std::uint32_t longest_queue) {
  totals_.clear();
  double at_once = 0;
  for (PeriodId p = 0; p < time_.size(); ++p) {
    write_unanswered(p);
    write_answered(p);
    write_time(p, end);
    at_once += calls_[p].at_once;
  }
  totals_.waits(0) = waits_;
  totals_.waits(0).add(0, static_cast<std::uint32_t>(at_once));
  totals_.longest_wait(0) = longest_wait_;
  totals_.longest_queue(0) = longest_queue;
}

void Ledger::write_unanswered(PeriodId p) {
  const Calls& calls = calls_[p];
  double* const row = totals_.row(totals_.layout.cell(0, none), p);
  at(row, Count::abandoned) = calls.abandoned;
  at(row, Count::balked) = calls.balked;
  at(row, Count::disconnected) = calls.disconnected;
  at(row, Count::unfinished) = calls.unfinished;
  at(row, Count::legs) = at(row, Count::waited) =
      calls.abandoned + calls.balked + calls.disconnected + calls.unfinished;
  at(row, Count::wait_abandoned) = calls.wait_abandoned;
  at(row, Count::wait_all) = calls.wait_abandoned + calls.wait_disconnected;
  double within = 0;
  for (std::size_t k = 0; k < thresholds_.size(); ++k)
    totals_.within(totals_.layout.cell(0, none), p, Within::abandoned, k) = within +=
        abandoned_[p * steps_ + k];
}

void Ledger::write_answered(PeriodId p) {
  const Calls& calls = calls_[p];
  double* const row = totals_.row(totals_.layout.cell(0, 0), p);
  at(row, Count::waited) = calls.late;
  at(row, Count::legs) = at(row, Count::answered) = calls.at_once + calls.late;
  at(row, Count::wait_answered) = at(row, Count::wait_all) = calls.wait_answered;
  at(row, Count::rings) = calls.at_once + calls.rings;
  at(row, Count::talk) = calls.talk;
  at(row, Count::wrap_up) = calls.wrap_up;
  at(row, Count::unsolved) = calls.unsolved;
  double within = calls.at_once;
  for (std::size_t k = 0; k < thresholds_.size(); ++k)
    totals_.within(totals_.layout.cell(0, 0), p, Within::answered, k) = within += answered_[p * steps_ + k];
}

void Ledger::write_time(PeriodId p, Seconds end) {
  const Time& time = time_[p];
  totals_.agent_time(0, p, AgentState::talking) = time.talking;
  totals_.agent_time(0, p, AgentState::wrap_up) = time.wrapping_up;
  totals_.agent_time(0, p, AgentState::idle) =
      std::max(0.0, time.on_duty - time.talking - time.wrapping_up);
  totals_.queue_time(0, p) = time.waiting;
  totals_.period_length(p) = std::min(time.ends, end) - model_.calendar.periods[p].start;
}

}  // namespace thirdring
