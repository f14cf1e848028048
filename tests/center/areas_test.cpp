// Areas lose power, and their customers call.
#include <cmath>

#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

std::string hotline(const std::string& areas,
                    const std::string& time = "{start: 2026-03-02 08:00, length: 4 h}") {
  return "time: " + time +
         "\ncall_types:\n"
         "  fault: {arrivals: none, patience: {distribution: exponential, mean: 1 min}, talk: 2 min,\n"
         "    redial: {after_abandoning: 70 %, delay: {distribution: exponential, mean: 3 min}}}\n"
         "  enquiry: {arrivals: none, talk: 1 min}\n"
         "agent_groups:\n  desk: {skills: [fault, enquiry], staffing: 20}\n"
         "served_areas:\n" +
         areas;
}

std::vector<Leg> first_attempts(const Run& run, const std::string& type) {
  std::vector<Leg> found;
  for (const Leg& leg : run.of(type))
    if (leg.attempt == 1) found.push_back(leg);
  return found;
}

}  // namespace

TEST_CASE("a power cut brings fault calls until it is over", "[areas]") {
  const Run at_once =
      run(hotline("  town: {customers: 10000, power_cuts: [{at: 09:00, lasts: 1 h}], fault_calls: "
                  "{call_type: fault, share: "
                  "4 %, delay: 5 min}}\n"));
  const auto calls = first_attempts(at_once, "fault");
  CHECK(calls.size() > 400 - 5 * 20);
  CHECK(calls.size() < 400 + 5 * 20);
  for (const Leg& call : calls) CHECK(call.arrived == 3900);
  CHECK(at_once.totals.outages(0) == 1);
  CHECK(at_once.totals.time_down(0) == 3600);
  // The desk cannot take them all at once: some give up and call again.
  CHECK(at_once.sum(Count::abandoned, "fault") > 100);
  CHECK(at_once.sum(Count::redials, "fault") > 50);

  const Run repaired =
      run(hotline("  town: {customers: 10000, power_cuts: [{at: 09:00, lasts: 1 h}], fault_calls: "
                  "{call_type: fault, share: "
                  "4 %, delay: {distribution: uniform, low: 0 h, high: 4 h}}}\n"));
  const auto few = first_attempts(repaired, "fault");
  CHECK(few.size() > 50);
  CHECK(few.size() < 150);
  for (const Leg& call : few) {
    CHECK(call.arrived >= 3600);
    CHECK(call.arrived < 7200);
  }
}

TEST_CASE("an announced power cut brings enquiries from the announcement on", "[areas]") {
  const std::string area =
      "  town: {customers: 1000, power_cuts: [{at: 2026-03-04 12:00, lasts: 2 h, announced: 2 days}], "
      "enquiries: "
      "{call_type: enquiry, share: 20 %, delay: {distribution: exponential, mean: 1 day}}}\n";
  const Run day = run(hotline(area, "{start: 2026-03-02, days: 3}"));
  const Seconds told = 12 * 3600;
  const auto calls = day.of("enquiry");
  // e^(-50 h / 24 h) = 12 % would call too late.
  CHECK(calls.size() > 130);
  CHECK(calls.size() < 225);
  for (const Leg& call : calls) {
    CHECK(call.arrived >= told);
    CHECK(call.arrived < told + 50 * 3600);
  }
  CHECK(day.of("fault").empty());
  // Announced before the run begins: who called then is not in it.
  const Run late = run(hotline(area, "{start: 2026-03-04, days: 1}"));
  CHECK(late.of("enquiry").size() < calls.size());
  CHECK(!late.of("enquiry").empty());
}

TEST_CASE("reliability sets how often an area loses power", "[areas]") {
  // 1 % of the time without power, 2 h each: every 200 h, 43.8 a year.
  const std::string scenario = hotline("  town: {customers: 100, reliability: 99 %, repair: 2 h}\n",
                                       "{start: 2026-01-05, days: 365, period: 1 day}");
  double cuts = 0, down = 0;
  constexpr int years = 20;
  for (int r = 0; r < years; ++r) {
    const Run year = run(scenario, 5, static_cast<std::uint64_t>(r));
    cuts += year.totals.outages(0);
    down += year.totals.time_down(0);
  }
  CHECK(cuts / years == Approx(43.8).epsilon(0.1));
  CHECK(down / years / (365 * 86400) == Approx(0.01).epsilon(0.1));
}

TEST_CASE("a storm loses no calls and is the same again", "[areas]") {
  const std::string storm = hotline(
      "  town: {customers: 20000, reliability: 98 %, repair: {distribution: exponential, mean: 1 h}, "
      "power_cuts: "
      "[{at: 18:00, lasts: 3 h}], fault_calls: {call_type: fault, share: 4 %, delay: {distribution: "
      "exponential, "
      "mean: 20 min}}}\n"
      "  hills: {customers: 5000, reliability: 95 %, repair: {distribution: exponential, mean: 2 h}, "
      "fault_calls: "
      "{call_type: fault, share: 6 %, delay: {distribution: exponential, mean: 30 min}}}\n",
      "{start: 2026-03-02, days: 1}");
  for (std::uint64_t replication = 0; replication < 5; ++replication) {
    const Run day = run(storm, 11, replication);
    double first = 0, redialled = 0, will = 0;
    for (const Leg& leg : day.legs) {
      first += leg.attempt == 1;
      redialled += leg.attempt > 1;
      will += leg.will_redial;
    }
    CHECK(first > 500);
    CHECK(day.sum(Count::legs) == first + redialled);
    CHECK(redialled <= will);  // the others are still at home
    CHECK(day.sum(Count::legs) ==
          day.sum(Count::answered) + day.sum(Count::abandoned) + day.sum(Count::unfinished));
    const Run again = run(storm, 11, replication);
    REQUIRE(again.legs.size() == day.legs.size());
    CHECK(again.legs.back().ended == day.legs.back().ended);
  }
}
