#include "sim/model/distribution.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <stdexcept>

#include "sim/kernel/draws.hpp"

namespace thirdring {
namespace {

void require(bool holds, const char* sentence) {
  if (!holds) throw std::invalid_argument(sentence);
}

// False also when there is a NaN, which std::is_sorted overlooks.
bool ascends(const std::vector<double>& values) {
  return std::adjacent_find(values.begin(), values.end(), [](double a, double b) { return !(a <= b); }) ==
         values.end();
}

// Marsaglia and Tsang (2000), "A simple method for generating gamma variables".  Boost 1.74 takes five
// to six times as long for shapes above 1 (see docs/performance.md).
double unit_gamma(double shape, Stream& stream) {
  if (shape < 1) {
    const double u = 1 - stream.uniform();
    return unit_gamma(shape + 1, stream) * std::pow(u, 1 / shape);
  }
  const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = unit_normal(stream), t = 1 + c * x;
    if (t <= 0) continue;
    const double v = t * t * t, u = 1 - stream.uniform();
    if (u < 1 - 0.0331 * x * x * x * x || std::log(u) < 0.5 * x * x + d * (1 - v + std::log(v))) return d * v;
  }
}

const boost::math::normal standard_normal;

}  // namespace

struct Distribution::Table {
  std::vector<double> p;  // for quantiles; empty when the values are equally likely
  std::vector<double> x;
  std::vector<Part> parts;
};

Distribution Distribution::constant(double value) {
  require(value >= 0, "a constant is not negative");
  return {Kind::constant, value};
}

Distribution Distribution::exponential(double mean) {
  require(mean > 0 && std::isfinite(mean), "an exponential distribution has a mean above 0");
  return {Kind::exponential, mean};
}

Distribution Distribution::lognormal(double mean, double cv) {
  require(mean > 0 && cv > 0 && std::isfinite(mean) && std::isfinite(cv),
          "a lognormal distribution has a mean and a cv above 0");
  const double variance_of_log = std::log1p(cv * cv);
  return {Kind::lognormal, std::log(mean) - variance_of_log / 2, std::sqrt(variance_of_log)};
}

Distribution Distribution::gamma(double mean, double cv) {
  require(mean > 0 && cv > 0 && std::isfinite(mean) && std::isfinite(cv),
          "a gamma distribution has a mean and a cv above 0");
  const double shape = 1 / (cv * cv);
  return {Kind::gamma, shape, mean / shape};
}

Distribution Distribution::weibull(double mean, double shape) {
  require(mean > 0 && shape >= 0.02 && std::isfinite(mean) && std::isfinite(shape),
          "a Weibull distribution has a mean above 0 and a shape of at least 0.02");
  return {Kind::weibull, 1 / shape, mean / std::tgamma(1 + 1 / shape)};
}

Distribution Distribution::uniform(double low, double high) {
  require(low >= 0 && low <= high && std::isfinite(high), "a uniform distribution has 0 <= low <= high");
  return {Kind::uniform, low, high};
}

Distribution Distribution::triangular(double low, double mode, double high) {
  require(low >= 0 && low <= mode && mode <= high && low < high && std::isfinite(high),
          "a triangular distribution has 0 <= low <= mode <= high and low < high");
  return {Kind::triangular, low, mode, high};
}

Distribution Distribution::normal(double mean, double cv) {
  require(mean > 0 && cv > 0 && std::isfinite(mean) && cv <= 10,
          "a normal distribution has a mean above 0 and a cv in (0, 10]");
  return {Kind::normal, mean, mean * cv};
}

Distribution Distribution::hyperexponential(double mean, double cv) {
  require(mean > 0 && cv >= 1 && std::isfinite(mean) && std::isfinite(cv),
          "a hyperexponential distribution has a mean above 0 and a cv of at least 1");
  require(cv <= 1e6, "a hyperexponential distribution has a cv of at most 1,000,000");
  const double scv = cv * cv, p = (1 + std::sqrt((scv - 1) / (scv + 1))) / 2;
  return {Kind::hyperexponential, p, mean / (2 * p), mean / (2 * (1 - p))};
}

Distribution Distribution::lognormal_through(double p1, double x1, double p2, double x2) {
  require(0 < p1 && p1 < p2 && p2 < 1 && 0 < x1 && x1 < x2 && std::isfinite(x2),
          "two quantiles have ascending shares between 0 and 100 % and ascending positive values");
  const double z1 = quantile(standard_normal, p1), z2 = quantile(standard_normal, p2);
  const double sigma = (std::log(x2) - std::log(x1)) / (z2 - z1);
  return {Kind::lognormal, std::log(x1) - sigma * z1, sigma};
}

Distribution Distribution::table(std::vector<double> values) {
  require(!values.empty(), "a table of values has at least one");
  require(std::all_of(values.begin(), values.end(), [](double x) { return x >= 0 && std::isfinite(x); }),
          "values are finite and not negative");
  Distribution result(Kind::table, 0);
  result.table_ = std::make_shared<const Table>(Table{{}, std::move(values), {}});
  return result;
}

Distribution Distribution::quantiles(std::vector<double> p, std::vector<double> x) {
  require(p.size() == x.size() && p.size() >= 2 && p.front() == 0 && p.back() == 1,
          "quantiles run from 0 % to 100 %");
  require(ascends(p) && ascends(x) && x.front() >= 0 && std::isfinite(x.back()),
          "quantiles ascend and are not negative");
  Distribution result(Kind::table, 0);
  result.table_ = std::make_shared<const Table>(Table{std::move(p), std::move(x), {}});
  return result;
}

Distribution Distribution::mixture(std::vector<Part> parts) {
  double sum = 0;
  for (const Part& part : parts) {
    require(part.chance >= 0, "the chances of a mixture are not negative");
    sum += part.chance;
  }
  require(!parts.empty() && std::abs(sum - 1) < 1e-9, "the chances of a mixture sum to 100 %");
  Distribution result(Kind::mixture, 0);
  result.table_ = std::make_shared<const Table>(Table{{}, {}, std::move(parts)});
  return result;
}

double Distribution::draw_random(Stream& stream) const {
  switch (kind_) {
    case Kind::constant:
      return a_;
    case Kind::exponential:
      return a_ * unit_exponential(stream);
    case Kind::lognormal:
      return std::exp(a_ + b_ * unit_normal(stream));
    case Kind::gamma:
      return b_ * unit_gamma(a_, stream);
    case Kind::weibull:
      return b_ * std::pow(unit_exponential(stream), a_);
    case Kind::uniform:
      return a_ + (b_ - a_) * stream.uniform();
    case Kind::triangular: {
      const double u = stream.uniform(), split = (b_ - a_) / (c_ - a_);
      return u < split ? a_ + std::sqrt(u * (c_ - a_) * (b_ - a_))
                       : c_ - std::sqrt((1 - u) * (c_ - a_) * (c_ - b_));
    }
    case Kind::normal:
      for (;;) {
        const double x = a_ + b_ * unit_normal(stream);
        if (x >= 0) return x;
      }
    case Kind::hyperexponential:
      return (stream.uniform() < a_ ? b_ : c_) * unit_exponential(stream);
    case Kind::table: {
      const auto& [p, x, parts] = *table_;
      const double u = stream.uniform();
      if (p.empty()) return x[static_cast<std::size_t>(u * static_cast<double>(x.size()))];
      const auto i = static_cast<std::size_t>(std::upper_bound(p.begin(), p.end() - 1, u) - p.begin());
      return x[i - 1] + (x[i] - x[i - 1]) * (u - p[i - 1]) / (p[i] - p[i - 1]);
    }
    case Kind::mixture: {
      double u = stream.uniform();
      for (const Part& part : table_->parts)
        if ((u -= part.chance) < 0) return part.value.draw(stream);
      return table_->parts.back().value.draw(stream);
    }
  }
  return 0;
}

Distribution Distribution::times(double factor) const {
  require(factor > 0 && std::isfinite(factor), "a factor on a distribution is above 0");
  Distribution result = *this;
  if (table_) {
    Table table = *table_;
    for (double& x : table.x) x *= factor;
    for (Part& part : table.parts) part.value = part.value.times(factor);
    result.table_ = std::make_shared<const Table>(std::move(table));
  } else if (kind_ == Kind::lognormal) {
    result.a_ += std::log(factor);
  } else {
    const bool a_is_no_time =
        kind_ == Kind::gamma || kind_ == Kind::weibull || kind_ == Kind::hyperexponential;
    if (!a_is_no_time) result.a_ *= factor;
    result.b_ *= factor;
    result.c_ *= factor;
  }
  return result;
}

double Distribution::mean() const {
  switch (kind_) {
    case Kind::constant:
    case Kind::exponential:
      return a_;
    case Kind::lognormal:
      return std::exp(a_ + b_ * b_ / 2);
    case Kind::gamma:
      return a_ * b_;
    case Kind::weibull:
      return b_ * std::tgamma(1 + a_);
    case Kind::uniform:
      return (a_ + b_) / 2;
    case Kind::triangular:
      return (a_ + b_ + c_) / 3;
    case Kind::normal: {
      const double cut = -a_ / b_;
      return a_ + b_ * pdf(standard_normal, cut) / cdf(complement(standard_normal, cut));
    }
    case Kind::hyperexponential:
      return a_ * b_ + (1 - a_) * c_;
    case Kind::table: {
      const auto& [p, x, parts] = *table_;
      double sum = 0;
      if (p.empty()) {
        for (const double value : x) sum += value / static_cast<double>(x.size());
      } else {
        for (std::size_t i = 1; i < p.size(); ++i) sum += (p[i] - p[i - 1]) * (x[i] + x[i - 1]) / 2;
      }
      return sum;
    }
    case Kind::mixture: {
      double sum = 0;
      for (const Part& part : table_->parts)
        if (part.chance > 0) sum += part.chance * part.value.mean();
      return sum;
    }
  }
  return 0;
}

double Distribution::variance() const {
  const double m = mean();
  switch (kind_) {
    case Kind::constant:
      return 0;
    case Kind::exponential:
      return a_ * a_;
    case Kind::lognormal:
      return m * m * std::expm1(b_ * b_);
    case Kind::gamma:
      return a_ * b_ * b_;
    case Kind::weibull:
      return b_ * b_ * std::tgamma(1 + 2 * a_) - m * m;
    case Kind::uniform:
      return (b_ - a_) * (b_ - a_) / 12;
    case Kind::triangular:
      return (a_ * a_ + b_ * b_ + c_ * c_ - a_ * b_ - a_ * c_ - b_ * c_) / 18;
    case Kind::normal: {
      const double cut = -a_ / b_;
      const double hazard = pdf(standard_normal, cut) / cdf(complement(standard_normal, cut));
      return b_ * b_ * (1 + cut * hazard - hazard * hazard);
    }
    case Kind::hyperexponential:
      return 2 * (a_ * b_ * b_ + (1 - a_) * c_ * c_) - m * m;
    case Kind::table: {
      const auto& [p, x, parts] = *table_;
      double sum = 0;
      if (p.empty()) {
        for (const double value : x) sum += value * value / static_cast<double>(x.size());
      } else {
        for (std::size_t i = 1; i < p.size(); ++i)
          sum += (p[i] - p[i - 1]) * (x[i] * x[i] + x[i] * x[i - 1] + x[i - 1] * x[i - 1]) / 3;
      }
      return sum - m * m;
    }
    case Kind::mixture: {
      double sum = 0;
      for (const Part& part : table_->parts) {
        if (part.chance <= 0) continue;
        const double part_mean = part.value.mean();
        sum += part.chance * (part.value.variance() + part_mean * part_mean);
      }
      return sum - m * m;
    }
  }
  return 0;
}

}  // namespace thirdring
