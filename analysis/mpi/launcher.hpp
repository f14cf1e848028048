// A sweep on the ranks of an MPI job: rank 0 owns the store and hands out the jobs, all of them compute.
#pragma once
#include <string>

#include "analysis/mpi/session.hpp"
#include "analysis/sweep/runner.hpp"

namespace thirdring::mpi {

/// Of rank 0: as sweep::run_sweep(), with `options.threads` threads in each rank.  A rank is sent its next
/// jobs when it answers, so that the quick ones do more.  A signal to any rank stops all of them; who does
/// not answer then for some seconds is lost, and what has come is in the store before all are ended.
sweep::Counts run_sweep(Session& session, sweep::Store& store, const sweep::Sweep& sweep,
                        const sweep::Shard& shard, const sweep::RunnerOptions& options);

/// Of rank 0, in the end and whatever happened: the others go home with this exit status.
void dismiss(Session& session, int status);

/// Of every other rank: computes what it is sent.  Returns the exit status that rank 0 gives.
int serve(Session& session, const std::string& program, const sweep::RunnerOptions& options);

}  // namespace thirdring::mpi
