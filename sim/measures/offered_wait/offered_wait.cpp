#include "sim/measures/offered_wait/offered_wait.hpp"

#include <algorithm>

#include "sim/center/absences.hpp"

namespace thirdring {

OfferedWait::OfferedWait(const Model& model, Totals& totals)
    : model_(model),
      calendar_(model.calendar),
      credit_(model.measuring.credit),
      patience_(model.call_types[0].patience),
      talk_(model.call_types[0].talk),
      wrap_up_(model.call_types[0].wrap_up),
      balk_(model.call_types[0].balk),
      solved_(model.call_types[0].solved),
      talk_factor_(model.groups[0].skills[0].talk_factor),
      arrivals_(model),
      ledger_(model, totals),
      staff_(model.groups[0].staffing) {}

bool OfferedWait::run(std::uint64_t seed, std::uint64_t replication, const std::atomic<bool>* stop) {
  start(seed, replication);
  for (std::uint64_t looked = 1;; ++looked) {
    const Seconds now = arrivals_.next_time();
    if (now >= arriving_until_ && !reach(now)) break;
    // Who calls after close finds nobody and does not count.
    if (open_) callers_come(now);
    arrivals_.advance();
    if ((looked & 0xffff) == 0 && stop && stop->load(std::memory_order_relaxed)) return false;
  }
  ledger_.complete(finish(), queue_.longest());
  return true;
}

void OfferedWait::start(std::uint64_t seed, std::uint64_t replication) {
  arrivals_.start(seed, replication);
  pool_.start();
  queue_.start();
  ledger_.start();
  stuck_.clear();
  arriving_ = period_ = 0;
  arriving_until_ = period_until_ = calendar_.end_of(0);
  open_ = calendar_.periods[0].open;
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

/// All periods that begin by then; false when `now` is after the last close.
bool OfferedWait::reach(Seconds now) {
  arriving_ = period_at(arriving_, now);
  arriving_until_ = calendar_.end_of(arriving_);
  open_ = calendar_.periods[arriving_].open;
  while (period_ < arriving_) next_period(false);
  return arriving_until_ < never;
}

void OfferedWait::next_period(bool somebody_waits) {
  if (overtime_ && !somebody_waits) {
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

void OfferedWait::callers_come(Seconds now) {
  const std::uint32_t source = arrivals_.next_source(), callers = arrivals_.batch(source);
  queue_.arrive(now, callers);
  // Whoever serves one of them is not idle for another, even if that takes no time at all.
  std::uint32_t idle = 0;
  for (; idle < callers && pool_.next_free() <= now; ++idle) pool_.take();
  for (std::uint32_t n = callers; n > 0; --n) {
    const std::uint64_t seed = arrivals_.call_seed(source);
    if (idle > 0) {
      --idle;
      ledger_.answered_at_once(serve(now, seed));
    } else {
      wait(now, seed);
    }
  }
}

void OfferedWait::wait(Seconds now, std::uint64_t seed) {
  if (balk_ > 0 && draws_of(seed, Draw::balk).happens(balk_)) return count_lost(arriving_, Count::balked);
  const Seconds gives_up = now + patience_.draw( seed, Draw::patience);
  // The agents change while the caller waits.
  while (now >= dropped_ && pool_.next_free() >= period_until_ && gives_up >= period_until_ &&
         period_until_ < never)
    next_period(true);

  if (now < dropped_) return leave_queue(now, std::min(gives_up, dropped_), gives_up >= dropped_);
  const Seconds answered = pool_.next_free();
  if (gives_up < answered) return leave_queue(now, gives_up, false);
  if (answered == never) return stay_to_the_end(now);
  pool_.take();
  queue_.join_and_be_served(answered);
  ledger_.waiting(arriving_, now, answered);
  ledger_.answered_after_waiting(serve(answered, seed), answered - now);
}

void OfferedWait::count_lost(PeriodId credit, Count outcome) {
  double* const row = ledger_.lost(credit);
  ++Ledger::of(row, Count::waited);
  ++Ledger::of(row, outcome);
}

void OfferedWait::leave_queue(Seconds now, Seconds at, bool disconnected) {
  queue_.join_and_leave(at);
  ledger_.waiting(arriving_, now, at);
  last_gone_ = std::max(last_gone_, at);
  PeriodId credit = arriving_;
  if (credit_ == Credit::end) credit = disconnected ? drop_period_ : period_at(arriving_, at);
  if (!disconnected) return ledger_.abandoned_after(credit, at - now);
  count_lost(credit, Count::disconnected);
  Ledger::of(ledger_.lost(credit), Count::wait_all) += at - now;
}

void OfferedWait::stay_to_the_end(Seconds now) {
  queue_.join_and_leave(never);
  stuck_.push_back({arriving_, now});
  count_lost(credit_ == Credit::end ? period_ : arriving_, Count::unfinished);
}

PeriodId OfferedWait::serve(Seconds at, std::uint64_t seed) {
  const Seconds talked = at + talk_.draw( seed, Draw::talk) * talk_factor_,
                wrap_up = wrap_up_.draw( seed, Draw::wrap_up), free = talked + wrap_up;
  pool_.put_back(free);
  last_gone_ = std::max(last_gone_, free);
  ledger_.talking(period_, at, talked);
  if (free > talked) ledger_.wrapping_up(period_at(period_, talked), talked, free);
  const PeriodId credit = credit_ == Credit::arrival  ? arriving_
                          : credit_ == Credit::answer ? period_
                                                                      : period_at(period_, talked);
  double* const row = ledger_.served(credit);
  Ledger::of(row, Count::talk) += talked - at;
  Ledger::of(row, Count::wrap_up) += wrap_up;
  if (solved_ < 1) Ledger::of(row, Count::unsolved) += !draws_of(seed, Draw::solved).happens(solved_);
  return credit;
}

/// Returns when the run ends.
Seconds OfferedWait::finish() {
  while (period_until_ < never) next_period(false);
  Seconds end = std::max(calendar_.periods[period_].start, last_gone_);
  // With somebody still there the run lasts until nothing happens any more, not even a call after close.
  if (!stuck_.empty())
    for (; arrivals_.next_time() < never; arrivals_.advance()) end = std::max(end, arrivals_.next_time());
  for (const auto& [period, since] : stuck_) ledger_.waiting(period, since, end);
  ledger_.on_duty(period_, pool_.on_duty_until(end));
  return end;
}

}  // namespace thirdring
