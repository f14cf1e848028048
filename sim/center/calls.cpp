#include "sim/center/calls.hpp"

#include "sim/center/run_error.hpp"

namespace thirdring {

CallRecord& Calls::grow(const CallRecord& like) {
  if (records_.size() == most_calls) throw TooManyCalls();
  CallRecord& call = records_.emplace_back(like);
  call.id = static_cast<CallId>(records_.size() - 1);
  return call;
}

void Calls::put_aside(CallRecord& call) {
  if (asides_.size() <= call.id) asides_.resize(call.id + 1);
  asides_[call.id] = CallAside{};
  call.aside = &asides_[call.id];
}

void Calls::clear() {
  records_.clear();
  free_ = no_call;
}

}  // namespace thirdring
