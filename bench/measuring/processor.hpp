// One processor of the machine, the quietest.
#pragma once
#include <sched.h>

#include <functional>

namespace thirdring::bench {

/// That on which `work` took least, of a few tries on each: neighbours of a virtual machine are not
/// everywhere.
int quietest_processor(const std::function<void()>& work);

/// Keeps this thread, and the programs that it starts, on a processor until the end of a block.
class StayOn {
 public:
  explicit StayOn(int processor);
  ~StayOn();
  StayOn(const StayOn&) = delete;
  StayOn& operator=(const StayOn&) = delete;

 private:
  cpu_set_t before_;
};

}  // namespace thirdring::bench
