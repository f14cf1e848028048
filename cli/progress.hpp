// How far a run has come.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>

namespace thirdring::cli {

/// A bar on standard error; nothing when that is not a terminal.  Cleared when it goes out of scope.
class Progress {
 public:
  explicit Progress(std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint64_t done, std::uint64_t total);

 private:
  using Clock = std::chrono::steady_clock;
  std::string what_;
  bool on_;
  bool drawn_ = false;
  Clock::time_point start_, last_;
};

}  // namespace thirdring::cli
