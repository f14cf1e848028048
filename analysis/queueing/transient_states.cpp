#include "analysis/queueing/transient_states.hpp"

#include <algorithm>

namespace thirdring {
namespace {

/// Where a call stands that has so many ahead of it in the queue.
Eigen::Index place(const TransientStates& states, std::uint32_t busy, std::uint32_t ahead) {
  return Eigen::Index{busy - states.agents} * states.places + ahead;
}

template <class Visit>
void each_place(const TransientStates& states, Visit visit) {
  for (std::uint32_t busy = states.agents; busy <= states.most_busy(); ++busy)
    for (std::uint32_t ahead = 0; ahead < states.places; ++ahead) visit(busy, ahead);
}

}  // namespace

Generator day_generator(const TransientStates& states, double arrival_rate, const TransientRates& rates) {
  Generator generator(states.size(), Generator::Direction::forwards);
  states.each([&](std::uint32_t busy, std::uint32_t waiting) {
    const Eigen::Index here = states.index(busy, waiting);
    const auto go = [&](std::uint32_t to_busy, std::uint32_t to_waiting, double rate) {
      generator.add(here, states.index(to_busy, to_waiting), rate);
    };
    if (busy < states.agents)
      go(busy + 1, 0, arrival_rate);
    else if (waiting < states.places)
      go(busy, waiting + 1, arrival_rate);
    const double ending = busy * rates.service_rate;
    if (busy == states.agents && waiting > 0)
      go(busy, waiting - 1, ending);
    else if (busy > 0)
      go(busy - 1, waiting, ending);
    if (waiting > 0) go(busy, waiting - 1, waiting * rates.abandonment_rate);
  });
  generator.finish();
  return generator;
}

Eigen::VectorXd hand_on(const TransientStates& from, const TransientStates& to,
                        const Eigen::VectorXd& chance) {
  Eigen::VectorXd result = Eigen::VectorXd::Zero(to.size());
  from.each([&](std::uint32_t busy, std::uint32_t waiting) {
    const std::uint32_t taken = to.agents > busy ? std::min(waiting, to.agents - busy) : 0;
    result[to.index(busy + taken, waiting - taken)] += chance[from.index(busy, waiting)];
  });
  return result;
}

Eigen::Index waiting_states(const TransientStates& states) {
  return (Eigen::Index{states.excess} + 1) * states.places + 1;
}

Generator waiting_generator(const TransientStates& states, const TransientRates& rates) {
  const Eigen::Index answered = waiting_states(states) - 1;
  Generator generator(answered + 1, Generator::Direction::backwards);
  each_place(states, [&](std::uint32_t busy, std::uint32_t ahead) {
    const Eigen::Index here = place(states, busy, ahead);
    const double ending = busy * rates.service_rate;
    if (busy > states.agents)
      generator.add(here, place(states, busy - 1, ahead), ending);
    else
      generator.add(here, ahead > 0 ? here - 1 : answered, ending);
    if (ahead > 0) generator.add(here, here - 1, ahead * rates.abandonment_rate);
    generator.add_loss(here, rates.abandonment_rate);
  });
  generator.finish();
  return generator;
}

Eigen::VectorXd hand_back(const TransientStates& from, const TransientStates& to,
                          const Eigen::VectorXd& worth) {
  Eigen::VectorXd result(waiting_states(from));
  each_place(from, [&](std::uint32_t busy, std::uint32_t ahead) {
    const std::uint32_t free = to.agents > busy ? to.agents - busy : 0;
    result[place(from, busy, ahead)] = ahead < free ? 1 : worth[place(to, busy + free, ahead - free)];
  });
  result[result.size() - 1] = 1;
  return result;
}

}  // namespace thirdring
