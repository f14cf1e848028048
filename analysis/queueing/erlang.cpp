#include "analysis/queueing/erlang.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/queueing/numerics.hpp"

namespace thirdring {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

void check_rate(double rate, const char* what) {
  if (!(rate > 0) || std::isinf(rate)) throw std::invalid_argument(what);
}

const Traffic& checked(const Traffic& traffic) {
  check_rate(traffic.arrival_rate, "the arrival rate must be positive");
  check_rate(traffic.service_rate, "the service rate must be positive");
  return traffic;
}

/// gamma_p(shape, x) over its derivative in x, for x < shape, where both may be too small for a double.
double gamma_p_over_derivative(double shape, double x) {
  double term = x / shape, sum = term;
  for (double k = shape + 1; term > sum * 1e-17; ++k) sum += term *= x / k;
  return sum;
}

/// gamma_p; Boost fails where it is too small for a double.
double gamma_p(double shape, double x) {
  if (shape * std::log(x) - boost::math::lgamma(shape + 1) < -700) return 0;
  return boost::math::gamma_p(shape, x);
}

}  // namespace

// The classical recursion, which only adds and multiplies positive numbers.
double inverse_erlang_b(double offered_load, std::uint32_t agents) {
  check_rate(offered_load, "the offered load must be positive");
  double inverse = 1;
  for (std::uint32_t n = 1; n <= agents; ++n) inverse = 1 + inverse * n / offered_load;
  return inverse;
}

double erlang_b(double offered_load, std::uint32_t agents) {
  return 1 / inverse_erlang_b(offered_load, agents);
}

ErlangC::ErlangC(const Traffic& traffic) : traffic_(checked(traffic)) {
  const double rho = occupancy();
  const double b = erlang_b(traffic_.offered_load(), traffic_.agents);
  wait_ = rho < 1 ? b / (1 - rho * (1 - b)) : 1;
}

double ErlangC::occupancy() const {
  if (traffic_.agents == 0) return 1;
  return std::fmin(1, traffic_.offered_load() / traffic_.agents);
}

double ErlangC::mean_wait() const {
  const double spare = traffic_.agents * traffic_.service_rate - traffic_.arrival_rate;
  return spare > 0 ? wait_ / spare : infinite;
}

double ErlangC::mean_queue() const { return traffic_.arrival_rate * mean_wait(); }

double ErlangC::answered_within(double time) const {
  const double spare = traffic_.agents * traffic_.service_rate - traffic_.arrival_rate;
  return spare > 0 ? 1 - wait_ * std::exp(-spare * time) : 0;
}

ErlangA::ErlangA(const Traffic& traffic, double abandonment_rate)
    : traffic_(checked(traffic)), theta_(abandonment_rate) {
  check_rate(theta_, "the abandonment rate must be positive");
  if (traffic_.agents == 0) throw std::invalid_argument("there must be an agent");
  shape_ = traffic_.agents * traffic_.service_rate / theta_;
  start_ = traffic_.arrival_rate / theta_;

  const double inverse_b = inverse_erlang_b(traffic_.offered_load(), traffic_.agents - 1);
  light_ = start_ < shape_;
  norm_ = inverse_b * (light_ ? 1 : boost::math::gamma_p_derivative(shape_, start_)) + later(0, 0);
  wait_ = later(0, 0) / norm_;
  abandoned_ = std::fmax(0, (later(0, 0) - later(1, 0)) / norm_);
}

double ErlangA::later(int patient, double time) const {
  if (theta_ * time > 500) return 0;  // nobody is so patient
  const double left = std::exp(-theta_ * time), shape = shape_ + patient;
  if (!light_) return gamma_p(shape, start_ * left) * (patient ? shape_ / start_ : 1);
  const double fall = std::exp(-start_ * std::expm1(-theta_ * time) - (shape_ - 1) * theta_ * time);
  return fall * (patient ? left : 1) * gamma_p_over_derivative(shape, start_ * left);
}

double ErlangA::mean_wait_answered() const {
  // Their share times their mean wait is the integral of the share of those who wait longer.
  const auto answered_later = [this](double time) { return later(1, time) / norm_; };
  return integral_to_infinity(answered_later, 1 / (shape_ * theta_)) / (1 - abandoned_);
}

double ErlangA::occupancy() const { return traffic_.offered_load() * (1 - abandoned_) / traffic_.agents; }

double ErlangA::waits_at_most(double time) const {
  const double left = std::exp(-theta_ * time);
  return 1 - left * later(0, time) / norm_;
}

double ErlangA::answered_within(double time) const {
  // All who get an agent, but for those whose offered wait is longer and who are patient enough.
  return 1 - abandoned_ - later(1, time) / norm_;
}

}  // namespace thirdring
