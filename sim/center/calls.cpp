#include "sim/center/calls.hpp"

#include "sim/center/run_error.hpp"

namespace thirdring {

CallRecord& Calls::grow() {
  if (records_.size() == most_calls) throw TooManyCalls();
  CallRecord& call = records_.emplace_back();
  call.id = static_cast<CallId>(records_.size() - 1);
  return call;
}

void Calls::clear() {
  records_.clear();
  free_.clear();
}

}  // namespace thirdring
