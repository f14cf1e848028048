#include "sim/center/lines.hpp"

#include "sim/center/rooms.hpp"

namespace thirdring {

Lines::Lines(Rooms& rooms)
    : rooms_(rooms),
      lines_(rooms.model.lines),
      limited_(lines_ != 0xffffffffU),
      look_(limited_),
      plenty_(lines_) {}

bool Lines::take(TypeId type) {
  if (look_) return take_one_of_few(type);
  ++used_;
  return true;
}

bool Lines::take_one_of_few(TypeId type) {
  if (used_ >= plenty_) return look_and_take(type);
  ++used_;
  rooms_.observer->lines_change(used_ - 1, used_, rooms_.now);
  return true;
}

bool Lines::look_and_take(TypeId type) {
  if (used_ == lines_ || (fails_ && rooms_.outages.hits(type))) return false;
  ++used_;
  if (limited_) rooms_.observer->lines_change(used_ - 1, used_, rooms_.now);
  return true;
}

void Lines::release() {
  --used_;
  if (limited_) rooms_.observer->lines_change(used_ + 1, used_, rooms_.now);
}

}  // namespace thirdring
