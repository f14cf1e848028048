// Laws that every run obeys, whatever the scenario.
#pragma once
#include <string>
#include <vector>

#include "support/run.hpp"

namespace thirdring::test {

/// The laws that a run breaks, each in a sentence with its numbers; none if all is well.
std::vector<std::string> broken_laws(const Run& run);

/// All bits of all numbers of a replication.
std::uint64_t digest(const Totals& totals);

}  // namespace thirdring::test
