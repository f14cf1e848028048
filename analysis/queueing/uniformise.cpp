#include "analysis/queueing/uniformise.hpp"

#include <algorithm>
#include <cmath>

namespace thirdring {

void Generator::add(Eigen::Index from, Eigen::Index to, double rate) {
  if (!(rate > 0)) return;
  leaving_[from] += rate;
  if (direction_ == Direction::forwards) std::swap(from, to);
  entries_.emplace_back(from, to, rate);
}

void Generator::finish() {
  rate_ = states_ > 0 ? leaving_.maxCoeff() : 0;
  for (Eigen::Index i = 0; i < states_; ++i) entries_.emplace_back(i, i, rate_ - leaving_[i]);
  step_.resize(states_, states_);
  step_.setFromTriplets(entries_.begin(), entries_.end());
  if (rate_ > 0) step_ /= rate_;
  entries_.clear();
}

Eigen::VectorXd Generator::after(double time, Eigen::VectorXd vector, Eigen::VectorXd* integral) const {
  if (!(rate_ > 0)) {
    if (integral) *integral += time * vector;
    return vector;
  }
  // In parts short enough that the first Poisson weight does not vanish.
  const double parts = std::ceil(std::fmax(1, rate_ * time / 400)), mean = rate_ * time / parts;
  for (double part = 0; part < parts; ++part) {
    double weight = std::exp(-mean), left = 1;
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(states_);
    for (double k = 0;; ++k) {
      sum += weight * vector;
      left = std::fmax(0, left - weight);
      if (integral) *integral += left / rate_ * vector;
      if (k > mean && weight < 1e-18) break;
      weight *= mean / (k + 1);
      vector = step_ * vector;
    }
    vector = std::move(sum);
  }
  return vector;
}

}  // namespace thirdring
