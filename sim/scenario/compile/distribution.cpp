#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "sim/scenario/compile/compile.hpp"
#include "sim/scenario/visit.hpp"

namespace thirdring {
namespace {

// Times add up without overflow, and a second beside one is not lost.  What takes longer never comes.
constexpr double most_mean = 1e12;

double number(const Duration& d) { return d.seconds; }
double number(const DurationOrNever& d) { return d.seconds; }
double number(const Number& n) { return n.value; }

template <class V, class C>
struct Maker {
  Compile& c;
  const DistributionSpec<V, C>& spec;
  const Where& at;
  std::string given;  // the parameters, for messages
  bool fine = true;

  // What a law needs must be there, and nothing else.
  template <class T>
  void parameter(const char* key, const Field<T>& field) {
    if (field.wrong()) fine = false;
    if (field.given()) given += fmt::format("{}{}: {}", given.empty() ? "" : ", ", key, write_scalar(*field));
    const auto needed = parameters_of(*spec.law);
    const bool needs = std::find(needed.begin(), needed.end(), key) != needed.end();
    if (field.state == Field<T>::State::absent && needs) {
      c.problem(field.at, fmt::format("a {} with {}", key, write_scalar(*spec.law)), "none");
      fine = false;
    } else if (field.given() && !needs) {
      c.problem(field.at, fmt::format("only {} with {}", fmt::join(needed, " and "), write_scalar(*spec.law)),
                key);
      fine = false;
    }
  }

  // A sentence of the model's on parameters out of range becomes a problem here.
  template <class Make>
  Distribution guarded(Make make) {
    if (!fine) return {};
    try {
      const Distribution made = make();
      if (!(made.mean() <= most_mean) && !made.is_never())
        throw std::invalid_argument("a distribution has a mean of at most 1e12");
      return made;
    } catch (const std::invalid_argument& e) {
      c.problem(at, fmt::format("other values ({})", e.what()), given);
      return {};
    }
  }

  Distribution by_law() {
    parameter("mean", spec.mean);
    parameter("cv", spec.cv);
    parameter("shape", spec.shape);
    parameter("low", spec.low);
    parameter("mode", spec.mode);
    parameter("high", spec.high);
    const double mean = number(*spec.mean), cv = spec.cv->value, low = number(*spec.low),
                 high = number(*spec.high);
    return guarded([&] {
      switch (*spec.law) {
        case Law::constant:
          return Distribution::constant(mean);
        case Law::exponential:
          return Distribution::exponential(mean);
        case Law::lognormal:
          return Distribution::lognormal(mean, cv);
        case Law::gamma:
          return Distribution::gamma(mean, cv);
        case Law::weibull:
          return Distribution::weibull(mean, spec.shape->value);
        case Law::uniform:
          return Distribution::uniform(low, high);
        case Law::triangular:
          return Distribution::triangular(low, number(*spec.mode), high);
        case Law::normal:
          return Distribution::normal(mean, cv);
        case Law::hyperexponential:
          return Distribution::hyperexponential(mean, cv);
      }
      return Distribution();
    });
  }

  // Beside quantiles, a file or a mixture there is nothing to say.
  template <class T>
  void nothing_else(const char* key, const Field<T>& field) {
    if (!field.given()) return;
    c.problem(field.at, "this key only with a distribution by name", key);
    fine = false;
  }
  void no_parameters() {
    nothing_else("mean", spec.mean);
    nothing_else("cv", spec.cv);
    nothing_else("shape", spec.shape);
    nothing_else("low", spec.low);
    nothing_else("mode", spec.mode);
    nothing_else("high", spec.high);
  }

  Distribution by_quantiles() {
    std::vector<std::pair<double, double>> points;
    for (const auto& [name_at, name, value] : spec.quantiles->entries) {
      Share share;
      if (!Leaf<Share>::read(name, share)) {
        c.problem(name_at, std::string(Leaf<Share>::expected), in_quotes(name));
        fine = false;
      }
      points.emplace_back(share.value, number(*value));
      given += fmt::format("{}{}: {}", given.empty() ? "" : ", ", name, write_scalar(*value));
    }
    std::sort(points.begin(), points.end());
    std::vector<double> p, x;
    for (const auto& [share, value] : points) p.push_back(share), x.push_back(value);
    return guarded([&] {
      if (std::adjacent_find(p.begin(), p.end()) != p.end())
        throw std::invalid_argument("each share is there once");
      if (p.size() == 2 && p[0] > 0 && p[1] < 1)
        return Distribution::lognormal_through(p[0], x[0], p[1], x[1]);
      return Distribution::quantiles(p, x);
    });
  }

  Distribution by_file() {
    const bool times = std::is_same_v<V, Duration>;
    const auto table = c.files.table(
        spec.file, times ? std::vector<std::vector<std::string>>{{"seconds"}, {"minutes"}, {"hours"}}
                         : std::vector<std::vector<std::string>>{{"value"}});
    if (!table) return {};
    const std::string& unit = table->header[0];
    const double factor = unit == "minutes" ? 60 : unit == "hours" ? 3600 : 1;
    std::vector<double> values;
    for (const Table::Row& row : table->rows) {
      const auto value = read_decimal(row.cells[0]);
      if (!value)
        c.problem(table->at(row, spec.file.at), "a number that is not negative", in_quotes(row.cells[0]));
      values.push_back(value.value_or(0) * factor);
    }
    return guarded([&] { return Distribution::table(std::move(values)); });
  }

  Distribution by_mixture() {
    std::vector<Distribution::Part> parts;
    for (const auto& part : *spec.mixture) {
      if (part->chance.wrong() || part->of.wrong()) fine = false;
      if (!given.empty()) given += ", ";
      given += write_scalar(*part->chance);
      parts.push_back({part->chance->value, c.distribution(part->of)});
      if (parts.back().value.is_never()) {
        c.problem(part->of.at, "a duration in a mixture", "never");
        fine = false;
      }
    }
    return guarded([&] { return Distribution::mixture(std::move(parts)); });
  }
};

}  // namespace

template <class V, class C>
Distribution Compile::distribution(const Field<DistributionSpec<V, C>>& field) {
  if (field.wrong() || (!field.given() && !field.has_default)) return {};
  const DistributionSpec<V, C>& spec_of = *field;
  if (spec_of.constant.given()) {
    const double value = number(*spec_of.constant);
    if (value > most_mean && value != never)
      problem(field.at, "a value of at most 1e12", fmt::format("{:.3g}", value));
    return Distribution::constant(value);
  }
  Maker<V, C> maker{*this, spec_of, field.at, {}};
  if (spec_of.law.given()) return maker.by_law();
  maker.no_parameters();
  if (spec_of.quantiles.given()) return maker.by_quantiles();
  return spec_of.file.given() ? maker.by_file() : maker.by_mixture();
}

template Distribution Compile::distribution(const Field<TimeSpec>&);
template Distribution Compile::distribution(const Field<PatienceSpec>&);
template Distribution Compile::distribution(const Field<FactorSpec>&);

}  // namespace thirdring
