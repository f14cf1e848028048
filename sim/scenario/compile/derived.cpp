#include "sim/scenario/compile/compile.hpp"

#include <algorithm>
namespace thirdring {
void derive_callbacks(Compile&) {}
void derive_transfers(Compile&) {}
void derive_escalations(Compile&) {}
void compile_references(Compile& c) {
  auto& th = c.model.thresholds;
  th = {c.model.measuring.acceptable_wait, c.model.measuring.short_abandon, c.model.measuring.rings * c.model.ringing.cycle};
  std::sort(th.begin(), th.end());
  th.erase(std::unique(th.begin(), th.end()), th.end());
}
void check_skills_used(Compile&) {}
void warn(Compile&) {}
}  // namespace thirdring
