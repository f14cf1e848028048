// Counts instructions under callgrind.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace thirdring::bench {

/// What `valgrind --version` says; empty when valgrind is not there.
std::string valgrind_version();

/// All instructions of a program that prints "calls N", and these calls.
struct Counted {
  double instructions = 0, calls = 0;
};

/// Runs a program under callgrind.  The C library picks its variants of memcpy, exp and the like by the
/// processor; here it is told to use the plain ones, so that counts are the same on every x86-64 processor.
Counted count(const std::vector<std::string>& command);

/// What callgrind collected, from what it said.  Throws std::runtime_error when it did not say so.
double collected(const std::string& output);

/// Instructions per call beyond the first `small` units of work: start and end of the program cancel out.
double per_call(const Counted& small, const Counted& large);

/// per_call of a command for two lengths of its work.
double instructions_per_call(const std::function<std::vector<std::string>(unsigned length)>& command,
                             unsigned small, unsigned large);

}  // namespace thirdring::bench
