#include "sim/measures/offered_wait/ledger.hpp"

#include <algorithm>

namespace thirdring {

Ledger::Ledger(const Model& model, Totals& totals)
    : calendar_(model.calendar),
      thresholds_(model.thresholds),
      cycle_(model.ringing.cycle),
      totals_(totals),
      waits_(totals.waits(0)),
      rows_(totals.row(totals.layout.cell(0, none), 0)),
      stride_(totals.layout.cells() * totals.layout.row()),
      lost_to_served_(static_cast<std::size_t>(totals.row(totals.layout.cell(0, 0), 0) - rows_)),
      time_(calendar_.periods.size()) {}

void Ledger::start() {
  totals_.clear();
  for (PeriodId p = 0; p < time_.size(); ++p) time_[p] = {.ends = calendar_.end_of(p)};
  longest_wait_ = 0;
}

void Ledger::complete(Seconds end, std::uint32_t longest_queue) {
  for (PeriodId p = 0; p < time_.size(); ++p) {
    double* const row = served(p);
    of(row, Count::legs) = of(row, Count::waited);
    of(row, Count::answered) += of(row, Count::waited);

    const Time& time = time_[p];
    totals_.agent_time(0, p, AgentState::talking) = time.talking;
    totals_.agent_time(0, p, AgentState::wrap_up) = time.wrapping_up;
    totals_.agent_time(0, p, AgentState::idle) = time.on_duty - time.talking - time.wrapping_up;
    totals_.queue_time(0, p) = time.waiting;
    totals_.period_length(p) = std::min(time.ends, end) - calendar_.periods[p].start;
  }
  totals_.longest_wait(0) = longest_wait_;
  totals_.longest_queue(0) = longest_queue;
  totals_.complete();
}

}  // namespace thirdring
