// The memory of this process.
#pragma once

namespace thirdring::bench {

/// The most memory that this process has ever held, in bytes (VmHWM of Linux).  Unlike ru_maxrss it does not
/// count what the parent held when it started the process.
double peak_memory();

}  // namespace thirdring::bench
