#include "cli/launch_mpi.hpp"

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"

#ifdef THIRDRING_HAS_MPI
#include "analysis/mpi/launcher.hpp"
#include "cli/told.hpp"
#endif

namespace thirdring::cli {

#ifdef THIRDRING_HAS_MPI

int under_mpi(sweep::RunnerOptions options, const std::function<int(const SweepRunner&)>& lead) {
  mpi::Session session;
  if (session.rank() != 0) {
    options.cancel = &catch_interrupt();
    return mpi::serve(session, THIRDRING_VERSION, options);
  }
  const int status = told([&] {
    return lead([&](auto& store, const auto& sweep, const auto& shard, const auto& how) {
      return mpi::run_sweep(session, store, sweep, shard, how);
    });
  });
  mpi::dismiss(session, status);
  return status;
}

#else

int under_mpi(sweep::RunnerOptions, const std::function<int(const SweepRunner&)>&) {
  throw BadArguments(
      "--launcher mpi: this program is built without MPI; install libopenmpi-dev and openmpi-bin, and run "
      "cmake and the build again");
}

#endif

}  // namespace thirdring::cli
