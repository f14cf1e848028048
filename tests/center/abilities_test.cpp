// Proficiency of agents.
#include "sim/center/abilities.hpp"

#include <cmath>
#include <map>
#include <set>

#include "catch.hpp"
#include "sim/measures/fingerprint.hpp"
#include "sim/measures/simulate.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

std::string day(const std::string& group, const std::string& type = "", int agents = 50) {
  return "time: {start: 2026-03-02 08:00, length: 10 h, period: 60 min}\n"
         "call_types:\n  enquiry:\n    arrivals: {rate: 1000/h}\n    talk: 60 s\n" +
         type + "agent_groups:\n  tier1: {skills: [enquiry], staffing: " + std::to_string(agents) + group +
         "}\n";
}

}  // namespace

TEST_CASE("levels are spread evenly over a group's agents, always the same", "[proficiency]") {
  Model model = model_of(day(", proficiency: {new: {share: 30 %}, trainee: {share: 20 %}}", "", 97));
  const Abilities abilities(model);
  std::map<std::string, double> seen;
  for (AgentId a = 0; a < 97; ++a) {
    const Proficiency* level = abilities.of(a);
    ++seen[level ? model.proficiencies[level->level] : "rest"];
    // Whoever is there: the first agents come on duty first.
    CHECK(std::abs(seen["new"] - 0.3 * (a + 1)) < 1);
    CHECK(std::abs(seen["trainee"] - 0.2 * (a + 1)) < 1);
    CHECK(std::abs(seen["rest"] - 0.5 * (a + 1)) < 1);
  }
  CHECK(Abilities(model_of(day(""))).of(3) == nullptr);
}

TEST_CASE("new agents take longer, solve less and escalate more", "[proficiency]") {
  const Run run_of_day =
      run(day(", team_lead: leads, proficiency: {new: {share: 40 %, talk_factor: 1.5, solved: 50 %, "
              "escalation: 3}}",
              "    solved: 80 %\n    escalation: {chance: 10 %, talk: 10 s, mode: cold}\n    transfers: "
              "[{chance: 20 %, to: other}]\n"
              "  other: {arrivals: none, talk: 30 s}\n") +
          "  tier2: {skills: [other], staffing: 30}\n  leads: {skills: [escalation], staffing: 60}\n");
  const Abilities abilities(run_of_day.model);
  struct Seen {
    double calls = 0, talk = 0, ended = 0, solved = 0, escalated = 0, transferred = 0;
  };
  std::map<bool, Seen> by;
  std::set<AgentId> new_agents;
  for (const Leg& leg : run_of_day.of("enquiry")) {
    if (leg.outcome != Outcome::served) continue;
    Seen& seen = by[abilities.of(leg.agent) != nullptr];
    if (abilities.of(leg.agent)) new_agents.insert(leg.agent);
    seen.calls += 1;
    seen.talk += leg.talk_time;
    seen.escalated += leg.escalated;
    seen.transferred += leg.transferred;
    seen.ended += leg.last_leg;
    seen.solved += leg.last_leg && !leg.unsolved;
  }
  CHECK(new_agents.size() == 20);
  CHECK(by[true].talk / by[true].calls == Approx(90));
  CHECK(by[false].talk / by[false].calls == Approx(60));
  CHECK(by[true].solved / by[true].ended == Approx(0.4).margin(0.035));
  CHECK(by[false].solved / by[false].ended == Approx(0.8).margin(0.025));
  CHECK(by[true].escalated / by[true].calls == Approx(0.3).margin(0.025));
  CHECK(by[false].escalated / by[false].calls == Approx(0.1).margin(0.015));
  // Of all served calls, whoever the agent is.
  CHECK(by[true].transferred / by[true].calls == Approx(0.2).margin(0.025));
  CHECK(by[false].transferred / by[false].calls == Approx(0.2).margin(0.02));
}

TEST_CASE("a situation may happen with new agents only", "[proficiency][conversation]") {
  const Run talking =
      run(day(", proficiency: {new: {share: 50 %}}", "    conversation: said\n") +
          "conversations:\n  said:\n    slow: {stage: body, when: proficiency = new, steps: [say: 7 s]}\n"
          "    quick: {stage: body, when: proficiency != new, steps: [say: 1 s]}\n");
  const Abilities abilities(talking.model);
  for (const Leg& leg : talking.legs) CHECK(leg.talk_time == Approx(abilities.of(leg.agent) ? 67 : 61));
  CHECK(talking.times("slow") > 1000);
}

TEST_CASE("levels without any difference make none", "[proficiency]") {
  const auto fingerprint = [](const std::string& group) {
    const Model model =
        model_of(day(group, "    solved: 90 %\n    redial: {after_unsolved: 50 %, delay: 2 min}\n", 17));
    Simulator simulator(model);
    Fingerprint watch;
    simulator.run(1, 0, &watch);
    return watch.value();
  };
  CHECK(fingerprint("") == fingerprint(", proficiency: {new: {share: 30 %}}"));
}
