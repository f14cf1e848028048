#include "sim/measures/collector.hpp"

#include <algorithm>
#include <cmath>

namespace thirdring {

Collector::Collector(const Model& model, Totals& totals)
    : model_(model),
      totals_(totals),
      thresholds_(model.thresholds.data()),
      all_thresholds_(model.thresholds.size()),
      agents_(model.groups.size() * agent_states),
      queues_(model.call_types.size()),
      one_stretch_(totals.layout.stretches() == 1),
      outages_(model.outages.size() + model.areas.size()),
      together_(outages_.size()) {
  for (const AgentGroup& group : model.groups) all_one_at_once_ &= group.at_once == 1;
}

void Collector::start() {
  totals_.clear();
  period_ = 0;
  stretch_ = totals_.layout.stretch(0);
  start_ = 0;
  std::fill(agents_.begin(), agents_.end(), Integral{});
  std::fill(queues_.begin(), queues_.end(), Integral{});
  std::fill(outages_.begin(), outages_.end(), Integral{});
  std::fill(together_.begin(), together_.end(), 0U);
  lines_ = all_lines_ = {};
}

void Collector::period_begins(PeriodId p, Seconds now) {
  if (p > 0) close_period(now);
  period_ = p;
  start_ = now;
  if (totals_.layout.stretch(p) == stretch_) return;
  stretch_ = totals_.layout.stretch(p);
  for (TypeId t = 0; t < queues_.size(); ++t)
    totals_.longest_queue(t, stretch_) = static_cast<std::uint32_t>(queues_[t].level);
}

void Collector::run_ends(Seconds now) {
  close_period(now);
  totals_.complete();
}

void Collector::close_period(Seconds now) {
  const Seconds length = now - start_;
  const std::size_t first = period_ * agents_.size();
  for (std::size_t i = 0; i < agents_.size(); ++i) {
    const double time = agents_[i].close(length);
    // Nobody counts those who are not there.
    if (i % agent_states != static_cast<std::size_t>(AgentState::off)) totals_.agent_time_[first + i] = time;
  }
  if (!all_one_at_once_)
    for (std::size_t i = 0; i < agents_.size(); ++i)
      totals_.agent_time_[first + i] /= model_.groups[i / agent_states].at_once;
  for (std::size_t t = 0; t < queues_.size(); ++t)
    totals_.queue_time_[period_ * queues_.size() + t] = queues_[t].close(length);
  for (std::size_t o = 0; o < outages_.size(); ++o) {
    const double down = outages_[o].close(length);
    if (model_.calendar.periods[period_].open)
      totals_.time_down_[o * totals_.layout.stretches() + stretch_] += down;
  }
  totals_.lines_time_[period_] = lines_.close(length);
  totals_.all_lines_busy_[period_] = all_lines_.close(length);
  totals_.period_length_[period_] = length;
}

void Collector::agent_changes(GroupId group, AgentId, AgentState from, AgentState to, Seconds now) {
  Integral* states = &agents_[group * agent_states];
  states[static_cast<std::size_t>(from)].step(-1, now - start_);
  states[static_cast<std::size_t>(to)].step(1, now - start_);
}

void Collector::queue_changes(TypeId type, std::uint32_t before, std::uint32_t after, Seconds now) {
  queues_[type].step(static_cast<int>(after - before), now - start_);
  std::uint32_t& longest = totals_.longest_queue(type, stretch_);
  longest = std::max(longest, after);
}

void Collector::lines_change(std::uint32_t before, std::uint32_t after, Seconds now) {
  lines_.step(static_cast<int>(after - before), now - start_);
  all_lines_.step((after == model_.lines) - (before == model_.lines), now - start_);
}

void Collector::outage_changes(OutageId outage, bool begins, Seconds now) {
  if (begins) ++totals_.outages_[outage * totals_.layout.stretches() + stretch_];
  const bool first_or_last = (begins ? together_[outage]++ : --together_[outage]) == 0;
  if (first_or_last) outages_[outage].step(begins ? 1 : -1, now - start_);
}

void Collector::interrupted(const Call& call) {
  double* const row = totals_.row(totals_.layout.answered_cell(call.type, call.group), call.credit);
  ++row[static_cast<std::size_t>(Count::interrupted)];
}

inline std::size_t Collector::stretch_of(const Call& call) const {
  return totals_.layout.stretch(call.credit);
}

void Collector::situation_happens(const Call& call, SituationId situation) {
  ++totals_.happened_[situation * totals_.layout.stretches() + stretch_of(call)];
}

void Collector::counted(const Call& call, CounterId counter) {
  ++totals_.counted_[counter * totals_.revenue_.size() + totals_.at(call.type, stretch_of(call))];
}

void Collector::earns(const Call& call, double revenue) {
  totals_.revenue_[totals_.at(call.type, stretch_of(call))] += revenue;
}

void Collector::case_ends(const Case& c) { totals_.cases_.push_back(c); }

void Collector::leg_ends(const Call& call) {
  const bool answered = is_answered(call.outcome);
  const Layout& layout = totals_.layout;
  double* const row = totals_.row(
      answered ? layout.answered_cell(call.type, call.group) : layout.first_cell(call.type), call.credit);
  const auto add = [row](Count c, double amount = 1) { row[static_cast<std::size_t>(c)] += amount; };
  if (call.ring_time > 0) add(Count::ring, call.ring_time);
  if (!answered) return count_loss(call, row);
  add(Count::talk, call.talk_time);
  add(Count::wrap_up, call.wrap_up_time);
  if (!call.resumed) count_answer(call, row);
  if (!call.plain()) count_rest(call, row);
}

inline std::size_t Collector::waits_of(const Call& call) const {
  return one_stretch_ ? call.type : totals_.at(call.type, stretch_of(call));
}

inline void Collector::note_longest(std::size_t waits, Seconds wait) {
  totals_.longest_wait_[waits] = std::max(totals_.longest_wait_[waits], wait);
}

inline void Collector::count_answer(const Call& call, double* row) {
  const auto add = [row](Count c, double amount = 1) { row[static_cast<std::size_t>(c)] += amount; };
  const Seconds wait = call.answered - call.asked;
  add(Count::answered);
  if (call.waited) add(Count::waited);
  if (wait > 0) {
    add(Count::legs);
    add(Count::wait_answered, wait);
    add(Count::rings, rings(wait));
    add_within(row, Within::answered, wait);
    const std::size_t waits = waits_of(call);
    totals_.waits_[waits].add(wait);
    note_longest(waits, wait);
  }
  if (!call.first_try()) count_further_try(call, row);
}

void Collector::count_further_try(const Call& call, double* row) {
  const auto add = [row](Count c, double amount = 1) { row[static_cast<std::size_t>(c)] += amount; };
  if (call.further_try()) add(Count::redials);
  if (call.aside->tries > 0 && call.answered < never) {
    add_within(row, Within::called_back, call.answered - call.aside->requested);
    if (call.answered <= call.aside->due) add(Count::called_back_due);
  }
}

void Collector::count_loss(const Call& call, double* row) {
  const auto add = [row](Count c, double amount = 1) { row[static_cast<std::size_t>(c)] += amount; };
  const Seconds wait = call.wait();
  // Who is cut while waiting counts as not let in.
  if (call.waited && call.outcome != Outcome::outage) add(Count::waited);
  if (call.taken_back > 0) add(Count::taken_back, call.taken_back);
  if (call.offered_callback) add(Count::callback_offered);
  if (call.further_try()) add(Count::redials);
  switch (call.outcome) {
    case Outcome::abandoned:
      add(Count::abandoned);
      add(Count::wait_abandoned, wait);
      add_within(row, Within::abandoned, wait);
      note_longest(waits_of(call), wait);
      break;
    case Outcome::callback:
      add(Count::to_callback);
      add(Count::wait_all, wait);
      add_within(row, Within::to_callback, wait);
      break;
    case Outcome::disconnected:
      add(Count::disconnected);
      add(Count::wait_all, wait);
      break;
    case Outcome::busy:
      add(Count::busy);
      break;
    case Outcome::queue_full:
      add(Count::queue_full);
      break;
    case Outcome::balked:
      add(Count::balked);
      break;
    case Outcome::unfinished:
      add(Count::unfinished);
      break;
    case Outcome::not_reached:
      add(Count::not_reached);
      break;
    case Outcome::withdrawn:
      add(Count::withdrawn);
      break;
    case Outcome::outage:
      add(Count::outage);
      break;
    case Outcome::served:
    case Outcome::hung_up:
    case Outcome::cut_off:
      break;
  }
}

void Collector::count_rest(const Call& call, double* row) {
  const auto add = [row](Count c, double amount = 1) { row[static_cast<std::size_t>(c)] += amount; };
  if (call.taken_back > 0) add(Count::taken_back, call.taken_back);
  if (call.offered_callback) add(Count::callback_offered);
  if (call.outcome == Outcome::hung_up) add(Count::hung_up);
  if (call.outcome == Outcome::cut_off) add(Count::cut_off);
  if (call.held) add(Count::held), add(Count::hold, call.hold_time);
  if (call.aside->hand_over_time > 0) add(Count::hand_over, call.aside->hand_over_time);
  if (call.promised_callback) add(Count::callback_promised);
  if (call.escalated) add(Count::escalated);
  if (call.transferred) add(Count::transferred);
  if (call.unsolved) add(Count::unsolved);
  if (call.end != no_end)
    ++totals_.ended_[call.end * totals_.revenue_.size() + totals_.at(call.type, stretch_of(call))];
}

inline double* Collector::within(double* row, Within w) const {
  return row + counts + static_cast<std::size_t>(w) * all_thresholds_;
}

inline void Collector::add_within(double* row, Within w, Seconds time) {
  std::size_t k = 0;
  for (std::size_t i = 0; i < all_thresholds_; ++i) k += time > thresholds_[i];
  if (k < all_thresholds_) ++within(row, w)[k];
}

double Collector::rings(Seconds wait) const {
  const double cycles = wait / model_.ringing.cycle;
  return cycles <= 1 ? 1 : std::ceil(cycles);
}

}  // namespace thirdring
