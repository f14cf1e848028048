// The yardstick: how fast an M/M/n+M queue (Erlang A, first come first served) can be simulated by programs
// that can do nothing else.
#pragma once
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include "sim/kernel/ziggurat.hpp"

namespace thirdring::limit {

/// Times in minutes.  As it stands: the workload EA100.
struct ErlangA {
  double arrivals = 100;  ///< per minute
  double mean_service = 1, mean_patience = 0.5;
  std::uint32_t agents = 100;
  double acceptable_wait = 1.0 / 3;
};

struct Counts {
  std::uint64_t arrived = 0, served = 0, abandoned = 0;
  std::uint64_t in_time = 0;   ///< answered within the acceptable wait
  double waits_of_served = 0;  ///< sum
};

class Exponential {
 public:
  explicit Exponential(std::uint64_t seed) : stream_(seed) {}
  double operator()(double mean) { return mean * exponential_ziggurat.draw(stream_); }

 private:
  Stream stream_;
};

/// Timers 0 to n - 1, each set or not, in a calendar of linked nodes of 16 bytes.  It is laid out for a rate
/// that is known; a timer that is set for a later lap waits at the end of its slot.
class Timers {
 public:
  /// `rate`: timers that run out per minute; `span`: how far ahead most of them are set.
  Timers(std::size_t n, double rate, double span)
      : slots_per_minute_(rate / 0.75),
        mask_(std::max<std::size_t>(64, std::bit_ceil(static_cast<std::size_t>(span * slots_per_minute_))) -
              1),
        nodes_(mask_ + 1 + n, Node{-std::numeric_limits<double>::infinity(), 0, 0}),
        occupied_((mask_ + 1) / 64) {
    for (std::uint32_t head = 0; head <= mask_; ++head) nodes_[head].next = nodes_[head].prev = head;
  }

  void set(std::uint32_t timer, double time) {
    const std::size_t bucket = static_cast<std::size_t>(slot_of(time)) & mask_;
    const auto id = static_cast<std::uint32_t>(mask_ + 1 + timer);
    std::uint32_t prev = nodes_[bucket].prev;
    while (nodes_[prev].time > time) prev = nodes_[prev].prev;
    const std::uint32_t next = nodes_[prev].next;
    nodes_[id] = {time, next, prev};
    nodes_[prev].next = nodes_[next].prev = id;
    occupied_[bucket / 64] |= std::uint64_t{1} << bucket % 64;
  }
  void cancel(std::uint32_t timer) {
    const auto [time, next, prev] = nodes_[mask_ + 1 + timer];
    const std::size_t bucket = static_cast<std::size_t>(slot_of(time)) & mask_;
    nodes_[prev].next = next;
    nodes_[next].prev = prev;
    occupied_[bucket / 64] &= ~(std::uint64_t{next == prev} << bucket % 64);
  }
  double time_of(std::uint32_t timer) const { return nodes_[mask_ + 1 + timer].time; }

  static constexpr std::uint32_t nobody = ~0U;
  /// The timer that runs out first, at `now` or later; `nobody` when none is set.
  std::uint32_t first(double now) const {
    const std::int64_t slot = slot_of(now);
    const std::size_t start = static_cast<std::size_t>(slot) & mask_;
    if (const std::uint64_t rest = occupied_[start / 64] >> start % 64) [[likely]] {
      const int ahead = std::countr_zero(rest);
      const std::uint32_t id = nodes_[start + static_cast<unsigned>(ahead)].next;
      if (slot_of(nodes_[id].time) == slot + ahead) [[likely]]
        return static_cast<std::uint32_t>(id - mask_ - 1);
    }
    return search(slot);
  }

 private:
  struct Node {
    double time;
    std::uint32_t next, prev;
  };
  std::int64_t slot_of(double time) const { return static_cast<std::int64_t>(time * slots_per_minute_); }

  [[gnu::noinline]] std::uint32_t search(std::int64_t slot) const {
    double earliest = std::numeric_limits<double>::infinity();
    std::size_t found = nobody;
    const std::size_t start = static_cast<std::size_t>(slot) & mask_, words = occupied_.size();
    for (std::size_t i = 0; i <= words; ++i) {  // the first word twice: its later, then its earlier buckets
      const std::size_t word = (start / 64 + i) % words;
      std::uint64_t bits = occupied_[word];
      if (i == 0) bits &= ~std::uint64_t{0} << start % 64;
      for (; bits; bits &= bits - 1) {
        const std::size_t bucket = word * 64 + static_cast<unsigned>(std::countr_zero(bits));
        const std::uint32_t id = nodes_[bucket].next;
        const auto this_lap = slot + static_cast<std::int64_t>((bucket - start) & mask_);
        if (nodes_[id].time < earliest) {
          earliest = nodes_[id].time;
          found = id - mask_ - 1;
        }
        if (slot_of(nodes_[id].time) == this_lap) return static_cast<std::uint32_t>(found);
      }
    }
    return static_cast<std::uint32_t>(found);
  }

  double slots_per_minute_;
  std::size_t mask_;  // buckets - 1
  std::vector<Node> nodes_;
  std::vector<std::uint64_t> occupied_;
};

/// The limit: every arrival, departure and abandonment is an event at its time.  The next arrival is kept
/// apart; a waiting call is a place in a ring, with a timer of its own.  Runs until all of `calls` have left.
inline Counts event_driven(const ErlangA& system, std::uint64_t calls, std::uint64_t seed) {
  Exponential draw(seed);
  const std::uint32_t places = std::bit_ceil(64 + 16 * system.agents);
  Timers timers(system.agents + places, system.arrivals, 3 * system.mean_service);
  const std::uint32_t first_place = system.agents;  // its timer
  std::vector<double> arrived(places);              // negative: has hung up
  std::uint32_t head = 0, tail = 0;                 // of the queue, not yet taken modulo the places
  std::vector<std::uint32_t> idle;
  for (std::uint32_t agent = 0; agent < system.agents; ++agent) idle.push_back(agent);

  const double mean_gap = 1 / system.arrivals;
  Counts counts;
  double next_arrival = draw(mean_gap);
  std::uint32_t first = Timers::nobody;
  double first_time = std::numeric_limits<double>::infinity();
  const auto set = [&](std::uint32_t timer, double time) {
    timers.set(timer, time);
    if (time < first_time) {
      first_time = time;
      first = timer;
    }
  };
  for (;;) {
    if (next_arrival < first_time) {
      const double now = next_arrival;
      next_arrival =
          ++counts.arrived < calls ? now + draw(mean_gap) : std::numeric_limits<double>::infinity();
      if (!idle.empty()) {
        ++counts.served;
        ++counts.in_time;
        set(idle.back(), now + draw(system.mean_service));
        idle.pop_back();
      } else {
        if (tail - head == places) throw std::length_error("the queue is longer than was provided for");
        const std::uint32_t place = tail++ & (places - 1);
        arrived[place] = now;
        set(first_place + place, now + draw(system.mean_patience));
      }
      continue;
    }
    if (first == Timers::nobody) return counts;
    const double now = first_time;
    timers.cancel(first);
    if (first >= first_place) {
      ++counts.abandoned;
      arrived[first - first_place] = -1;
    } else {
      double since = -1;
      while (head != tail && (since = arrived[head & (places - 1)]) < 0) ++head;
      if (head != tail) {
        timers.cancel(first_place + (head++ & (places - 1)));
        ++counts.served;
        counts.waits_of_served += now - since;
        counts.in_time += now - since <= system.acceptable_wait;
        timers.set(first, now + draw(system.mean_service));
      } else {
        idle.push_back(first);
      }
    }
    first = timers.first(now);
    first_time = first == Timers::nobody ? std::numeric_limits<double>::infinity() : timers.time_of(first);
  }
}

/// The same law without events: who comes first is served first, so a caller's wait is known on arrival from
/// the agent who will be free first; a caller who would not wait so long leaves no trace.
inline Counts offered_wait(const ErlangA& system, std::uint64_t calls, std::uint64_t seed) {
  Exponential draw(seed);
  const std::size_t agents = system.agents;
  std::vector<double> free_at(agents, 0.0);  // a heap, the first on top
  free_at.push_back(std::numeric_limits<double>::infinity());
  const auto replace_top = [&](double time) {
    std::size_t at = 0;
    for (std::size_t child; (child = 2 * at + 1) < agents; at = child) {
      child += free_at[child + 1] < free_at[child];
      if (free_at[child] >= time) break;
      free_at[at] = free_at[child];
    }
    free_at[at] = time;
  };
  Counts counts;
  const double mean_gap = 1 / system.arrivals;
  double now = 0;
  while (counts.arrived < calls) {
    now += draw(mean_gap);
    ++counts.arrived;
    const double wait = std::max(free_at[0] - now, 0.0);
    if (wait > 0 && draw(system.mean_patience) < wait) {
      ++counts.abandoned;
    } else {
      ++counts.served;
      counts.waits_of_served += wait;
      counts.in_time += wait <= system.acceptable_wait;
      replace_top(now + wait + draw(system.mean_service));
    }
  }
  return counts;
}

}  // namespace thirdring::limit
