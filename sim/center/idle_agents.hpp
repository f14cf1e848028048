// The free agents of a group, in the order in which they get the next call.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring {

/// A set of agents from which the one with the smallest key comes first; equal keys by agent.  A binary heap
/// that knows where everybody is: O(log n) to enter and to leave, O(1) to look.
class IdleAgents {
 public:
  /// `first`, `count`: the agents who can be in it.
  IdleAgents(AgentId first, std::uint32_t count) : first_(first), place_(count, none) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(heap_.size()); }
  AgentId front() const { return heap_.front().agent; }
  void insert(AgentId agent, double key);
  void remove(AgentId agent);
  void clear();

 private:
  struct Entry {
    double key;
    AgentId agent;
    bool operator<(const Entry& other) const {
      return key < other.key || (key == other.key && agent < other.agent);
    }
  };
  void put(std::size_t at, Entry entry) {
    heap_[at] = entry;
    place_[entry.agent - first_] = static_cast<std::uint32_t>(at);
  }
  void rise(std::size_t at, Entry entry);
  void sink(std::size_t at, Entry entry);

  AgentId first_;
  std::vector<Entry> heap_;
  std::vector<std::uint32_t> place_;  // in the heap, `none` if not idle
};

}  // namespace thirdring
