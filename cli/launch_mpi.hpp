// The launcher that is an optional component of the build.
#pragma once
#include <functional>

#include "analysis/sweep/runner.hpp"

namespace thirdring::cli {

using SweepRunner = std::function<sweep::Counts(sweep::Store&, const sweep::Sweep&, const sweep::Shard&,
                                                const sweep::RunnerOptions&)>;

/// Rank 0 does `lead` with a runner that uses all ranks, the others compute for it; all return what `lead`
/// does, or the status of what it throws, which rank 0 tells (before anybody goes home: mpirun ends the rest
/// at the first bad status).  Throws BadArguments where the program is built without MPI.
int under_mpi(sweep::RunnerOptions options, const std::function<int(const SweepRunner&)>& lead);

}  // namespace thirdring::cli
