// The workloads are what the report says they are.
#include "bench/workloads/workloads.hpp"

#include "bench/limit/erlang_a.hpp"
#include "bench/workloads/runs.hpp"
#include "catch.hpp"

using namespace thirdring;
using namespace thirdring::bench;

namespace {

double expected_calls(const Model& model) {
  double calls = 0;
  for (const CallType& type : model.call_types) calls += type.arrivals.expected_calls(model.calendar);
  return calls;
}

}  // namespace

TEST_CASE("EA100 is the system of the hand-written programs", "[bench]") {
  CHECK(expected_calls(workload("ea100")) == Approx(60'000));
  Runs runs(workload("ea100"));
  double legs = 0, abandoned = 0, waits = 0, answered = 0;
  for (std::uint64_t r = 0; r < 10; ++r) {
    const Totals& totals = runs.replication(r);
    legs += total(totals, Count::legs);
    abandoned += total(totals, Count::abandoned);
    answered += total(totals, Count::answered);
    waits += total(totals, Count::wait_answered);
  }
  const auto limit = thirdring::limit::event_driven({}, 600'000, 1);
  const double share = static_cast<double>(limit.abandoned) / static_cast<double>(limit.arrived);
  CHECK(abandoned / legs == Approx(share).epsilon(0.03));
  CHECK(waits / answered ==
        Approx(60 * limit.waits_of_served / static_cast<double>(limit.served)).epsilon(0.03));
}

TEST_CASE("the other workloads are as large as they say", "[bench]") {
  CHECK(expected_calls(workload("small_day")) == Approx(1440));
  const Model skills = workload("skills");
  CHECK(skills.call_types.size() == 20);
  CHECK(skills.groups.size() == 15);
  for (const char* name : {"agents_10", "agents_10000"}) CHECK(expected_calls(workload(name)) > 10'000);
  CHECK(workload("agents_10").calendar.periods.size() == 2);  // and after close
  const Model types = workload("types_100");
  CHECK(types.call_types.size() == 100);
  CHECK(expected_calls(types) == Approx(60'000));
  CHECK(expected_calls(workload("long_3")) == Approx(3e6));
  for (const char* name : {"agents_", "agents_0", "agents_x", "long_1x", "nowhere"})
    CHECK_THROWS(workload(name));
}

TEST_CASE("a national day has a million calls, redials and callbacks", "[bench]") {
  Runs runs(workload("national"));
  const Totals& totals = runs.replication(0);
  CHECK(totals.layout.groups() == 40);
  CHECK(totals.layout.types() == 120);  // 60, and the callbacks of each
  CHECK(total(totals, Count::legs) > 1e6);
  CHECK(total(totals, Count::legs) < 1.1e6);
  CHECK(total(totals, Count::redials) > 1'000);
  CHECK(total(totals, Count::to_callback) > 1'000);
  CHECK(total(totals, Count::abandoned) > 0.01 * total(totals, Count::legs));
}
