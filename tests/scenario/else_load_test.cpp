// Sites, outages and other work: from the text to the model.
#include "catch.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;

namespace {

const Model& model() {
  static const Loaded loaded = load_scenario(THIRDRING_SOURCE_DIR "/tests/scenario/everything_else.yaml");
  for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  REQUIRE(loaded.model);
  return *loaded.model;
}

TypeId type_id(const std::string& name) {
  for (TypeId t = 0; t < model().call_types.size(); ++t)
    if (model().call_types[t].name == name) return t;
  FAIL("no call type " << name);
  return none;
}
const CallType& type(const std::string& name) { return model().call_types[type_id(name)]; }

}  // namespace

TEST_CASE("sites share a call type and keep its reserves at home", "[scenario][sites]") {
  REQUIRE(model().sites.size() == 2);
  CHECK(model().sites[0].groups == std::vector<GroupId>{0, 1});
  CHECK(type("fault.jilin").arrivals.rate[0] * 3600 == Approx(30.0 / 8));
  CHECK(type("fault.guangdong").route[0].group == 2);
  CHECK(type("fault.guangdong").route[1].after == 45);
  REQUIRE(model().groups[0].reservations.size() == 2);
  CHECK(model().groups[0].reservations[1].type == type_id("fault.jilin"));
  CHECK(type("complaint").route.size() == 1);
}

TEST_CASE("follow-ups and lists are calls of their own", "[scenario][follow_ups]") {
  const CallType& origin = type("fault.liaoning");
  REQUIRE(origin.follow_ups.size() == 2);
  CHECK(origin.follow_ups[0].chance == 0.02);
  CHECK(origin.follow_ups[0].after.mean() == 3600);
  CHECK(origin.follow_ups[0].due == 3 * 3600);
  CHECK(origin.follow_ups[1].type == type_id("fault.liaoning.survey"));
  const CallType& correction = type("fault.liaoning.correction");
  CHECK(correction.callback->same_agent_for == 1200);
  CHECK(correction.wrap_up.mean() == 10);
  const CallType& survey = type("fault.liaoning.survey");
  CHECK(survey.callback->reserve == 2);
  CHECK(survey.callback->reached == 0.4);
  CHECK(survey.callback->attempts == 2);
  CHECK(survey.callback->dial.mean() == 15);
  CHECK(survey.callback->retry_after.mean() == 3600);
  for (const Skill& skill : model().groups[2].skills)
    if (skill.type == type_id("fault.liaoning.survey")) CHECK(skill.priority == 4);
  REQUIRE(model().outbound.size() == 1);
  CHECK(model().outbound[0].contacts == 20);
  const CallType& list = type("outbound.renewals");
  CHECK(list.callback->due == 8 * 3600);
  CHECK(list.callback->reserve == 1);
  CHECK(list.is_outbound(type_id("outbound.renewals")));
  CHECK(list.route.size() == 1);
  CHECK(type("records").preemptible);
  CHECK(model().groups[1].at_once == 3);
  CHECK(model().groups[1].staffing[0] == 3);
  const auto& learning = model().groups[2].proficiencies[0].learning;
  REQUIRE(learning);
  CHECK(learning->talk_factor(14 * 86400) == Approx(1.1 + 0.5 / 2));
}

TEST_CASE("a dialler calls for a group", "[scenario][diallers]") {
  REQUIRE(model().diallers.size() == 1);
  const Dialler& dialler = model().diallers[0];
  CHECK(dialler.type == type_id("sales"));
  CHECK(dialler.group == 2);
  CHECK((dialler.numbers == 1.5 && dialler.idle == 2 && dialler.idle_of_all == 3));
  CHECK(dialler.reached == 0.3);
  CHECK(dialler.dial.mean() == 12);
  REQUIRE(dialler.hours.size() == 2);
  CHECK((dialler.hours[0].from == 7200 && dialler.hours[0].until == 9 * 3600));
  CHECK(type("sales").arrivals.kind == Arrivals::Kind::dialled);
}

TEST_CASE("outages hit types, groups and sites", "[scenario][outages]") {
  const auto& outages = model().outages;
  REQUIRE(outages.size() == 4);
  CHECK(outages[0].when.at == std::vector<Seconds>{7200});
  CHECK(outages[0].when.lasts.mean() == 1800);
  CHECK(outages[0].types.size() == 3);
  CHECK(outages[0].cuts_calls);
  CHECK(outages[0].leave_number == 0.3);
  CHECK(outages[0].call_later == 0.6);
  CHECK(outages[0].delay.mean() == 1200);
  CHECK(outages[1].when.every->mean() == 8 * 3600);
  CHECK(outages[1].types.size() == 8);    // with the list: nobody can dial
  CHECK(outages[2].when.at.size() == 2);  // on both days
  CHECK(outages[2].groups == std::vector<GroupId>{0, 1});
  CHECK(outages[2].types.empty());
  CHECK(outages[3].groups == std::vector<GroupId>{2});
  CHECK_FALSE(outages[3].cuts_calls);
}

TEST_CASE("areas call as the part of their province", "[scenario][areas]") {
  REQUIRE(model().areas.size() == 1);
  const ServedArea& area = model().areas[0];
  CHECK(area.faults.type == type_id("fault.jilin"));
  CHECK(area.faults.customers == Approx(80));
  CHECK(area.enquiries.type == type_id("complaint"));
  CHECK(area.every->mean() == Approx(3600 * 49));
  REQUIRE(area.planned.size() == 2);
  CHECK_FALSE(area.planned[0].announced);
  CHECK(*area.planned[1].announced == 3600);
  CHECK(area.planned[1].lasts.mean() == 4 * 3600);
}
