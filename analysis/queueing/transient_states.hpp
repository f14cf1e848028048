// The states of a queue whose number of agents changes, and how they follow each other.
#pragma once
#include <cstdint>

#include "analysis/queueing/transient.hpp"
#include "analysis/queueing/uniformise.hpp"

namespace thirdring {

/// While `agents` are there: how many are busy, up to `excess` of those who should have left included, and
/// how many calls wait, up to `places`.  Nobody waits while an agent is free.
struct TransientStates {
  std::uint32_t agents = 0, excess = 0, places = 0;

  bool operator==(const TransientStates&) const = default;
  std::uint32_t most_busy() const { return agents + excess; }
  Eigen::Index size() const { return index(most_busy(), places) + 1; }
  Eigen::Index index(std::uint32_t busy, std::uint32_t waiting) const {
    return busy < agents ? busy : agents + Eigen::Index{busy - agents} * (Eigen::Index{places} + 1) + waiting;
  }
  /// Runs `visit(busy, waiting)` on all.
  template <class Visit>
  void each(Visit visit) const {
    for (std::uint32_t busy = 0; busy < agents; ++busy) visit(busy, 0U);
    for (std::uint32_t busy = agents; busy <= most_busy(); ++busy)
      for (std::uint32_t waiting = 0; waiting <= places; ++waiting) visit(busy, waiting);
  }
};

/// Of probabilities, forwards.  Who finds all places taken is lost.
Generator day_generator(const TransientStates& states, double arrival_rate, const TransientRates& rates);
/// Probabilities when the agents of `to` take over from those of `from`.
Eigen::VectorXd hand_on(const TransientStates& from, const TransientStates& to,
                        const Eigen::VectorXd& chance);

/// A call that waits, by the state in which it found the queue; what it is worth is its chance to be answered
/// in time.  One state more, the last, is `answered`; it is worth 1.
Eigen::Index waiting_states(const TransientStates& states);
Generator waiting_generator(const TransientStates& states, const TransientRates& rates);
/// The worth just before the agents of `to` take over, from that just after.
Eigen::VectorXd hand_back(const TransientStates& from, const TransientStates& to,
                          const Eigen::VectorXd& worth);

}  // namespace thirdring
