#include "sim/center/queues.hpp"

#include <algorithm>

#include "sim/center/rooms.hpp"

namespace thirdring {

Queues::Queues(Rooms& rooms) : rooms_(rooms) {
  for (TypeId t = 0; t < rooms.model.call_types.size(); ++t) {
    first_queue_.push_back(static_cast<std::uint32_t>(type_of_.size()));
    const auto& route = rooms.model.call_types[t].route;
    for (std::size_t i = 0; i < route.size(); ++i)
      if (i == 0 || route[i].after > route[i - 1].after) type_of_.push_back(t);
  }
  first_queue_.push_back(static_cast<std::uint32_t>(type_of_.size()));
  entry_.assign(first_queue_.begin(), first_queue_.end() - 1);
  queues_.resize(type_of_.size());
  occupied_.resize((type_of_.size() + 63) / 64);
  waiting_.resize(rooms.model.call_types.size());
  elsewhere_.resize(waiting_.size());
}

void Queues::start() {
  std::fill(queues_.begin(), queues_.end(), Queue{});
  std::fill(occupied_.begin(), occupied_.end(), 0);
  std::copy(first_queue_.begin(), first_queue_.end() - 1, entry_.begin());
  std::fill(waiting_.begin(), waiting_.end(), 0);
  std::fill(elsewhere_.begin(), elsewhere_.end(), 0);
  all_waiting_ = 0;
}

void Queues::push(CallRecord& call) {
  Calls& calls = rooms_.calls;
  const std::uint32_t q = call.queue;
  Queue& line = queues_[q];
  call.place = CallRecord::Place::queue;
  CallId before = line.tail;
  if (before != no_call && call.asked < calls[before].asked) {
    if (call.asked < calls[line.head].asked) {
      before = no_call;
    } else {
      while (call.asked < calls[before].asked) before = calls[before].previous;
    }
  }
  call.previous = before;
  call.next = before == no_call ? line.head : calls[before].next;
  (call.previous == no_call ? line.head : calls[call.previous].next) = call.id;
  (call.next == no_call ? line.tail : calls[call.next].previous) = call.id;
  occupied_[q / 64] |= std::uint64_t{1} << (q % 64);
  ++all_waiting_;
  const std::uint32_t now_waiting = ++waiting_[call.type];
  rooms_.observer->queue_changes(call.type, now_waiting - 1, now_waiting, rooms_.now);
}

void Queues::remove(CallRecord& call) {
  Calls& calls = rooms_.calls;
  const std::uint32_t q = call.queue;
  Queue& line = queues_[q];
  (call.previous == no_call ? line.head : calls[call.previous].next) = call.next;
  (call.next == no_call ? line.tail : calls[call.next].previous) = call.previous;
  call.next = call.previous = no_call;
  call.place = CallRecord::Place::elsewhere;
  if (line.head == no_call) occupied_[q / 64] &= ~(std::uint64_t{1} << (q % 64));
  --all_waiting_;
  const std::uint32_t now_waiting = --waiting_[call.type];
  rooms_.observer->queue_changes(call.type, now_waiting + 1, now_waiting, rooms_.now);
}

void Queues::joins_elsewhere(TypeId type) {
  ++elsewhere_[type];
  const std::uint32_t now_waiting = ++waiting_[type];
  rooms_.observer->queue_changes(type, now_waiting - 1, now_waiting, rooms_.now);
}

void Queues::leaves_elsewhere(TypeId type) {
  --elsewhere_[type];
  const std::uint32_t now_waiting = --waiting_[type];
  rooms_.observer->queue_changes(type, now_waiting + 1, now_waiting, rooms_.now);
}

}  // namespace thirdring
