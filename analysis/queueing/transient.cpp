#include "analysis/queueing/transient.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>

#include "analysis/queueing/transient_states.hpp"

namespace thirdring {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double most_lost = 1e-12;
constexpr double first_places = 64, most_places = 20'000;

void check(const std::vector<Stretch>& day, const TransientRates& rates) {
  const auto good = [](double x) { return x >= 0 && std::isfinite(x); };
  if (!good(rates.service_rate) || rates.service_rate <= 0 || !good(rates.abandonment_rate) ||
      !good(rates.acceptable_wait))
    throw std::invalid_argument("the service rate must be positive, abandonment and wait not negative");
  for (const Stretch& stretch : day)
    if (!good(stretch.length) || !good(stretch.arrival_rate))
      throw std::invalid_argument("lengths and arrival rates must not be negative");
}

/// The longest queue of a day without chance, where calls flow as a liquid.
double fluid_queue(const std::vector<Stretch>& day, const TransientRates& rates) {
  double queue = 0, longest = 0;
  for (const Stretch& stretch : day) {
    const double growth = stretch.arrival_rate - stretch.agents * rates.service_rate;
    const double theta = rates.abandonment_rate, time = stretch.length;
    queue = theta > 0 ? growth / theta + (queue - growth / theta) * std::exp(-theta * time)
                      : queue + growth * time;
    longest = std::fmax(longest, queue = std::fmax(0, queue));
  }
  return longest;
}

/// Stretches that follow each other with the same agents.
struct Shift {
  TransientStates states;
  double end;
  Generator waiting;
};

class Day {
 public:
  Day(const std::vector<Stretch>& day, const TransientRates& rates, std::uint32_t places);
  TransientResult solve();

 private:
  /// The chance to be answered in time, of a call that comes at a moment in a shift, by the state it finds.
  Eigen::VectorXd in_time(std::size_t shift, double moment) const;
  void live(const Stretch& stretch, double start, StretchResult& result);
  void tell_end(StretchResult& result) const;

  const std::vector<Stretch>& day_;
  const TransientRates& rates_;
  std::vector<Shift> shifts_;
  std::size_t now_ = 0;                           // the shift
  Eigen::VectorXd chance_;                        // of its states
  std::optional<Eigen::VectorXd> usual_in_time_;  // far from the end of the shift
  double lost_ = 0;
};

Day::Day(const std::vector<Stretch>& day, const TransientRates& rates, std::uint32_t places)
    : day_(day), rates_(rates) {
  double end = 0;
  for (const Stretch& stretch : day) {
    end += stretch.length;
    const std::uint32_t before = shifts_.empty() ? 0 : shifts_.back().states.most_busy();
    if (shifts_.empty() || shifts_.back().states.agents != stretch.agents) {
      const TransientStates states{stretch.agents, before > stretch.agents ? before - stretch.agents : 0,
                                   places};
      shifts_.push_back({states, end, waiting_generator(states, rates)});
    }
    shifts_.back().end = end;
  }
  if (!shifts_.empty()) shifts_.back().end = infinite;
}

Eigen::VectorXd Day::in_time(std::size_t shift, double moment) const {
  const double deadline = moment + rates_.acceptable_wait;
  std::size_t last = shift;
  while (shifts_[last].end <= deadline) ++last;
  Eigen::VectorXd worth = Eigen::VectorXd::Zero(waiting_states(shifts_[last].states));
  worth[worth.size() - 1] = 1;
  for (std::size_t s = last;; --s) {
    const double from = s == shift ? moment : shifts_[s - 1].end;
    worth = shifts_[s].waiting.after(std::fmin(deadline, shifts_[s].end) - from, std::move(worth));
    if (s == shift) break;
    worth = hand_back(shifts_[s - 1].states, shifts_[s].states, worth);
  }
  const TransientStates& states = shifts_[shift].states;
  Eigen::VectorXd chance = Eigen::VectorXd::Ones(states.size());
  Eigen::Index next = 0;
  states.each([&](std::uint32_t busy, std::uint32_t waiting) {
    if (busy < states.agents) return;
    chance[states.index(busy, waiting)] = waiting < states.places ? worth[next++] : 0;
  });
  return chance;
}

void Day::live(const Stretch& stretch, double start, StretchResult& result) {
  const Shift& shift = shifts_[now_];
  const Generator generator = day_generator(shift.states, stretch.arrival_rate, rates_);
  const double end = start + stretch.length;
  // Calls that come later than this may still wait when the number of agents changes.
  const double calm = std::clamp(shift.end - rates_.acceptable_wait, start, end);

  Eigen::VectorXd spent = Eigen::VectorXd::Zero(shift.states.size());
  chance_ = generator.after(calm - start, std::move(chance_), &spent);
  if (!usual_in_time_ && calm > start) usual_in_time_ = in_time(now_, start);
  if (calm > start) result.answered_in_time = stretch.arrival_rate * spent.dot(*usual_in_time_);
  if (calm < end) {
    constexpr int steps = 16;  // of Simpson's rule
    const double step = (end - calm) / steps;
    for (int i = 0; i <= steps; ++i) {
      const double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      result.answered_in_time += stretch.arrival_rate * weight * step / 3 *
                                 chance_.dot(in_time(now_, std::fmin(end, calm + i * step)));
      if (i < steps) chance_ = generator.after(step, std::move(chance_), &spent);
    }
  }

  result.arrivals = stretch.arrival_rate * stretch.length;
  shift.states.each([&](std::uint32_t busy, std::uint32_t waiting) {
    const double time = spent[shift.states.index(busy, waiting)];
    result.busy_time += busy * time;
    result.queue_time += waiting * time;
    if (busy >= shift.states.agents) result.delayed += stretch.arrival_rate * time;
    if (waiting == shift.states.places) lost_ += stretch.arrival_rate * time;
  });
  result.served = rates_.service_rate * result.busy_time;
  result.abandoned = rates_.abandonment_rate * result.queue_time;
}

void Day::tell_end(StretchResult& result) const {
  const TransientStates& states = shifts_[now_].states;
  states.each([&](std::uint32_t busy, std::uint32_t waiting) {
    const double chance = chance_[states.index(busy, waiting)];
    result.end_busy += busy * chance;
    result.end_queue += waiting * chance;
    if (busy >= states.agents) result.end_delay_probability += chance;
  });
}

TransientResult Day::solve() {
  TransientResult result;
  double start = 0, arrivals = 0;
  for (const Stretch& stretch : day_) {
    if (chance_.size() == 0) {
      chance_ = Eigen::VectorXd::Zero(shifts_[0].states.size());
      chance_[0] = 1;
    } else if (shifts_[now_].states.agents != stretch.agents) {
      chance_ = hand_on(shifts_[now_].states, shifts_[now_ + 1].states, chance_);
      ++now_;
      usual_in_time_.reset();
    }
    StretchResult& told = result.stretches.emplace_back();
    live(stretch, start, told);
    tell_end(told);
    start += stretch.length;
    arrivals += told.arrivals;
    if (lost_ > most_lost * std::fmax(1, arrivals)) break;
  }
  result.lost = lost_;
  return result;
}

}  // namespace

TransientResult transient_queue(const std::vector<Stretch>& day, const TransientRates& rates) {
  check(day, rates);
  const double longest = fluid_queue(day, rates);
  for (double places = first_places + longest + 6 * std::sqrt(longest); places <= most_places; places *= 2) {
    const TransientResult result = Day(day, rates, static_cast<std::uint32_t>(places)).solve();
    double arrivals = 0;
    for (const StretchResult& stretch : result.stretches) arrivals += stretch.arrivals;
    if (result.lost <= most_lost * std::fmax(1, arrivals)) return result;
  }
  throw std::length_error("the queue grows too long to be followed exactly");
}

}  // namespace thirdring
