// How to have the same numbers again.
#pragma once
#include <string>

#include "analysis/report/run_report.hpp"

namespace thirdring {

/// The command line, as a shell takes it.
std::string repeat_command(const Experiment& experiment, const Origin& origin);

}  // namespace thirdring
