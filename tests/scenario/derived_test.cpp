// Call types that follow from others, in the less usual arrangements.
#include "catch.hpp"
#include "sim/scenario/load.hpp"

using namespace thirdring;

namespace {

const std::string head = "time: {start: 2026-03-02 08:00, length: 1 h}\n";

Model model_of(const std::string& text) {
  const Loaded loaded = load_scenario_text(head + text, "x.yaml");
  for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  REQUIRE(loaded.model);
  return *loaded.model;
}

const CallType& type(const Model& m, const std::string& name) {
  for (const CallType& t : m.call_types)
    if (t.name == name) return t;
  FAIL("no type " + name);
  return m.call_types[0];
}

const Skill* skill(const Model& m, GroupId g, const std::string& name) {
  for (const Skill& s : m.groups[g].skills)
    if (m.call_types[s.type].name == name) return &s;
  return nullptr;
}

}  // namespace

TEST_CASE("A group that lists a type's callbacks makes them alone", "[scenario][derived]") {
  const Model m = model_of(R"(
call_types:
  a: {arrivals: {rate: 60/h}, talk: 1 min, patience: 1 min, callback: {offer: always, keeps_place: no}}
agent_groups:
  inbound: {skills: [a], staffing: 3}
  outbound: {skills: {a.callback: {priority: 4, talk_factor: 0.5}}, staffing: 1}
)");
  const CallType& calls = type(m, "a.callback");
  REQUIRE(calls.route.size() == 1);
  CHECK(calls.route[0].group == 1);
  CHECK(skill(m, 0, "a.callback") == nullptr);
  CHECK(skill(m, 1, "a.callback")->priority == 4);
  CHECK(skill(m, 1, "a.callback")->talk_factor == 0.5);
}

TEST_CASE("A callback that keeps its place has the priority of its call", "[scenario][derived]") {
  const Model m = model_of(R"(
call_types:
  a: {arrivals: {rate: 60/h}, talk: 1 min, patience: 1 min, callback: {promised: 5 %}}
  b: {arrivals: {rate: 60/h}, talk: 1 min, patience: 1 min}
agent_groups:
  g: {skills: {a: {priority: 2, talk_factor: 1.5}, b: {priority: 7}}, staffing: 3}
)");
  CHECK(skill(m, 0, "a.callback")->priority == 2);
  CHECK(skill(m, 0, "a.callback")->talk_factor == 1.5);
}

TEST_CASE("Several groups of leads have a type each", "[scenario][derived]") {
  const Model m = model_of(R"(
call_types:
  a: {arrivals: {rate: 60/h}, talk: 1 min, patience: 1 min, escalation: {chance: 5 %, talk: 2 min, mode: call_back}}
  b: {arrivals: {rate: 60/h}, talk: 1 min, patience: 1 min, escalation: {chance: 5 %, talk: 2 min, to: south, mode: cold}}
agent_groups:
  g: {skills: [a, b], staffing: 3, team_lead: north}
  north: {skills: [escalation], staffing: 1}
  south: {skills: {escalation.south: {priority: 3}}, staffing: 1}
)");
  CHECK(type(m, "a").escalation->to == none);
  CHECK(type(m, "b").escalation->to == 2);
  CHECK(m.call_types[m.groups[1].escalation_type].name == "escalation.north");
  CHECK(m.call_types[m.groups[2].escalation_type].name == "escalation.south");
  CHECK(skill(m, 1, "escalation.north")->priority == 1);
  CHECK(skill(m, 1, "escalation.south") == nullptr);
  CHECK(skill(m, 2, "escalation.south")->priority == 3);
  // Only the calls to the north are called back.
  CHECK(type(m, "escalation.north.callback").origin == m.groups[1].escalation_type);
  CHECK(type(m, "escalation.south").callback_type == none);
}

TEST_CASE("A dedicated callback group needs a lead too when its type escalates", "[scenario][derived]") {
  const Loaded loaded = load_scenario_text(head + R"(
call_types:
  a: {arrivals: {rate: 60/h}, talk: 1 min, callback: {offer: always}, escalation: {chance: 5 %, talk: 2 min}}
agent_groups:
  inbound: {skills: [a], staffing: 3, team_lead: leads}
  outbound: {skills: [a.callback], staffing: 1}
  leads: {skills: [escalation], staffing: 1}
)",
                                           "x.yaml");
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].text() ==
        "x.yaml:4:92: call_types.a.escalation.chance: expected a team_lead of group 'outbound', which serves "
        "'a.callback', or a key 'to' here, got neither");
}

TEST_CASE("A transfer to a group that does not serve the type gives it a plain skill",
          "[scenario][derived]") {
  const Model m = model_of(R"(
call_types:
  a: {arrivals: {rate: 60/h}, talk: 1 min, patience: 1 min, transfers: [{chance: 10 %, to: experts}]}
  b: {arrivals: none, talk: 2 min}
agent_groups:
  g: {skills: [a], staffing: 3}
  experts: {skills: {b: {priority: 5}}, staffing: 1}
)");
  CHECK(skill(m, 1, "a.transfer.experts")->priority == 1);
  CHECK(type(m, "a.transfer.experts").talk.mean() == 60);
  CHECK(type(m, "a.transfer.experts").origin == 0);
}
