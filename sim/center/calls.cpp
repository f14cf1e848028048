#include "sim/center/calls.hpp"

#include "sim/center/run_error.hpp"

namespace thirdring {

CallRecord& Calls::grow(const CallRecord& like) {
  // 0.5 GB of records on each thread: far beyond any real queue, well before memory runs out.
  constexpr std::size_t limit = 2'000'000;
  if (records_.size() == limit)
    throw RunError("more than 2,000,000 calls are in the centre at once: a queue grows without bound");
  CallRecord& call = records_.emplace_back(like);
  call.id = static_cast<CallId>(records_.size() - 1);
  return call;
}

void Calls::clear() {
  records_.clear();
  free_ = no_call;
}

}  // namespace thirdring
