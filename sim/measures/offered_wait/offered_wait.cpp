#include "sim/measures/offered_wait/offered_wait.hpp"

#include <algorithm>

#include "sim/center/absences.hpp"

namespace thirdring {

OfferedWait::OfferedWait(const Model& model, Totals& totals)
    : model_(model),
      calendar_(model.calendar),
      credit_(model.measuring.credit),
      patience_{model.call_types[0].patience, Draw::patience},
      balk_(model.call_types[0].balk),
      solved_(model.call_types[0].solved),
      wraps_up_(!model.call_types[0].wrap_up.is_zero()),
      callers_(model),
      ledger_(model, totals),
      staff_(model.groups[0].staffing) {}

void OfferedWait::start(std::uint64_t seed, std::uint64_t replication) {
  callers_.start(seed, replication);
  pool_.start();
  queue_.start();
  ledger_.start();
  stuck_.clear();
  arriving_ = period_ = 0;
  arriving_until_ = period_until_ = calendar_.end_of(0);
  arriving_row_ = ledger_.served(0);
  overtime_ = false;
  dropped_ = last_gone_ = 0;
  plan_staff(seed, replication);
  pool_.set(staff_[0], 0);
}

void OfferedWait::plan_staff(std::uint64_t seed, std::uint64_t replication) {
  const AgentGroup& group = model_.groups[0];
  if (group.shrinkage == 0) return;
  const std::size_t days = calendar_.days.size();
  const std::uint32_t agents = *std::max_element(group.staffing.begin(), group.staffing.end());
  absent_.resize(agents * days);
  draw_absences(group, seed, replication, absent_.size(), absent_.data());
  for (PeriodId p = 0; p < staff_.size(); ++p) {
    staff_[p] = group.staffing[p];
    for (std::uint32_t agent = 0; agent < group.staffing[p]; ++agent)
      staff_[p] -= absent_[agent * days + calendar_.periods[p].day];
  }
}

/// All periods begin that begin by then.
void OfferedWait::reach(Seconds now) {
  arriving_ = period_at(arriving_, now);
  arriving_until_ = calendar_.end_of(arriving_);
  arriving_row_ = ledger_.served(arriving_);
  while (period_ < arriving_) next_period();
}

void OfferedWait::next_period() {
  // Should somebody still wait, then no agent is there who could go home, or one is busy until the next
  // period.
  if (overtime_) {
    const Seconds all_gone = std::max(calendar_.periods[period_].start, last_gone_);
    if (all_gone < period_until_) {
      ledger_.on_duty(period_, pool_.on_duty_until(all_gone));
      pool_.set(staff_[period_], all_gone);
    }
  }
  ledger_.on_duty(period_, pool_.on_duty_until(period_until_));
  const Calendar::Period& begins = calendar_.periods[++period_];
  period_until_ = calendar_.end_of(period_);
  overtime_ = !begins.open && calendar_.after_close == Calendar::AfterClose::finish_calls;
  if (!overtime_) pool_.set(staff_[period_], begins.start);
  if (!begins.open && !overtime_) {
    dropped_ = begins.start;
    drop_period_ = period_;
  }
}

bool OfferedWait::run(std::uint64_t seed, std::uint64_t replication, const std::atomic<bool>* stop) {
  start(seed, replication);
  for (;;) {
    const auto& callers = callers_.next_block();
    if (callers.empty()) break;
    std::uint32_t idle = 0;
    for (const Caller& caller : callers) {
      if (caller.together > 0) idle = arrive(caller);
      const bool waits = idle == 0;
      const Seconds answered = waits ? wait(caller) : caller.at;
      if (answered == never) continue;
      double* const row = serve(answered, caller);
      if (waits) {
        ledger_.count_answered(row, answered - caller.at);
      } else {
        --idle;
        ledger_.count_answered_at_once(row);
      }
    }
    if (stop && stop->load(std::memory_order_relaxed)) return false;
  }
  ledger_.complete(finish(), queue_.longest());
  return true;
}

/// Returns how many of those who come together find an idle agent.
inline std::uint32_t OfferedWait::arrive(const Caller& first) {
  if (first.at >= arriving_until_) reach(first.at);
  queue_.arrive(first.at, first.together);
  // Whoever serves one of them is not idle for another, even if that takes no time at all.
  std::uint32_t idle = 0;
  for (; idle < first.together && pool_.next_free() <= first.at; ++idle) pool_.take();
  return idle;
}

/// When a caller is answered for whom nobody is idle; `never`, and all is noted, when not.
inline Seconds OfferedWait::wait(const Caller& caller) {
  const Seconds now = caller.at;
  if (balk_ > 0 && draws_of(caller.seed, Draw::balk).happens(balk_)) {
    count_lost(arriving_, Count::balked);
    return never;
  }
  const Seconds gives_up = now + patience_.draw(caller.seed);
  // Periods begin while the caller waits, and the agents change; until the calls are dropped.
  while (pool_.next_free() >= period_until_ && gives_up >= period_until_ && now >= dropped_ &&
         period_until_ < never)
    next_period();

  const Seconds answered = pool_.next_free();
  if (gives_up < answered || answered == never) {
    leave_queue(now, gives_up);
    return never;
  }
  pool_.take();
  queue_.join_and_be_served(answered);
  ledger_.waiting(arriving_, now, answered);
  return answered;
}

/// Unserved: gives up, unless the calls are dropped before, or the run ends.
void OfferedWait::leave_queue(Seconds now, Seconds gives_up) {
  const bool dropped = now < dropped_ && gives_up >= dropped_;
  const Seconds at = dropped ? dropped_ : gives_up;
  queue_.join_and_leave(at);
  if (at == never) {
    stuck_.push_back({arriving_, now});
    return count_lost(credit_ == Credit::end ? period_ : arriving_, Count::unfinished);
  }
  ledger_.waiting(arriving_, now, at);
  last_gone_ = std::max(last_gone_, at);
  PeriodId credit = arriving_;
  if (credit_ == Credit::end) credit = dropped ? drop_period_ : period_at(arriving_, at);
  if (!dropped) return ledger_.count_abandoned(ledger_.lost(credit), at - now);
  count_lost(credit, Count::disconnected);
  Ledger::of(ledger_.lost(credit), Count::wait_all) += at - now;
}

void OfferedWait::count_lost(PeriodId credit, Count outcome) {
  double* const row = ledger_.lost(credit);
  ++Ledger::of(row, Count::waited);
  ++Ledger::of(row, outcome);
}

/// Returns the row in which the call counts.
inline double* OfferedWait::serve(Seconds at, const Caller& caller) {
  const Seconds talked = at + caller.talk, free = talked + caller.wrap_up;
  pool_.put_back(free);
  last_gone_ = std::max(last_gone_, free);
  ledger_.talking(period_, at, talked);
  double* const row = credit_ == Credit::arrival  ? arriving_row_
                      : credit_ == Credit::answer ? ledger_.served(period_)
                                                  : ledger_.served(period_at(period_, talked));
  Ledger::of(row, Count::talk) += talked - at;
  if (wraps_up_) {
    Ledger::of(row, Count::wrap_up) += caller.wrap_up;
    ledger_.wrapping_up(period_at(period_, talked), talked, free);
  }
  if (solved_ < 1) Ledger::of(row, Count::unsolved) += !draws_of(caller.seed, Draw::solved).happens(solved_);
  return row;
}

/// Returns when the run ends.
Seconds OfferedWait::finish() {
  while (period_until_ < never) next_period();
  Seconds end = std::max(calendar_.periods[period_].start, last_gone_);
  // With somebody still there the run lasts until nothing happens any more, not even a call after close.
  if (!stuck_.empty()) end = std::max(end, callers_.last_time());
  for (const auto& [period, since] : stuck_) ledger_.waiting(period, since, end);
  ledger_.on_duty(period_, pool_.on_duty_until(end));
  return end;
}

}  // namespace thirdring
