#include "sim/center/lines.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

Lines::Lines(Rooms& rooms) : rooms_(rooms), lines_(rooms.model.lines), limited_(lines_ != 0xffffffffU) {}

bool Lines::take() {
  if (limited_) return take_one_of_few();
  ++used_;
  return true;
}

bool Lines::take_one_of_few() {
  if (used_ == lines_) return false;
  ++used_;
  rooms_.observer->lines_change(used_ - 1, used_, rooms_.now);
  return true;
}

void Lines::release() {
  --used_;
  if (limited_) rooms_.observer->lines_change(used_ + 1, used_, rooms_.now);
}

}  // namespace thirdring
