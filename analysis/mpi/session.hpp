// The processes ("ranks") that mpirun or srun has started; the only place that sees MPI.
#pragma once
#include <list>
#include <memory>
#include <optional>
#include <string>

namespace thirdring::mpi {

enum class Tag : int {
  order,   ///< do this job
  answer,  ///< what came of it
  stop,    ///< answer soon: leave what is not begun, end after the present replication
  end      ///< go home with this exit status
};

struct Message {
  int from = 0;
  Tag tag = Tag::order;
  std::string bytes;
};

/// From MPI_Init to MPI_Finalize, in which all ranks wait for each other; one for each process.  Used by the
/// thread that made it.
class Session {
 public:
  Session();
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  int rank() const { return rank_; }
  int size() const { return size_; }
  /// Never waits for the other, who may be about to send as well.
  void send(int to, Tag tag, std::string bytes);
  /// What has come, if anything; never waits.
  std::optional<Message> receive();
  /// Ends all ranks at once.
  [[noreturn]] void abort(int status) const;

 private:
  struct Sending;
  void forget_sent();

  int rank_ = 0, size_ = 1;
  std::list<std::unique_ptr<Sending>> outbox_;
};

}  // namespace thirdring::mpi
