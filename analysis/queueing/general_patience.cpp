#include "analysis/queueing/general_patience.hpp"

#include <algorithm>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cmath>
#include <stdexcept>

namespace thirdring {
namespace {

/// From `from` to `to`, cut where the function is not smooth.
template <class Function>
double integral(Function f, double from, double to, const std::vector<double>& cuts) {
  double sum = 0;
  const auto add = [&](double end) {
    sum += boost::math::quadrature::gauss_kronrod<double, 31>::integrate(f, from, end, 8, 1e-10);
    from = end;
  };
  for (auto cut = std::upper_bound(cuts.begin(), cuts.end(), from); cut != cuts.end() && *cut < to; ++cut)
    add(*cut);
  add(to);
  return sum;
}

}  // namespace

double GeneralPatienceQueue::log_density(double time) const {
  return traffic_.arrival_rate * patience_.mean_up_to(time) - answering_ * time - log_peak_;
}

template <class Value>
double GeneralPatienceQueue::beyond(double from, Value value) const {
  const auto weighted = [&](double time) { return std::exp(log_density(time)) * value(time); };
  const double middle = std::max(from, peak_), step = 1 / answering_;
  double sum = 0;
  // Beyond the peak the density falls at least exponentially, before it likewise the other way.
  double left = middle, right = middle;
  for (double width = step; right <= middle || log_density(right) > -50; right += width, width *= 2)
    sum += integral(weighted, right, right + width, patience_.jumps);
  for (double width = step; left > from && log_density(left) > -50; width *= 2) {
    const double next = std::max(from, left - width);
    sum += integral(weighted, next, left, patience_.jumps);
    left = next;
  }
  return traffic_.arrival_rate * sum / norm_;
}

GeneralPatienceQueue::GeneralPatienceQueue(const Traffic& traffic, Patience patience)
    : traffic_(traffic), patience_(std::move(patience)), answering_(traffic.agents * traffic.service_rate) {
  if (traffic.agents == 0) throw std::invalid_argument("there must be an agent");
  const double inverse_b = inverse_erlang_b(traffic.offered_load(), traffic.agents - 1);
  if (!std::isfinite(answering_) || !std::isfinite(traffic.arrival_rate) || !(traffic.service_rate > 0))
    throw std::invalid_argument("the rates must be positive");

  const auto rises = [&](double time) {
    return traffic_.arrival_rate * patience_.survival(time) > answering_;
  };
  if (rises(0)) {
    double low = 0, high = 1 / traffic_.service_rate;
    while (rises(high)) low = high, high *= 2;
    while (high - low > 1e-12 * high) (rises((low + high) / 2) ? low : high) = (low + high) / 2;
    peak_ = high;
    log_peak_ = log_density(peak_);
  }
  const auto one = [](double) { return 1.0; };
  const auto stays = [this](double time) { return patience_.survival(time); };
  norm_ = inverse_b * std::exp(-log_peak_) + beyond(0, one);
  wait_ = beyond(0, one);
  abandoned_ = beyond(0, [&](double time) { return 1 - stays(time); });
  mean_wait_ = beyond(0, [this](double time) { return patience_.mean_up_to(time); });
  mean_wait_answered_ = beyond(0, [&](double time) { return time * stays(time); }) / (1 - abandoned_);
}

double GeneralPatienceQueue::occupancy() const {
  return traffic_.offered_load() * (1 - abandoned_) / traffic_.agents;
}

double GeneralPatienceQueue::waits_at_most(double time) const {
  return 1 - patience_.survival(time) * beyond(time, [](double) { return 1.0; });
}

double GeneralPatienceQueue::answered_within(double time) const {
  return 1 - abandoned_ - beyond(time, [this](double at) { return patience_.survival(at); });
}

}  // namespace thirdring
