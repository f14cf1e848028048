#include "sim/measures/totals.hpp"

#include <algorithm>

namespace thirdring {

Layout::Layout(const Model& model)
    : groups_(model.groups.size()),
      periods_(model.calendar.periods.size()),
      thresholds_(model.thresholds.size()),
      cell_of_(model.call_types.size() * model.groups.size()) {
  for (TypeId t = 0; t < model.call_types.size(); ++t) {
    first_cell_.push_back(groups_of_cell_.size());
    groups_of_cell_.push_back(none);
    for (GroupId g = 0; g < groups_; ++g) {
      const auto& skills = model.groups[g].skills;
      if (std::none_of(skills.begin(), skills.end(), [t](const Skill& skill) { return skill.type == t; }))
        continue;
      cell_of_[t * groups_ + g] = groups_of_cell_.size();
      groups_of_cell_.push_back(g);
    }
  }
  first_cell_.push_back(groups_of_cell_.size());
}

Totals::Totals(const Model& model)
    : layout(model),
      rows_(layout.periods() * layout.cells() * layout.row()),
      agent_time_(layout.periods() * layout.groups() * agent_states),
      queue_time_(layout.periods() * layout.types()),
      lines_time_(layout.periods()),
      all_lines_busy_(layout.periods()),
      period_length_(layout.periods()),
      longest_wait_(layout.types()),
      happened_(model.situations.size()),
      counted_(model.counters.size() * layout.types()),
      ended_(model.ends.size() * layout.types()),
      revenue_(layout.types()),
      longest_queue_(layout.types()),
      waits_(layout.types()) {}

void Totals::clear() {
  for (auto* numbers : {&rows_, &agent_time_, &queue_time_, &lines_time_, &all_lines_busy_, &period_length_,
                        &longest_wait_, &happened_, &counted_, &ended_, &revenue_})
    std::fill(numbers->begin(), numbers->end(), 0.0);
  std::fill(longest_queue_.begin(), longest_queue_.end(), 0U);
  std::fill(waits_.begin(), waits_.end(), Histogram{});
}

}  // namespace thirdring
