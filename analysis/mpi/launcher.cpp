#include "analysis/mpi/launcher.hpp"

#include <chrono>
#include <thread>

#include "analysis/mpi/crew.hpp"

namespace thirdring::mpi {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// MPI would wait at full speed, on the core of those who compute.
constexpr auto pause = 1ms;
/// After a stop: who has not answered by then is not there any more.
constexpr auto patience = 10s;
constexpr int ended_by_signal = 130;

/// One order on the desk for each thread and one more, so that no thread waits for a message.
unsigned desk(const sweep::RunnerOptions& options) { return options.threads + 1; }

bool cancelled(const sweep::RunnerOptions& options) { return options.cancel && *options.cancel; }

/// Rank 0 at work.
class Leader {
 public:
  Leader(Session& session, sweep::Store& store, const sweep::Sweep& sweep, const sweep::Shard& shard,
         const sweep::RunnerOptions& options)
      : session_(session),
        sweep_(sweep),
        options_(options),
        ledger_(store, sweep, shard),
        crew_(options.threads, options.engine, sweep.program),
        out_(static_cast<std::size_t>(session.size())) {}

  sweep::Counts run() {
    if (options_.progress) options_.progress(ledger_.counts());
    try {
      while (hand_out()) {
        if (!stopped_ && cancelled(options_)) {
          stop();
          ledger_.commit();
        }
        if (!hear()) std::this_thread::sleep_for(pause);
        ledger_.commit_when_due();
        if (stopped_ && Clock::now() - *stopped_ > patience) {
          ledger_.commit();
          session_.abort(ended_by_signal);
        }
      }
    } catch (...) {
      stop();
      while (waiting_ > 0 && Clock::now() - *stopped_ < patience)
        if (!answered()) std::this_thread::sleep_for(pause);
      throw;
    }
    ledger_.commit();
    if (!error_.empty()) throw RunError(error_);
    return ledger_.counts();
  }

 private:
  /// Whether something is still to be done.
  bool hand_out() {
    const std::vector<sweep::Job>& jobs = ledger_.jobs();
    for (unsigned round = 0; round < desk(options_); ++round)
      for (int rank = 0; rank < session_.size() && next_ < jobs.size() && !stopped_; ++rank)
        if (out_[static_cast<std::size_t>(rank)] <= round) send(rank, next_++);
    return waiting_ > 0;
  }

  void send(int rank, std::uint64_t number) {
    const sweep::Job& job = ledger_.jobs()[number];
    // Nobody's own: the sweep outlives its orders.
    const std::shared_ptr<const sweep::Point> point(std::shared_ptr<void>(), &sweep_.points[job.position]);
    Order order{number, job, point};
    ++out_[static_cast<std::size_t>(rank)];
    ++waiting_;
    if (rank == 0)
      crew_.give(std::move(order));
    else
      session_.send(rank, Tag::order, encoded(order));
  }

  std::optional<Answer> answered() {
    int from = 0;
    std::optional<Answer> answer = crew_.take();
    if (!answer)
      if (const std::optional<Message> message = session_.receive()) {
        answer = decoded_answer(message->bytes);
        from = message->from;
      }
    if (answer) {
      --out_[static_cast<std::size_t>(from)];
      --waiting_;
    }
    return answer;
  }

  /// Whether there was an answer.
  bool hear() {
    std::optional<Answer> answer = answered();
    if (!answer) return false;
    const sweep::Job& job = ledger_.jobs()[answer->number];
    if (error_.empty()) error_ = answer->error;
    // Less than asked for: an error, or a rank was told to end.
    const bool whole = answer->replications.size() == job.n;
    ledger_.take(job, std::move(answer->replications));
    if (!whole && !stopped_) stop();
    if (options_.progress) options_.progress(ledger_.counts());
    return true;
  }

  void stop() {
    stopped_ = Clock::now();
    crew_.stop();
    for (int rank = 1; rank < session_.size(); ++rank) session_.send(rank, Tag::stop, "");
  }

  Session& session_;
  const sweep::Sweep& sweep_;
  const sweep::RunnerOptions& options_;
  sweep::Ledger ledger_;
  Crew crew_;
  std::vector<unsigned> out_;  // orders on the desk of each rank
  std::uint64_t next_ = 0, waiting_ = 0;
  std::optional<Clock::time_point> stopped_;
  std::string error_;
};

}  // namespace

sweep::Counts run_sweep(Session& session, sweep::Store& store, const sweep::Sweep& sweep,
                        const sweep::Shard& shard, const sweep::RunnerOptions& options) {
  return Leader(session, store, sweep, shard, options).run();
}

void dismiss(Session& session, int status) {
  for (int rank = 1; rank < session.size(); ++rank) session.send(rank, Tag::end, std::to_string(status));
}

int serve(Session& session, const std::string& program, const sweep::RunnerOptions& options) {
  Crew crew(options.threads, options.engine, program);
  std::optional<Clock::time_point> stopped;
  for (;;) {
    if (!stopped && cancelled(options)) {
      stopped = Clock::now();
      crew.stop();
    }
    bool idle = true;
    while (const std::optional<Answer> answer = crew.take()) {
      session.send(0, Tag::answer, encoded(*answer));
      idle = false;
    }
    if (const std::optional<Message> message = session.receive()) {
      if (message->tag == Tag::end) return std::stoi(message->bytes);
      if (message->tag == Tag::stop) crew.stop();
      if (message->tag == Tag::order) crew.give(decoded_order(message->bytes));
      idle = false;
    }
    if (stopped && Clock::now() - *stopped > patience) session.abort(ended_by_signal);
    if (idle) std::this_thread::sleep_for(pause);
  }
}

}  // namespace thirdring::mpi
