// Who waits, in what order.
#pragma once
#include <bit>
#include <cstdint>
#include <vector>

#include "sim/center/calls.hpp"
#include "sim/model/model.hpp"

namespace thirdring {

struct Rooms;

/// One first-come-first-served queue for each call type and stage of its route: who has waited long enough
/// for the next groups moves to the next queue.  The order is that of asking for a person.
class Queues {
 public:
  explicit Queues(Rooms& rooms);

  void start();
  /// Takes the place that the moment of asking gives: mostly the end; who was there before goes to the head.
  void push(CallRecord& call);
  void remove(CallRecord& call);
  /// Somebody waits elsewhere, for one certain agent, and counts as waiting too.
  void joins_elsewhere(TypeId type);
  void leaves_elsewhere(TypeId type);

  CallId head(std::uint32_t queue) const { return queues_[queue].head; }
  TypeId type_of(std::uint32_t queue) const { return type_of_[queue]; }
  /// The queues of a type follow each other, stage by stage of its route.
  std::uint32_t first(TypeId type) const { return first_queue_[type]; }
  /// Where a call of the type begins to wait: in the first, or while its groups can do nothing in a later
  /// one.
  std::uint32_t entry(TypeId type) const { return entry_[type]; }
  void set_entry(TypeId type, std::uint32_t queue) { entry_[type] = queue; }
  std::uint32_t count() const { return static_cast<std::uint32_t>(queues_.size()); }
  std::uint32_t waiting(TypeId type) const { return waiting_[type] - elsewhere_[type]; }
  std::uint32_t waiting() const { return all_waiting_; }
  /// Bit q of the words is set while queue q is not empty.
  const std::vector<std::uint64_t>& occupied() const { return occupied_; }

 private:
  struct Queue {
    CallId head = no_call, tail = no_call;
  };

  Rooms& rooms_;
  std::vector<std::uint32_t> first_queue_, entry_;
  std::vector<TypeId> type_of_;
  std::vector<Queue> queues_;
  std::vector<std::uint64_t> occupied_;
  std::vector<std::uint32_t> waiting_, elsewhere_;  // by type; the first includes the second
  std::uint32_t all_waiting_ = 0;
};

}  // namespace thirdring
