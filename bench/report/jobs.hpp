// What is run and timed: the engine, in two ways, and the hand-written limit.
#pragma once
#include <cstdint>
#include <string>

namespace thirdring::bench {

/// As `thirdring run` does it: loads the scenario, runs replications on threads, writes the report.  Returns
/// how many calls there were.
double whole_run(const std::string& workload, std::uint64_t replications);

/// The hand-written program of bench/limit on EA100; returns `calls`.
double limit(std::uint64_t calls);

/// A job by its name, for a child process: limit, engine or run, with a workload and the number of
/// replications (limit: of calls).  Prints calls, seconds of processor time and the peak memory in bytes, a
/// line for each.
void do_job(const std::string& job, const std::string& workload, std::uint64_t amount);

}  // namespace thirdring::bench
