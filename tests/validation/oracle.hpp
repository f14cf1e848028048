// What is known exactly, or was printed by others, and how a scenario of ours is asked the same.
#pragma once
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/experiment/recorder.hpp"

namespace thirdring::validation {

/// Sums over some observations of a model, from which numbers are formed as reports do.  Of periods only
/// those sums are kept that were asked for before the first observation: there can be very many.
class Values {
 public:
  Values(const Model& model, const Slots& slots);

  void add(const Record& record);
  void subtract(const Values& other);
  void add(const Values& other);

  /// A measure of the whole centre, or of the call type or group of this name.
  double operator()(const std::string& measure, const std::string& of = "") const;
  /// The same in one period, counted from 0.
  double in(PeriodId period, const std::string& measure, const std::string& of = "") const;
  /// Over all open periods behind the warm-up, without the time after the last close.
  double open(const std::string& measure, const std::string& of = "") const;

 private:
  Slot slot(const std::string& measure, const std::string& of) const;
  Pair of_period(PeriodId period, std::size_t slot) const;
  void add(const Values& other, double sign);

  const Model* model_;
  const Slots* slots_;
  std::vector<Pair> run_, periods_;
  mutable std::set<std::size_t> asked_;  // of periods_
  bool begun_ = false;
};

struct Check {
  std::string metric;
  double exact = 0;
  double error = 0;  ///< standard error of a printed number; 0: it is exact
  double slack = 0;  ///< by which it may be off because it was rounded
  std::function<double(const Values&)> value;
};

/// One scenario and what it is to show.
struct Variant {
  std::string name;  ///< what it differs in from the others; "" for the only one
  std::string yaml;
  std::vector<Check> checks;
};

struct Oracle {
  std::string id, model, source;
  std::vector<Variant> variants;
  std::vector<std::string> missing;  ///< what is not compared, and why
};

/// All models with exact answers in tests/oracles/oracles.json, or in another file of that form.
std::vector<Oracle> exact_oracles(const std::string& file);
/// All of tests/oracles/published.json.
std::vector<Oracle> published_oracles(const std::string& file);

}  // namespace thirdring::validation
