// Two sites, one number.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

const std::string day = "time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n";
const std::string desks =
    "agent_groups:\n"
    "  north_desk: {skills: [fault, complaint], staffing: 1}\n"
    "  south_desk: {skills: [fault, complaint], staffing: 1}\n";
const std::string two_sites =
    "sites:\n"
    "  north: {groups: [north_desk], overflow_after: 30 s}\n"
    "  south: {groups: [south_desk], overflow_after: 40 s}\n";

std::vector<std::pair<std::string, Seconds>> route_of(const Model& model, const std::string& type) {
  std::vector<std::pair<std::string, Seconds>> route;
  for (const CallType& t : model.call_types)
    if (t.name == type)
      for (const RouteStep& step : t.route) route.emplace_back(model.groups[step.group].name, step.after);
  return route;
}

}  // namespace

TEST_CASE("calls go to their home site, and to the other after a delay", "[sites]") {
  const Run run_ =
      run(day +
          "call_types:\n"
          "  fault: {arrivals: {times: [08:00:00, 08:00:10, 08:00:20]}, talk: 10 min, home: north}\n"
          "  complaint: {arrivals: {times: [08:00:30]}, talk: 1 min, home: south}\n" +
          desks + two_sites);
  const auto faults = run_.of("fault");
  CHECK(faults[0].group == 0);
  CHECK(faults[0].answered == 0);
  // The second has waited 30 s at 40 s; the other site has a complaint until 90 s.  The third is next at
  // home.
  CHECK(faults[1].group == 1);
  CHECK(faults[1].answered == 90);
  CHECK(faults[2].group == 0);
  CHECK(faults[2].answered == 600);
  CHECK(run_.of("complaint")[0].group == 1);
}

TEST_CASE("while a site is down its calls go over at once", "[sites]") {
  const Run run_ =
      run(day +
          "call_types:\n"
          "  fault: {arrivals: {times: [08:10:00, 08:25:00]}, talk: 1 min, home: north}\n"
          "  complaint: {arrivals: none, talk: 1 min}\n" +
          desks + two_sites + "outages: {north_down: {at: 08:05, lasts: 10 min, sites: [north]}}\n");
  const auto faults = run_.of("fault");
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].group == 1);
  CHECK(faults[0].answered == 600);
  CHECK_FALSE(faults[0].waited);
  CHECK(faults[1].group == 0);
}

TEST_CASE("provinces share the calls of a type by their weights", "[sites]") {
  const std::string scenario =
      "time: {start: 2026-03-02 08:00, length: 10 h, period: 30 min}\n"
      "call_types:\n"
      "  fault: {arrivals: {rate: 400/h, busyness: {distribution: gamma, mean: 1, cv: 0.5}}, patience: 2 "
      "min, talk: 1 "
      "min, transfers: [{chance: 5 %, to: complaint}]}\n"
      "  complaint: {arrivals: {volumes: [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, "
      "20, 20, 20, "
      "20]}, talk: 1 min}\n"
      "agent_groups:\n"
      "  north_desk: {skills: [fault, complaint], staffing: 5, reserve: {fault: 1}}\n"
      "  south_desk: {skills: {fault: {}, complaint: {priority: 2}}, staffing: 4}\n"
      "sites:\n"
      "  north: {groups: [north_desk], provinces: {liaoning: 2, jilin: 1}, overflow_after: 30 s}\n"
      "  south: {groups: [south_desk], provinces: {guangdong: 1}, overflow_after: 45 s}\n"
      "agreements:\n  faults: {share: answered_within 20 s, of: [fault], at_least: 80 %}\n";
  const Run hours = run(scenario);
  const Model& model = hours.model;
  CHECK(model.call_types[0].name == "fault.liaoning");
  CHECK(model.call_types[0].arrivals.rate[0] * 3600 == Approx(200));
  CHECK(model.call_types[1].arrivals.rate[0] * 3600 == Approx(100));
  using Route = std::vector<std::pair<std::string, Seconds>>;
  CHECK(route_of(model, "fault.liaoning") == Route{{"north_desk", 0}, {"south_desk", 30}});
  CHECK(route_of(model, "complaint.guangdong") == Route{{"south_desk", 0}, {"north_desk", 45}});
  CHECK(model.agreements[0].of == std::vector<TypeId>{0, 1, 2});
  CHECK(model.groups[0].reservations.size() == 2);  // for the two provinces of this site
  // All provinces have the same busy day: their shares of it are those of their weights.
  const double liaoning = hours.sum(Count::legs, "fault.liaoning"),
               jilin = hours.sum(Count::legs, "fault.jilin");
  CHECK(liaoning / jilin == Approx(2).epsilon(0.2));
  for (const Leg& leg : hours.of("complaint.jilin"))
    if (leg.leg == 2) CHECK(leg.from == 1);
  double all = 0;
  for (const auto& type : model.call_types)
    all += hours.sum(Count::answered, type.name) + hours.sum(Count::abandoned, type.name) +
           hours.sum(Count::unfinished, type.name);
  CHECK(hours.sum(Count::legs) == all);
}
