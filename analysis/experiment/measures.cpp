#include "analysis/experiment/measures.hpp"

#include <algorithm>
#include <array>

#include "analysis/experiment/measure_tables.hpp"

namespace thirdring {

Definitions::Definitions(const Model& model)
    : formula(model.measuring.formula),
      waits{model.threshold_index(model.measuring.acceptable_wait),
            model.threshold_index(model.measuring.short_abandon)},
      third_ring(model.threshold_index(model.measuring.rings * model.ringing.cycle)),
      lines(model.lines == none ? 0 : model.lines) {
  for (const Agreement& a : model.agreements) {
    const bool on_service_level =
        (a.statistic == Agreement::Statistic::answered_within &&
         a.threshold == model.measuring.acceptable_wait) ||
        (a.statistic == Agreement::Statistic::measure && a.measure == "service_level");
    if (!on_service_level || !a.at_least) continue;
    target = a.limit;
    break;
  }
}

std::string_view name_of(Unit unit) {
  static constexpr std::array<std::string_view, 8> names = {"share",  "seconds", "calls",    "number",
                                                            "agents", "hours",   "per_hour", "money"};
  return names[static_cast<std::size_t>(unit)];
}

const std::vector<Measure>& measures() {
  static const std::vector<Measure> table = [] {
    std::vector<Measure> all;
    for (const auto& part :
         {service_level_measures(), waiting_measures(), serving_measures(), staff_measures()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return table;
}

const Measure* find_measure(std::string_view name) {
  const auto found =
      std::find_if(measures().begin(), measures().end(), [&](const Measure& m) { return m.name == name; });
  return found == measures().end() ? nullptr : &*found;
}

std::vector<std::string> names_of_measures() {
  std::vector<std::string> names;
  for (const Measure& m : measures()) names.emplace_back(m.name);
  return names;
}

}  // namespace thirdring
