#include "sim/center/busyness.hpp"

#include <string>

namespace thirdring {

std::string_view busyness_name(const CallType& type) {
  return std::string_view(type.name).substr(0, type.name.find('.'));
}

DayFactors::DayFactors(const Model& model, std::uint64_t seed, std::uint64_t replication)
    : model_(model), seed_(seed), replication_(replication), common_(model.calendar.days.size(), 1.0) {
  if (!model.busyness) return;
  Stream stream(seed, "busyness", replication);
  for (double& factor : common_) factor = model.busyness->draw(stream);
}

std::vector<double> DayFactors::of(TypeId t) const {
  std::vector<double> factors = common_;
  const CallType& type = model_.call_types[t];
  if (const auto& own = type.arrivals.busyness) {
    std::string purpose = "busyness/";
    purpose += busyness_name(type);
    Stream stream(seed_, purpose, replication_);
    for (double& factor : factors) factor *= own->draw(stream);
  }
  return factors;
}

}  // namespace thirdring
