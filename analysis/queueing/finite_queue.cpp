#include "analysis/queueing/finite_queue.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace thirdring {
namespace {

constexpr std::uint32_t most_lines = 10'000'000;

/// Stationary law of a birth-death process with one birth rate, from the ratios of neighbours outwards from
/// its largest probability, so that nothing overflows.  `death(x)` does not fall.
template <class Death>
std::vector<double> stationary(double birth, Death death, std::uint32_t states) {
  std::vector<double> p(states);
  std::uint32_t mode = 0;
  while (mode + 1 < states && birth >= death(mode + 1)) ++mode;
  p[mode] = 1;
  for (std::uint32_t x = mode; x > 0; --x) p[x - 1] = p[x] * death(x) / birth;
  for (std::uint32_t x = mode; x + 1 < states; ++x) p[x + 1] = p[x] * birth / death(x + 1);
  const double sum = std::accumulate(p.begin(), p.end(), 0.0);
  for (double& each : p) each /= sum;
  return p;
}

}  // namespace

FiniteQueue::FiniteQueue(const Traffic& traffic, double abandonment_rate, std::uint32_t lines)
    : traffic_(traffic), theta_(abandonment_rate) {
  if (!(traffic.arrival_rate > 0 && traffic.service_rate > 0 && std::isfinite(traffic.arrival_rate) &&
        std::isfinite(traffic.service_rate)))
    throw std::invalid_argument("the rates must be positive");
  if (!(theta_ >= 0) || std::isinf(theta_))
    throw std::invalid_argument("the abandonment rate must not be negative");
  if (traffic.agents == 0 || lines == 0) throw std::invalid_argument("there must be an agent and a line");
  if (lines > most_lines) throw std::invalid_argument("there may be 10 million lines");
  const std::uint32_t servers = std::min(traffic.agents, lines);
  full_rate_ = servers * traffic.service_rate;
  const auto death = [&](std::uint32_t x) {
    return x <= servers ? x * traffic.service_rate : full_rate_ + (x - servers) * theta_;
  };
  const std::vector<double> p = stationary(traffic.arrival_rate, death, lines + 1);
  blocked_ = p.back();
  for (std::uint32_t x = 0; x <= lines; ++x) {
    mean_busy_ += std::min(x, servers) * p[x];
    mean_queue_ += (x - std::min(x, servers)) * p[x];
    if (x >= servers && x < lines) found_.push_back(p[x]);
  }
  const double let_in = std::accumulate(p.begin(), p.end() - 1, 0.0);
  for (double& each : found_) each /= let_in;
  while (!found_.empty() && found_.back() < 1e-30) found_.pop_back();
}

double FiniteQueue::delay_probability() const { return std::accumulate(found_.begin(), found_.end(), 0.0); }

double FiniteQueue::abandoned() const {
  double sum = 0, rate = full_rate_;
  for (const double found : found_) {
    rate += theta_;
    sum += found * (rate - full_rate_) / rate;
  }
  return sum;
}

double FiniteQueue::mean_wait() const { return mean_queue_ / (traffic_.arrival_rate * (1 - blocked_)); }

double FiniteQueue::mean_wait_answered() const {
  double sum = 0, rate = full_rate_, wait = 0;
  for (const double found : found_) {
    rate += theta_;
    wait += 1 / rate;
    sum += found * full_rate_ / rate * wait;
  }
  return sum / (1 - abandoned());
}

template <class Weight>
double FiniteQueue::beyond(double time, double last_phase, Weight weight) const {
  // Of the beta law, and as theta goes to 0 the gamma law, by the recursion in the number of phases, which
  // only adds; in logarithms, since the first terms may be too small for a double.
  const double spread = theta_ > 0 ? -std::expm1(-theta_ * time) / theta_ : time;
  double log_term = -last_phase * time, longer = 0, sum = 0;
  for (std::size_t j = 0; j < found_.size(); ++j) {
    const auto phases = static_cast<double>(j);
    longer += std::exp(log_term);
    sum += found_[j] * weight(phases + 1) * longer;
    log_term += std::log(spread * (last_phase + phases * theta_) / (phases + 1));
  }
  return sum;
}

double FiniteQueue::waits_at_most(double time) const {
  return 1 - std::exp(-theta_ * time) * beyond(time, full_rate_, [](double) { return 1.0; });
}

double FiniteQueue::answered_within(double time) const {
  const auto patient = [this](double phases) { return full_rate_ / (full_rate_ + phases * theta_); };
  return 1 - abandoned() - beyond(time, full_rate_ + theta_, patient);
}

}  // namespace thirdring
