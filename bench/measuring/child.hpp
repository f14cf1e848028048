// Runs another program and waits for it.
#pragma once
#include <string>
#include <vector>

namespace thirdring::bench {

struct Ended {
  int status = -1;     ///< exit status; 256 + the signal that killed it
  std::string output;  ///< standard output and error, as they came
};

/// Runs a program (looked for along PATH) to its end.  `environment`: NAME=value, in place of the same names
/// of ours.  Throws std::runtime_error when it cannot be started.
Ended run_child(const std::vector<std::string>& command, const std::vector<std::string>& environment = {});

/// The same, for programs that have to succeed: throws std::runtime_error with what it said when it did not.
std::string output_of(const std::vector<std::string>& command,
                      const std::vector<std::string>& environment = {});

/// The number behind `name` and a space at the beginning of a line: "calls 12".  Throws std::runtime_error
/// when there is none.
double number_after(const std::string& output, const std::string& name);

}  // namespace thirdring::bench
