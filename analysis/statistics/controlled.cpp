#include "analysis/statistics/controlled.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace thirdring {
namespace {

// A denominator known worse than this, one standard error over its mean, bears no regression.
constexpr double hardly_known = 0.25;
// What is left of a variance by rounding alone.
constexpr double rounding = 1e-12;

}  // namespace

ControlSums::ControlSums(std::size_t ratios, std::size_t controls)
    : controls_(controls),
      mean_(controls),
      around_(controls),
      products_(controls * controls),
      cross_(2 * ratios * controls) {}

void ControlSums::begin(std::span<const double> controls) {
  ++n_;
  std::vector<double> before(controls_);
  for (std::size_t k = 0; k < controls_; ++k) {
    before[k] = controls[k] - mean_[k];
    mean_[k] += before[k] / static_cast<double>(n_);
    around_[k] = controls[k] - mean_[k];
  }
  for (std::size_t k = 0; k < controls_; ++k)
    for (std::size_t j = 0; j < controls_; ++j) products_[k * controls_ + j] += before[k] * around_[j];
}

void ControlSums::add(std::size_t ratio, const BivariateMoments& before, double over, double under) {
  double* const to = cross_.data() + 2 * ratio * controls_;
  const double of_over = over - before.mean(0), of_under = under - before.mean(1);
  for (std::size_t k = 0; k < controls_; ++k) {
    to[k] += of_over * around_[k];
    to[controls_ + k] += of_under * around_[k];
  }
}

Controlled ControlSums::interval(std::size_t ratio, const BivariateMoments& moments,
                                 double confidence) const {
  using Vector = Eigen::VectorXd;
  const Controlled plain{ratio_interval(moments, confidence), 1};
  if (controls_ == 0 || n_ < enough || !(moments.mean(1) > 0)) return plain;
  const auto q = static_cast<Eigen::Index>(controls_);
  const double n = static_cast<double>(n_);
  const double known = std::sqrt(moments.variance(1) / n) / moments.mean(1);
  if (known > hardly_known) return plain;

  const Eigen::MatrixXd products = Eigen::Map<const Eigen::MatrixXd>(products_.data(), q, q) / (n - 1);
  const Vector spread = products.diagonal().cwiseSqrt();
  if (!(spread.minCoeff() > 0)) return plain;
  const Vector scale = spread.cwiseInverse();
  // Of correlations, so that units do not matter.
  const Eigen::LLT<Eigen::MatrixXd> solver(scale.asDiagonal() * products * scale.asDiagonal());
  if (solver.info() != Eigen::Success || solver.rcond() < rounding) return plain;

  const double* const from = cross_.data() + 2 * ratio * controls_;
  const auto scaled = [&](const double* x) {
    return Vector(scale.cwiseProduct(Eigen::Map<const Vector>(x, q)) / (n - 1));
  };
  const Vector with_over = scaled(from), with_under = scaled(from + controls_);
  const Vector off = scale.cwiseProduct(Eigen::Map<const Vector>(mean_.data(), q));
  const Vector weights = solver.solve(off);
  const double over = moments.mean(0) - with_over.dot(weights);
  const double under = moments.mean(1) - with_under.dot(weights);
  const auto variance_around = [&](double r) {
    return std::max(0.0,
                    moments.variance(0) - 2 * r * moments.covariance(0, 1) + r * r * moments.variance(1));
  };
  const double spread_before = variance_around(moments.mean(0) / moments.mean(1));
  if (!(over > 0) || !(under > 0) || !(spread_before > 0)) return plain;

  const double r = over / under;
  const Vector together = with_over - r * with_under;
  const double all = variance_around(r), freedom = n - 1 - static_cast<double>(controls_);
  double left = (all - together.dot(solver.solve(together))) * (n - 1) / freedom;
  if (left < rounding * all) left = 0;
  const double variance = left * (1 / n + off.dot(weights) / (n - 1)) / (under * under);
  const double before = spread_before / n / (moments.mean(1) * moments.mean(1));
  const double t = student_t(confidence, static_cast<std::uint64_t>(freedom));
  return {Estimate::around(r, t * std::sqrt(variance), n_), before / variance};
}

}  // namespace thirdring
