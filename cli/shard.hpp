// Which part of a sweep this process does.
#pragma once
#include <string>

#include "analysis/sweep/store.hpp"

namespace thirdring::cli {

/// `i/N`, i from 1 to N; empty: as Slurm's array task says in the environment (SLURM_ARRAY_TASK_ID, _COUNT,
/// _MIN, _STEP), all of it outside of an array.  Throws BadArguments.
sweep::Shard shard_of(const std::string& text);

/// The store of a shard: `out.db` is `out-2-of-4.db`, so that tasks of an array can be given one name.
std::string store_of(const std::string& store, const sweep::Shard& shard);

}  // namespace thirdring::cli
