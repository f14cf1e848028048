// What goes wrong, in words and as an exit status.
#pragma once
#include "cli/commands.hpp"

namespace thirdring::cli {

/// What `action` returns; what it throws is told on standard error, and is the status that it stands for.
int told(const Action& action);

}  // namespace thirdring::cli
