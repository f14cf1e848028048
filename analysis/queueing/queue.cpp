#include "analysis/queueing/queue.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/queueing/numerics.hpp"

namespace thirdring {
namespace {

double checked_share(double share) {
  if (!(share >= 0 && share < 1))
    throw std::invalid_argument("a quantile is that of a share from 0 up to, but not, 1");
  return share;
}

/// A time to begin the search with.
double usual(double mean) { return mean > 0 && std::isfinite(mean) ? mean : 1; }

}  // namespace

double Queue::abandoned_within(double time) const {
  return std::fmax(0, waits_at_most(time) - answered_within(time));
}

double Queue::mean_wait_abandoned() const {
  const double gone = abandoned();
  if (!(gone > 0)) return std::numeric_limits<double>::quiet_NaN();
  return std::fmax(0, (mean_wait() - (1 - gone) * mean_wait_answered()) / gone);
}

double Queue::wait_quantile(double share) const {
  return time_of_share([this](double time) { return waits_at_most(time); }, checked_share(share),
                       usual(mean_wait()));
}

double Queue::answered_wait_quantile(double share) const {
  return time_of_share([this](double time) { return answered_within(time); },
                       checked_share(share) * (1 - abandoned()), usual(mean_wait_answered()));
}

CallShares Queue::shares(double acceptable_wait, double short_abandon) const {
  const double let_in = 1 - blocked();
  return {let_in * (1 - abandoned()),
          let_in * abandoned(),
          blocked(),
          let_in * std::fmax(0, answered_within(acceptable_wait)),
          let_in * abandoned_within(acceptable_wait),
          let_in * abandoned_within(short_abandon)};
}

}  // namespace thirdring
