// The free agents of a group, in the order in which they get the next call.
#pragma once
#include <cstdint>
#include <vector>

#include "sim/model/model.hpp"

namespace thirdring {

/// A set of agents, of whom one is next: the one who has been in it for longest (O(1) throughout), or the one
/// with the smallest key, at equal keys the first agent (a binary heap: O(log n) to enter and to leave).
class IdleAgents {
 public:
  enum class Order : std::uint8_t { arrival, key };

  /// `first`, `count`: the agents who can be in it.
  IdleAgents(Order order, AgentId first, std::uint32_t count);

  std::uint32_t size() const { return size_; }
  /// Who is next; there is somebody.
  AgentId front() const { return order_ == Order::arrival ? links_[0].next + before_ : heap_[0].agent; }
  void insert(AgentId agent, double key) {
    ++size_;
    if (order_ == Order::arrival)
      append(agent - before_);
    else
      insert_by_key(agent, key);
  }
  void remove(AgentId agent) {
    --size_;
    if (order_ == Order::arrival)
      unlink(agent - before_);
    else
      remove_by_key(agent);
  }
  void clear();

 private:
  struct Entry {
    double key;
    AgentId agent;
    bool operator<(const Entry& other) const {
      return key < other.key || (key == other.key && agent < other.agent);
    }
  };
  struct Link {
    std::uint32_t next, previous;
  };

  void append(std::uint32_t place) {
    const std::uint32_t last = links_[0].previous;
    links_[place].next = 0;
    links_[place].previous = last;
    links_[last].next = place;
    links_[0].previous = place;
  }
  void unlink(std::uint32_t place) {
    const std::uint32_t next = links_[place].next, previous = links_[place].previous;
    links_[next].previous = previous;
    links_[previous].next = next;
  }
  void insert_by_key(AgentId agent, double key);
  void remove_by_key(AgentId agent);
  void put(std::size_t at, Entry entry) {
    heap_[at] = entry;
    place_[entry.agent - before_] = static_cast<std::uint32_t>(at);
  }
  void rise(std::size_t at, Entry entry);
  void sink(std::size_t at, Entry entry);

  Order order_;
  AgentId before_;  // the first agent who can be in it, minus 1
  std::uint32_t size_ = 0;
  std::vector<Link> links_;  // by arrival: a circle through the head, which is place 0
  std::vector<Entry> heap_;
  std::vector<std::uint32_t> place_;  // in the heap
};

}  // namespace thirdring
