// What conversations leave behind: situations, counters and ends by name, and revenue.
#pragma once
#include <string>
#include <vector>

#include "analysis/experiment/measures.hpp"
#include "sim/measures/totals.hpp"

namespace thirdring {

/// Something that a scenario names, told per day and for each answered call of the types that can have it; of
/// the whole centre and of these types.
struct Spoken {
  enum class Kind : std::uint8_t { situation, counter, end, revenue };
  Kind kind;
  std::string name;  ///< in reports: situation.courier.silent_call, counter.NAME, end.NAME, revenue
  std::vector<TypeId> types;
  std::vector<std::uint32_t> ids;  ///< for each of the types: of the situation (counter, end)

  /// How often it was, or how much, in calls of one of the types, in a stretch.
  double amount(const Totals& totals, std::size_t type, std::uint32_t stretch) const;
  /// Of the number for each call: share, or per_call where it can be more than one.
  std::string_view per_call_name() const;
  Unit unit(bool per_day) const;
};

/// All of a model, in the order of the scenario.
std::vector<Spoken> spoken_in(const Model& model);

/// The same for `explain` and the reference: `*` stands for the name.
struct SpokenMeasure {
  std::string_view name;
  Unit unit;
  std::string_view meaning;
};
const std::vector<SpokenMeasure>& spoken_measures();
/// What is told of outages and power cuts, likewise; of the whole centre.
const std::vector<SpokenMeasure>& outage_measures();

}  // namespace thirdring
