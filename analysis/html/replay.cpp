#include "analysis/html/replay.hpp"

#include <algorithm>
#include <array>

namespace thirdring {
namespace {

constexpr Seconds after_close = 3600;

class Watch final : public Observer {
 public:
  Watch(const Model& model, Replay& replay)
      : model_(model),
        replay_(replay),
        waiting_(model.call_types.size()),
        agents_(model.groups.size() * agent_states),
        end_(replay.start + replay.step * static_cast<double>(replay.moments)),
        next_(replay.start) {}

  void agent_changes(GroupId g, AgentId, AgentState from, AgentState to, Seconds now) override {
    advance(now);
    std::uint32_t& before = agents_[g * agent_states + static_cast<std::size_t>(from)];
    if (before > 0) --before;  // those who are off at the beginning were never counted
    ++agents_[g * agent_states + static_cast<std::size_t>(to)];
  }
  void queue_changes(TypeId type, std::uint32_t, std::uint32_t after, Seconds now) override {
    advance(now);
    waiting_[type] = after;
  }
  void leg_ends(const Call& call) override {
    const bool there = call.asked < end_ && std::min(call.ended, end_) >= replay_.start;
    if (there && model_.call_types[call.type].on_the_phone())
      replay_.legs.push_back({call.type, call.group, call.asked, call.answered, call.ended, call.outcome});
  }
  void run_ends(Seconds) override { advance(end_); }

 private:
  /// What is true just before `now` is what the moments up to it saw.
  void advance(Seconds now) {
    for (; next_ < std::min(now, end_) && seen_ < replay_.moments; ++seen_) {
      replay_.waiting.insert(replay_.waiting.end(), waiting_.begin(), waiting_.end());
      replay_.agents.insert(replay_.agents.end(), agents_.begin(), agents_.end());
      next_ = replay_.start + replay_.step * static_cast<double>(seen_ + 1);
    }
  }

  const Model& model_;
  Replay& replay_;
  std::vector<std::uint32_t> waiting_, agents_;
  Seconds end_, next_;
  std::size_t seen_ = 0;
};

}  // namespace

std::uint32_t worst_day(const Model& model, const Gathered& gathered, const GatheredDay& day) {
  std::vector<double> missed(model.calendar.days.size());
  for (std::size_t c = 0; c < gathered.columns.size(); ++c)
    missed[model.calendar.periods[gathered.columns[c].periods.front()].day] +=
        day.centre[c].in_time.under - day.centre[c].in_time.over;
  return static_cast<std::uint32_t>(std::max_element(missed.begin(), missed.end()) - missed.begin());
}

Replay replay(const Model& model, std::uint64_t seed, std::uint64_t replication, std::uint32_t day) {
  Replay replay;
  replay.replication = replication;
  replay.start = model.calendar.days[day].opens;
  const Seconds length = model.calendar.days[day].closes + after_close - replay.start;
  const std::size_t rows = model.call_types.size() + model.groups.size() * agent_states;
  constexpr std::array<Seconds, 8> steps = {15, 30, 60, 120, 300, 600, 1800, 3600};
  for (const Seconds step : steps) {
    replay.step = step;
    replay.moments = static_cast<std::size_t>(length / step);
    if (replay.moments * rows <= most_moment_numbers) break;
  }
  Watch watch(model, replay);
  Simulator(model, Engine::events).run(seed, replication, &watch);

  auto& legs = replay.legs;
  replay.all_legs = legs.size();
  const std::size_t every = (legs.size() + most_replay_legs - 1) / most_replay_legs;
  if (every > 1) {
    for (std::size_t i = 0; i * every < legs.size(); ++i) legs[i] = legs[i * every];
    legs.resize((legs.size() + every - 1) / every);
  }
  return replay;
}

}  // namespace thirdring
