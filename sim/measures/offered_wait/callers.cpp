#include "sim/measures/offered_wait/callers.hpp"

#include <array>

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
  open_ = calendar_.periods[0].open;
  last_time_ = 0;
}

const std::vector<Caller>& Callers::next_block() {
  std::array<Seconds, block_size> times;
  std::array<std::uint32_t, block_size> sources;
  block_.clear();
  while (block_.empty()) {
    const std::size_t n = sources_.advance(block_size, times.data(), sources.data());
    if (n == 0) break;
    last_time_ = times[n - 1];
    for (std::size_t i = 0; i < n; ++i) add(times[i], sources[i]);
  }
  for (Caller& caller : block_) caller.talk = talk_.draw(caller.seed) * talk_factor_;
  if (!wrap_up_.law.is_zero())
    for (Caller& caller : block_) caller.wrap_up = wrap_up_.draw(caller.seed);
  return block_;
}

inline void Callers::add(Seconds now, std::uint32_t source) {
  if (now >= period_until_) [[unlikely]] {
    while (now >= period_until_) period_until_ = calendar_.end_of(++period_);
    open_ = calendar_.periods[period_].open;
  }
  // Who calls after close finds nobody and does not count.
  if (!open_) return;
  const std::uint32_t together = sources_.batch(source);
  block_.push_back({now, sources_.call_seed(source), together, 0, 0});
  for (std::uint32_t n = 1; n < together; ++n) block_.push_back({now, sources_.call_seed(source), 0, 0, 0});
}

}  // namespace thirdring
