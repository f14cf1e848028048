// A centre with one call type and one group, in parts that a test can change.
#pragma once
#include <fmt/format.h>

#include <string>

#include "tests/support/run.hpp"

namespace thirdring::test {

/// A centre of one type and one group; each part can be said anew.
struct Parts {
  std::string time = "{start: 2026-03-02 08:00, length: 2 h, period: 30 min}";
  std::string arrivals = "{rate: 60/h}";
  std::string type =
      "talk: {distribution: exponential, mean: 5 min}, patience: {distribution: exponential, mean: 2 min}";
  std::string group = "staffing: [4, 6, 5, 3]";
  std::string more;
  std::string yaml() const {
    return fmt::format(
        "time: {}\ncall_types: {{calls: {{arrivals: {}, {}}}}}\nagent_groups: {{agents: {{skills: [calls], "
        "{}}}}}\n{}",
        time, arrivals, type, group, more);
  }
  Model model() const { return model_of(yaml()); }
};

}  // namespace thirdring::test
