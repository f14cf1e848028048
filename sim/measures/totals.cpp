#include "sim/measures/totals.hpp"

#include <algorithm>
#include <numeric>

namespace thirdring {

Layout::Layout(const Model& model)
    : groups_(model.groups.size()),
      periods_(model.calendar.periods.size()),
      thresholds_(model.thresholds.size()),
      stretches_(model.calendar.stretches + model.calendar.has_warm_up()),
      row_(counts + 4 * thresholds_),
      cell_of_(model.call_types.size() * model.groups.size()) {
  for (TypeId t = 0; t < model.call_types.size(); ++t) {
    first_cell_.push_back(cells_);
    ++cells_;
    for (GroupId g = 0; g < groups_; ++g) {
      const auto& skills = model.groups[g].skills;
      if (std::none_of(skills.begin(), skills.end(), [t](const Skill& skill) { return skill.type == t; }))
        continue;
      cell_of_[t * groups_ + g] = cells_++;
    }
  }
  first_cell_.push_back(cells_);
  for (const Calendar::Period& period : model.calendar.periods) stretch_.push_back(period.stretch);
}

Totals::Totals(const Model& model)
    : layout(model),
      rows_(layout.periods() * layout.cells() * layout.row()),
      agent_time_(layout.periods() * layout.groups() * agent_states),
      queue_time_(layout.periods() * layout.types()),
      lines_time_(layout.periods()),
      all_lines_busy_(layout.periods()),
      period_length_(layout.periods()),
      longest_wait_(layout.types() * layout.stretches()),
      happened_(model.situations.size() * layout.stretches()),
      counted_(model.counters.size() * longest_wait_.size()),
      ended_(model.ends.size() * longest_wait_.size()),
      revenue_(longest_wait_.size()),
      outages_((model.outages.size() + model.areas.size()) * layout.stretches()),
      time_down_(outages_.size()),
      longest_queue_(longest_wait_.size()),
      waits_(longest_wait_.size()) {}

void Totals::clear() {
  for (auto* numbers : {&rows_, &agent_time_, &queue_time_, &lines_time_, &all_lines_busy_, &period_length_,
                        &longest_wait_, &happened_, &counted_, &ended_, &revenue_, &outages_, &time_down_})
    std::fill(numbers->begin(), numbers->end(), 0.0);
  std::fill(longest_queue_.begin(), longest_queue_.end(), 0U);
  std::fill(waits_.begin(), waits_.end(), Histogram{});
  cases_.clear();
}

void Totals::complete() {
  for (PeriodId p = 0; p < layout.periods(); ++p)
    for (TypeId t = 0; t < layout.types(); ++t)
      for (std::size_t cell = layout.first_cell(t); cell < layout.end_cell(t); ++cell) {
        double* const numbers = row(cell, p);
        waits_[at(t, layout.stretch(p))].add_none(complete(numbers));
      }
}

std::uint32_t Totals::complete(double* row) const {
  using enum Count;
  static constexpr std::array ends{busy,         queue_full, balked,      abandoned, answered, to_callback,
                                   disconnected, unfinished, not_reached, withdrawn, outage};
  const auto at = [row](Count c) -> double& { return row[static_cast<std::size_t>(c)]; };
  const double at_once = at(answered) - at(legs);
  at(rings) += at_once;
  if (layout.thresholds() > 0)
    row[counts + static_cast<std::size_t>(Within::answered) * layout.thresholds()] += at_once;
  for (std::size_t w = 0; w < 4; ++w) {
    double* const within = row + counts + w * layout.thresholds();
    std::partial_sum(within, within + layout.thresholds(), within);
  }
  at(wait_all) += at(wait_answered) + at(wait_abandoned);
  at(legs) = 0;
  for (const Count end : ends) at(legs) += at(end);
  return static_cast<std::uint32_t>(at_once);
}

}  // namespace thirdring
