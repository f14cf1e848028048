#include "sim/measures/offered_wait/callers.hpp"

namespace thirdring {
namespace {

constexpr std::size_t block_size = 256;

}  // namespace

Callers::Callers(const Model& model)
    : calendar_(model.calendar),
      talk_{model.call_types[0].talk, Draw::talk},
      wrap_up_{model.call_types[0].wrap_up, Draw::wrap_up},
      talk_factor_(model.groups[0].skills[0].talk_factor),
      sources_(model) {}

void Callers::start(std::uint64_t seed, std::uint64_t replication) {
  sources_.start(seed, replication);
  period_ = 0;
  period_until_ = calendar_.end_of(0);
  last_time_ = 0;
}

const std::vector<Caller>& Callers::next_block() {
  block_.clear();
  for (Seconds now; block_.size() < block_size && (now = sources_.next_time()) < never; sources_.advance()) {
    last_time_ = now;
    while (now >= period_until_) period_until_ = calendar_.end_of(++period_);
    // Who calls after close finds nobody and does not count.
    if (!calendar_.periods[period_].open) continue;
    const std::uint32_t source = sources_.next_source(), together = sources_.batch(source);
    for (std::uint32_t n = 0; n < together; ++n)
      block_.push_back({now, sources_.call_seed(source), n == 0 ? together : 0, 0, 0});
  }
  for (Caller& caller : block_) caller.talk = talk_.draw(caller.seed) * talk_factor_;
  for (Caller& caller : block_) caller.wrap_up = wrap_up_.draw(caller.seed);
  return block_;
}

}  // namespace thirdring
