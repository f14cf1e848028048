// Times, of which only the earliest matters.
#pragma once
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

namespace thirdring {

/// A bag of finite times that gives up the earliest; whose time it is is not known.  Adding and taking cost
/// O(1) on average where the times to come lie about evenly, and never more than O(log n), amortised.
///
/// Times lie unsorted in buckets of equal width, those beyond the last bucket in a list.  The earliest bucket
/// is a heap, mostly of one.  When all buckets are empty, new ones are laid out over the times of the list,
/// as wide as these ask for: so the width follows whatever the times do.
class TimeBag {
 public:
  TimeBag() { clear(); }

  /// Forgets all times and keeps the memory.
  void clear();
  /// The earliest time; infinity when the bag is empty.
  double first() const noexcept { return first_; }
  void push(double time);
  /// Takes the earliest time out; there is one.
  void pop();

 private:
  static constexpr std::uint32_t nothing = ~0U;
  static constexpr double no_time = std::numeric_limits<double>::infinity();
  static constexpr double narrow = 1e300;  // buckets per second where all times are one
  struct Node {
    double time;
    std::uint32_t next;
  };

  void expect_first();
  void begin_at(double time);
  void add_to_heap(double time);
  void put_into_bucket(std::size_t bucket, double time);
  void next_bucket();
  void lay_out();

  double first_ = no_time;
  std::vector<double> heap_;  // the rest of the earliest bucket; whatever is in no later one
  // The bucket of a time is (time - base_) x per_second_; below `rest_` it belongs to the heap, from `end_`
  // on it is far.
  double base_ = 0, per_second_ = 0, rest_ = 1, end_ = 1;
  std::size_t earliest_ = 0;             // bucket
  std::vector<std::uint32_t> heads_;     // of the lists of nodes
  std::vector<std::uint64_t> occupied_;  // a bit for each bucket; the last word, never 0, ends a search
  std::vector<Node> nodes_;
  std::size_t words_ = 0;  // without that one
  std::uint32_t free_ = nothing;
  std::vector<double> far_, laid_out_;
};

inline void TimeBag::add_to_heap(double time) {
  if (first_ == no_time) return begin_at(time);
  if (time < first_) std::swap(time, first_);
  heap_.push_back(time);
  if (heap_.size() > 1) std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
}

inline void TimeBag::put_into_bucket(std::size_t bucket, double time) {
  std::uint32_t node = free_;
  if (node == nothing) [[unlikely]] {
    node = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({0, nothing});
  }
  Node& place = nodes_[node];
  free_ = place.next;
  place = {time, heads_[bucket]};
  heads_[bucket] = node;
  occupied_[bucket / 64] |= std::uint64_t{1} << bucket % 64;
}

inline void TimeBag::push(double time) {
  const double bucket = (time - base_) * per_second_;
  if (bucket < rest_)
    add_to_heap(time);
  else if (bucket < end_)
    put_into_bucket(static_cast<std::size_t>(bucket), time);
  else
    far_.push_back(time);
}

inline void TimeBag::next_bucket() {
  std::size_t word = earliest_ / 64;
  while (occupied_[word] == 0) ++word;
  const std::uint64_t bits = occupied_[word];
  if (word == words_) [[unlikely]]
    return lay_out();
  earliest_ = word * 64 + static_cast<unsigned>(std::countr_zero(bits));
  rest_ = static_cast<double>(earliest_ + 1);
  occupied_[word] = bits & (bits - 1);
  const std::uint32_t head = heads_[earliest_];
  heads_[earliest_] = nothing;
  first_ = nodes_[head].time;
  std::uint32_t last = head;
  for (std::uint32_t node; (node = nodes_[last].next) != nothing; last = node) add_to_heap(nodes_[node].time);
  nodes_[last].next = free_;
  free_ = head;
}

inline void TimeBag::pop() {
  if (heap_.empty()) return next_bucket();
  first_ = heap_.front();
  if (heap_.size() > 1) std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
  heap_.pop_back();
}

}  // namespace thirdring
