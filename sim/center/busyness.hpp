// How busy days are.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring {

/// The factors of one replication on the rates, day by day.  A pure function of (model, seed, replication).
class DayFactors {
 public:
  DayFactors(const Model& model, std::uint64_t seed, std::uint64_t replication);

  /// What all types have in common; 1 where the model says nothing.
  const std::vector<double>& common() const { return common_; }
  /// On the rate of a type: the common factor times its own.
  std::vector<double> of(TypeId type) const;

 private:
  const Model& model_;
  std::uint64_t seed_, replication_;
  std::vector<double> common_;
};

/// What provinces share has its days in common: the name of a part goes on behind a dot.
std::string_view busyness_name(const CallType& type);

}  // namespace thirdring
