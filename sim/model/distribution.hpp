// Non-negative random durations (and factors), named by mean and spread.
#pragma once
#include <bit>
#include <memory>
#include <vector>

#include "sim/kernel/draws.hpp"
#include "sim/model/units.hpp"

namespace thirdring {

/// A value type: copy it freely.  Every distribution is on [0, infinity); `cv` is the coefficient of
/// variation (standard deviation / mean).  Arguments out of range throw std::invalid_argument with a plain
/// sentence.
class Distribution {
 public:
  enum class Kind : std::uint8_t {
    constant,
    exponential,
    lognormal,
    gamma,
    weibull,
    uniform,
    triangular,
    normal,
    hyperexponential,
    table,
    mixture
  };
  struct Part;

  /// Always 0.
  Distribution() = default;

  static Distribution constant(double value);  ///< `never` is allowed: an infinite patience
  static Distribution exponential(double mean);
  static Distribution lognormal(double mean, double cv);
  static Distribution gamma(double mean, double cv);       ///< Erlang-k is gamma with cv = 1 / sqrt(k)
  static Distribution weibull(double mean, double shape);  ///< shape >= 0.02
  static Distribution uniform(double low, double high);
  static Distribution triangular(double low, double mode, double high);
  /// Normal(mean, sd = cv * mean) given that it is not negative; `mean` is that of the normal law before
  /// cutting.
  static Distribution normal(double mean, double cv);
  /// Two exponential phases with balanced means, cv >= 1.
  static Distribution hyperexponential(double mean, double cv);
  /// Lognormal through two quantiles: P(X <= x1) = p1, P(X <= x2) = p2, with p1 < p2 and x1 < x2.
  static Distribution lognormal_through(double p1, double x1, double p2, double x2);
  /// Observed values, each equally likely.
  static Distribution table(std::vector<double> values);
  /// Inverse distribution function, linear between the points (p, x): p from 0 to 1, both ascending.
  static Distribution quantiles(std::vector<double> p, std::vector<double> x);
  /// One of the parts with its chance; the chances sum to 1 (within 1e-9).
  static Distribution mixture(std::vector<Part> parts);

  [[gnu::always_inline]] double draw(Stream& stream) const {
    if (kind_ == Kind::exponential) return a_ * unit_exponential(stream);
    return kind_ == Kind::constant ? a_ : draw_random(stream);
  }

  /// Of `factor` times what this one draws: the mean and every quantile times the factor, `never` stays.  A
  /// stream gives both the same draw, times the factor.  `factor` > 0 and finite.
  Distribution times(double factor) const;

  Kind kind() const noexcept { return kind_; }
  double mean() const;
  double variance() const;
  bool is_constant() const noexcept { return kind_ == Kind::constant; }
  double value() const noexcept { return a_; }  ///< of a constant
  bool is_zero() const noexcept { return kind_ == Kind::constant && std::bit_cast<std::uint64_t>(a_) == 0; }
  bool is_never() const noexcept { return kind_ == Kind::constant && a_ == never; }

 private:
  struct Table;
  Distribution(Kind kind, double a, double b = 0, double c = 0) : kind_(kind), a_(a), b_(b), c_(c) {}
  [[gnu::noinline]] double draw_random(Stream& stream) const;

  Kind kind_ = Kind::constant;
  double a_ = 0, b_ = 0, c_ = 0;  // what they mean depends on the kind; see the factory of each
  std::shared_ptr<const Table> table_;
};

struct Distribution::Part {
  double chance;
  Distribution value;
};

}  // namespace thirdring
