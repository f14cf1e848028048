// What agents are good at.
#pragma once
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring {

/// Which agents of a group have which proficiency: always the same ones, spread so evenly over their numbers
/// that of the first n agents each level has its share, rounded.
class Abilities {
 public:
  explicit Abilities(const Model& model);

  /// Whether some differ from most.
  bool any() const { return any_; }
  /// Whether some learn.
  bool learn() const { return learn_; }
  /// A day begins at a moment of the run.
  void day_begins(Seconds now);
  /// Null for an agent like most.
  const Proficiency* of(AgentId agent) const { return any_ ? by_agent_[agent] : nullptr; }

 private:
  bool any_ = false;  // not all are alike
  bool learn_ = false;
  std::vector<Proficiency> levels_;  // of all groups, as of today
  std::vector<const Proficiency*> by_agent_;
};

}  // namespace thirdring
