#include "sim/center/idle_agents.hpp"

namespace thirdring {

IdleAgents::IdleAgents(Order order, AgentId first, std::uint32_t count) : order_(order), before_(first - 1) {
  if (order == Order::arrival)
    links_.resize(count + 1);
  else
    place_.resize(count + 1);
  clear();
}

void IdleAgents::clear() {
  size_ = 0;
  heap_.clear();
  if (order_ == Order::key) return;
  links_[0] = {0, 0};
}

void IdleAgents::insert_by_key(AgentId agent, double key) {
  heap_.push_back({key, agent});
  rise(heap_.size() - 1, {key, agent});
}

void IdleAgents::remove_by_key(AgentId agent) {
  const std::size_t hole = place_[agent - before_];
  const Entry last = heap_.back();
  heap_.pop_back();
  if (last.agent == agent) return;
  if (hole > 0 && last < heap_[(hole - 1) / 2])
    rise(hole, last);
  else
    sink(hole, last);
}

void IdleAgents::rise(std::size_t at, Entry entry) {
  for (; at > 0 && entry < heap_[(at - 1) / 2]; at = (at - 1) / 2) put(at, heap_[(at - 1) / 2]);
  put(at, entry);
}

void IdleAgents::sink(std::size_t at, Entry entry) {
  for (std::size_t child = 2 * at + 1; child < heap_.size(); child = 2 * at + 1) {
    if (child + 1 < heap_.size() && heap_[child + 1] < heap_[child]) ++child;
    if (!(heap_[child] < entry)) break;
    put(at, heap_[child]);
    at = child;
  }
  put(at, entry);
}

}  // namespace thirdring
