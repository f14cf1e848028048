// Distributions, named by mean and spread.
#pragma once
#include "sim/scenario/spec/field.hpp"

namespace thirdring {

enum class Law : std::uint8_t {
  constant,
  exponential,
  lognormal,
  gamma,
  weibull,
  uniform,
  triangular,
  normal,
  hyperexponential
};
template <>
inline constexpr auto words_of<Law> = std::to_array<Word<Law>>({{"constant", Law::constant},
                                                                {"exponential", Law::exponential},
                                                                {"lognormal", Law::lognormal},
                                                                {"gamma", Law::gamma},
                                                                {"weibull", Law::weibull},
                                                                {"uniform", Law::uniform},
                                                                {"triangular", Law::triangular},
                                                                {"normal", Law::normal},
                                                                {"hyperexponential", Law::hyperexponential}});

/// The keys a law needs beside its name.
inline std::vector<std::string_view> parameters_of(Law law) {
  switch (law) {
    case Law::constant:
    case Law::exponential:
      return {"mean"};
    case Law::weibull:
      return {"mean", "shape"};
    case Law::uniform:
      return {"low", "high"};
    case Law::triangular:
      return {"low", "mode", "high"};
    case Law::lognormal:
    case Law::gamma:
    case Law::normal:
    case Law::hyperexponential:
      return {"mean", "cv"};
  }
  return {};
}

template <class Value, class Constant>
struct PartSpec;

/// `Value`: what is drawn (durations or plain numbers); `Constant`: what may stand in place of the block.
template <class Value, class Constant>
struct DistributionSpec {
  static const std::string_view word, title;

  Field<Constant> constant;
  Field<Law> law;
  Field<Value> mean;
  Field<Number> cv, shape;
  Field<Value> low, mode, high;
  Field<Named<Value>> quantiles;
  Field<FileName> file;
  Field<List<PartSpec<Value, Constant>>> mixture;

  DistributionSpec() = default;
  DistributionSpec(Constant value) { constant = value, constant.state = Field<Constant>::State::given; }
};

template <class Value, class Constant>
struct PartSpec {
  static constexpr std::string_view word = "mixture part", title = "a part such as {chance: 80 %, of: 20 s}";
  Field<Share> chance;
  Field<DistributionSpec<Value, Constant>> of;
};

using TimeSpec = DistributionSpec<Duration, Duration>;
using PatienceSpec = DistributionSpec<Duration, DurationOrNever>;
using FactorSpec = DistributionSpec<Number, Number>;

template <>
inline constexpr std::string_view TimeSpec::word = "distribution of durations";
template <>
inline constexpr std::string_view TimeSpec::title =
    "a duration with a unit (s, min, h or days), such as 20 s, or a distribution such as {distribution: "
    "exponential, mean: 20 s}";
template <>
inline constexpr std::string_view PatienceSpec::word = "distribution of durations, or never";
template <>
inline constexpr std::string_view PatienceSpec::title =
    "a duration with a unit (s, min, h or days), never, or a distribution such as {distribution: "
    "exponential, mean: 20 s}";
template <>
inline constexpr std::string_view FactorSpec::word = "distribution of numbers";
template <>
inline constexpr std::string_view FactorSpec::title =
    "a number, or a distribution such as {distribution: gamma, mean: 1, cv: 0.1}";

template <class V, class Value, class Constant>
void describe(V& v, DistributionSpec<Value, Constant>& s) {
  v.instead(s.constant, "always this value");
  v.optional("distribution", s.law,
             "the law: what it needs beside it is the mean, and for lognormal, gamma, normal and "
             "hyperexponential the cv, for weibull the shape, for uniform low and high, for triangular low, "
             "mode and high");
  v.optional("mean", s.mean, "mean value");
  v.optional("cv", s.cv, "coefficient of variation: standard deviation over mean");
  v.optional("shape", s.shape, "shape of a Weibull distribution; 1 is exponential");
  v.optional("low", s.low, "smallest value");
  v.optional("mode", s.mode, "most frequent value");
  v.optional("high", s.high, "largest value");
  v.optional("quantiles", s.quantiles,
             "values by share: two of them for the lognormal distribution through them, or a table "
             "from 0 % to 100 %, linear in between");
  v.optional("file", s.file,
             "CSV file with one column of observed values, each equally likely; its header says the unit "
             "(seconds, minutes, hours) or, of plain numbers, value");
  v.optional("mixture", s.mixture, "one of several distributions, each with its chance");
  v.alternatives({"distribution", "quantiles", "file", "mixture"}, true);
}

template <class V, class Value, class Constant>
void describe(V& v, PartSpec<Value, Constant>& s) {
  v.required("chance", s.chance, "how often it is this one; the chances sum to 100 %");
  v.required("of", s.of, "the distribution");
}

}  // namespace thirdring
