#include "sim/center/abilities.hpp"

#include <algorithm>

namespace thirdring {

Abilities::Abilities(const Model& model) {
  any_ = !model.proficiencies.empty();
  if (!any_) return;
  for (const AgentGroup& group : model.groups)
    levels_.insert(levels_.end(), group.proficiencies.begin(), group.proficiencies.end());
  for (const Proficiency& level : levels_) learn_ |= level.learning.has_value();
  const Proficiency* first = levels_.data();
  for (const AgentGroup& group : model.groups) {
    // What each level still misses of its share, the last being those of no level.
    std::vector<double> shares, missing(group.proficiencies.size() + 1);
    double rest = 1;
    for (const Proficiency& level : group.proficiencies) shares.push_back(level.share), rest -= level.share;
    shares.push_back(std::max(0.0, rest));
    for (std::uint32_t i = 0; i < group.size(); i += group.at_once) {
      for (std::size_t k = 0; k < shares.size(); ++k) missing[k] += shares[k];
      const auto most =
          static_cast<std::size_t>(std::max_element(missing.begin(), missing.end()) - missing.begin());
      missing[most] -= 1;
      by_agent_.insert(by_agent_.end(), group.at_once,
                       most < group.proficiencies.size() ? first + most : nullptr);
    }
    first += group.proficiencies.size();
  }
}

void Abilities::day_begins(Seconds now) {
  for (Proficiency& level : levels_)
    if (level.learning) level.talk_factor = level.learning->talk_factor(now);
}

}  // namespace thirdring
