// What can be read from a run: one table of all measures.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/experiment/service_level.hpp"

namespace thirdring {

/// What a scenario decides about the meaning of its measures.
struct Definitions {
  explicit Definitions(const Model& model);

  ServiceLevelFormula formula;
  Waits waits;
  std::size_t third_ring;        ///< position of rings x cycle among the thresholds
  double lines;                  ///< 0: not limited
  std::optional<double> target;  ///< service level that the first agreement on it asks for
};

enum class Unit : std::uint8_t { share, seconds, calls, number, agents, hours, per_hour, money };
std::string_view name_of(Unit unit);

struct Measure {
  /// How a replication's pair is found.
  enum class Kind : std::uint8_t {
    fraction,       ///< formula over the sums of the whole run
    daily_mean,     ///< sum of the formula's daily values / days that have one
    days_met,       ///< days on which the formula's value reached Definitions::target / days that have one
    wait_quantile,  ///< from the histogram of all replications together; no pair
    longest_wait,
    longest_queue,
    penalties
  };
  using Formula = Pair (*)(const Sums&, const Definitions&);
  /// Whom it can be told of.
  enum Scopes : std::uint8_t { all = 1, type = 2, group = 4 };

  std::string_view name;
  Unit unit;
  std::uint8_t scopes;
  bool per_period;
  std::string_view meaning;  ///< one sentence, with the formula
  Formula formula = nullptr;
  Kind kind = Kind::fraction;
  double p = 0;  ///< of the quantile
};

/// The table, in the order of reports.
const std::vector<Measure>& measures();
/// Null when there is no such measure.
const Measure* find_measure(std::string_view name);
std::vector<std::string> names_of_measures();
/// What the measure can be told of, in words: "the whole centre, call types; also by period".
std::string scopes_in_words(const Measure& measure);
/// docs/measures.md: every measure with its unit, scopes and meaning.
std::string measure_reference();

}  // namespace thirdring
