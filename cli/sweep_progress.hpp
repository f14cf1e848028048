// How far a sweep has come.
#pragma once
#include <chrono>

#include "analysis/sweep/runner.hpp"

namespace thirdring::cli {

/// On standard error: a bar on a terminal, else a line every ten seconds; a line at the end.
class SweepProgress {
 public:
  SweepProgress();
  void show(const sweep::Counts& counts);
  void end(const sweep::Counts& counts, bool interrupted);

 private:
  using Clock = std::chrono::steady_clock;
  bool bar_;
  Clock::time_point start_, last_;
};

}  // namespace thirdring::cli
