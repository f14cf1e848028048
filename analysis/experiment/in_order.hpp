// Work on several threads whose results are taken in order.
#pragma once
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace thirdring {

/// Does jobs first, first + 1, ... before `end` on `threads` threads and hands their results over strictly in
/// that order, one at a time (on any of the threads).
///
/// `make_worker` is called once on each thread and gives a function job -> optional<Result>; no result means
/// that the worker was told to stop.  `take(job, Result&&)` returns whether to go on; later results are then
/// thrown away. An exception in a job or in `take` ends everything and is passed on, that of the lowest job
/// first; all results before it have been taken.  At most 2 x threads results wait for their turn.
template <class Result>
class InOrder {
 public:
  using Worker = std::function<std::optional<Result>(std::uint64_t job)>;

  InOrder(std::uint64_t first, std::uint64_t end, std::function<Worker()> make_worker,
          std::function<bool(std::uint64_t, Result&&)> take)
      : next_(first),
        end_(end),
        taken_(first),
        make_worker_(std::move(make_worker)),
        take_(std::move(take)) {}

  void run(unsigned threads) {
    waiting_.resize(2 * std::size_t{std::max(threads, 1U)});
    std::vector<std::thread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
    work();
    for (std::thread& thread : others) thread.join();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Done {
    std::optional<Result> result;
    std::exception_ptr failure;
  };

  void work() {
    Worker worker;
    for (;;) {
      const std::uint64_t job = next_++;
      if (job >= end_ || !has_room(job)) return;
      Done done;
      try {
        if (!worker) worker = make_worker_();
        done.result = worker(job);
      } catch (...) {
        done.failure = std::current_exception();
      }
      if (!done.result && !done.failure) return stop();
      deliver(job, std::move(done));
    }
  }

  bool has_room(std::uint64_t job) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || job < taken_ + waiting_.size(); });
    return !stopped_;
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    room_.notify_all();
  }

  void deliver(std::uint64_t job, Done done) {
    std::unique_lock lock(mutex_);
    waiting_[job % waiting_.size()] = std::move(done);
    if (taking_) return;
    taking_ = true;
    while (!ended_) {
      std::optional<Done>& turn = waiting_[taken_ % waiting_.size()];
      if (!turn) break;
      Done current = std::move(*turn);
      turn.reset();
      lock.unlock();
      const bool go_on = take(std::move(current));
      lock.lock();
      ++taken_;
      if (!go_on) ended_ = stopped_ = true;
      room_.notify_all();
    }
    taking_ = false;
  }

  bool take(Done done) {
    try {
      if (done.failure) std::rethrow_exception(done.failure);
      return take_(taken_, std::move(*done.result));
    } catch (...) {
      failure_ = std::current_exception();
      return false;
    }
  }

  std::atomic<std::uint64_t> next_;
  const std::uint64_t end_;
  std::uint64_t taken_;
  std::function<Worker()> make_worker_;
  std::function<bool(std::uint64_t, Result&&)> take_;

  std::mutex mutex_;
  std::condition_variable room_;
  std::vector<std::optional<Done>> waiting_;
  bool taking_ = false;   // a thread is handing over
  bool stopped_ = false;  // begin no new job
  bool ended_ = false;    // take nothing more
  std::exception_ptr failure_;
};

}  // namespace thirdring
