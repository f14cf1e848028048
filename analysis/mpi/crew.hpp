// The threads of one rank, which compute; they know nothing of the other ranks.
#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "analysis/mpi/order.hpp"

namespace thirdring::mpi {

class Crew {
 public:
  Crew(unsigned threads, Engine engine, std::string program);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  void give(Order order);
  /// An answer to one of the orders, in any order; none when there is none yet.
  std::optional<Answer> take();
  /// From now on orders are answered with what is finished of them.
  void stop() { stopped_ = true; }

 private:
  void work();
  Answer done(const Order& order, std::string& key, std::shared_ptr<const Model>& model) const;

  const Engine engine_;
  const std::string program_;
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::condition_variable come_;
  std::deque<Order> orders_;
  std::deque<Answer> answers_;
  bool home_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace thirdring::mpi
