#include "analysis/mpi/session.hpp"

#include <mpi.h>

#include <cstdlib>

namespace thirdring::mpi {

/// On its way: its bytes stay where they are until MPI has read them.
struct Session::Sending {
  std::string bytes;
  MPI_Request request = MPI_REQUEST_NULL;
};

Session::Session() {
  int provided = 0;
  MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  MPI_Comm_size(MPI_COMM_WORLD, &size_);
}

Session::~Session() {
  for (const auto& sending : outbox_) MPI_Wait(&sending->request, MPI_STATUS_IGNORE);
  MPI_Finalize();
}

void Session::send(int to, Tag tag, std::string bytes) {
  Sending& sending = *outbox_.emplace_back(new Sending{std::move(bytes)});
  MPI_Isend(sending.bytes.data(), static_cast<int>(sending.bytes.size()), MPI_BYTE, to, static_cast<int>(tag),
            MPI_COMM_WORLD, &sending.request);
}

void Session::forget_sent() {
  outbox_.remove_if([](const auto& sending) {
    int sent = 0;
    MPI_Test(&sending->request, &sent, MPI_STATUS_IGNORE);
    return sent != 0;
  });
}

std::optional<Message> Session::receive() {
  forget_sent();
  int there = 0, size = 0;
  MPI_Status status;
  MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
  if (there == 0) return std::nullopt;
  MPI_Get_count(&status, MPI_BYTE, &size);
  Message message{status.MPI_SOURCE, static_cast<Tag>(status.MPI_TAG),
                  std::string(static_cast<std::size_t>(size), '\0')};
  MPI_Recv(message.bytes.data(), size, MPI_BYTE, message.from, status.MPI_TAG, MPI_COMM_WORLD,
           MPI_STATUS_IGNORE);
  return message;
}

void Session::abort(int status) const {
  MPI_Abort(MPI_COMM_WORLD, status);
  std::abort();
}

}  // namespace thirdring::mpi
