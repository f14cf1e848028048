// Shards put together.
#pragma once
#include <string>
#include <vector>

namespace thirdring::sweep {

/// Writes a store of the whole sweep to `out`, which must not be there yet and appears only when it is
/// complete.  Throws BadInput unless the shards are of one sweep by one program, each there once and
/// finished.
void merge(const std::string& out, const std::vector<std::string>& shards, const std::string& program);

}  // namespace thirdring::sweep
