// Escalation to the team lead, and transfers.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

std::string with_leads(const std::string& escalation, int leads) {
  return "    talk: 60 s\n"
         "    wrap_up: 10 s\n"
         "    escalation: {chance: 100 %, talk: 100 s, wrap_up: 5 s, " +
         escalation +
         "}\n"
         "agent_groups:\n"
         "  tier1: {skills: [enquiry], staffing: 2, team_lead: leads}\n"
         "  leads: {skills: [escalation], staffing: " +
         std::to_string(leads) + "}\n";
}

}  // namespace

TEST_CASE("warm escalation: agent and lead are both busy for the hand-over", "[escalation]") {
  const Run day = run(calls_at("08:00:00") + with_leads("mode: warm, hand_over: 20 s", 1));
  REQUIRE(day.legs.size() == 2);
  CHECK(day.legs[0].ended == 60);
  CHECK(day.legs[0].escalated);
  CHECK_FALSE(day.legs[0].last_leg);
  CHECK(day.legs[1].contact == day.legs[0].contact);
  CHECK(day.legs[1].leg == 2);
  CHECK(day.legs[1].answered == 60);
  CHECK(day.legs[1].hand_over_time == 20);
  CHECK(day.legs[1].talk_time == 100);
  CHECK(day.legs[1].ended == 180);
  CHECK(day.agent_time(AgentState::handing_over) == 40);
  CHECK(day.agent_time(AgentState::wrap_up) == 15);
  CHECK(day.sum(Count::escalated) == 1);
}

TEST_CASE("warm escalation: the agent waits for a lead with the caller", "[escalation]") {
  const Run day = run(calls_at("08:00:00, 08:00:01") + with_leads("mode: warm, hand_over: 20 s", 1));
  const auto escalations = day.of("escalation");
  REQUIRE(escalations.size() == 2);
  CHECK(escalations[1].asked == 61);
  CHECK(escalations[1].answered == 185);  // 60 + 20 + 100 + 5
  CHECK(day.agent_time(AgentState::handing_over) == 40 + (185 - 61) + 40);
}

TEST_CASE("cold escalation: the caller waits alone and may give up", "[escalation]") {
  const Run day = run(calls_at("08:00:00, 08:00:01") + "    patience: 30 s\n" + with_leads("mode: cold", 1));
  const auto escalations = day.of("escalation");
  REQUIRE(escalations.size() == 2);
  CHECK(escalations[0].outcome == Outcome::abandoned);
  CHECK(escalations[0].ended == 91);
  CHECK(escalations[1].answered == 60);
  CHECK(day.agent_time(AgentState::handing_over) == 0);
}

TEST_CASE("the lead calls back", "[escalation]") {
  const Run day = run(calls_at("08:00:00") + with_leads("mode: call_back", 1) + "lines: 1\n");
  REQUIRE(day.legs.size() == 2);
  CHECK(day.legs[1].type == day.of("escalation.callback")[0].type);
  CHECK(day.legs[1].answered == 70);  // 10 s to dial
  CHECK(day.legs[1].talk_time == 100);
  CHECK(day.totals.lines_time(0) == 60);
}

TEST_CASE("no lead in time: wait, call back, or back to the agent", "[escalation]") {
  const Run wait =
      run(calls_at("08:00:00, 08:00:01") + with_leads("mode: warm, within: 30 s, otherwise: wait", 1));
  CHECK(wait.of("escalation")[1].answered == 165);

  const Run back = run(calls_at("08:00:00, 08:00:01") +
                       with_leads("mode: warm, within: 30 s, otherwise: back_to_agent", 1));
  REQUIRE(back.legs.size() == 5);
  const auto enquiries = back.of("enquiry");
  REQUIRE(enquiries.size() == 3);
  CHECK(enquiries[2].resumed);
  CHECK(enquiries[2].answered == 91);
  CHECK(enquiries[2].talk_time == 100);
  CHECK(back.sum(Count::withdrawn) == 1);
  CHECK(back.sum(Count::answered, "enquiry") == 2);  // the agent's going on is no new answer

  const Run called =
      run(calls_at("08:00:00, 08:00:01") + with_leads("mode: warm, within: 30 s, otherwise: callback", 1));
  REQUIRE(called.of("escalation.callback").size() == 1);
  CHECK(called.of("escalation.callback")[0].requested == 91);
  CHECK(called.of("escalation.callback")[0].answered == 165 + 10);
}

TEST_CASE("a transfer is one contact and two legs", "[transfer]") {
  const std::string types =
      "time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
      "call_types:\n"
      "  enquiry: {arrivals: {times: [08:00:00]}, talk: 60 s, wrap_up: 10 s, transfers: [{chance: 100 %, "
      "to: ";
  const std::string rest =
      "}]}\n"
      "  billing: {arrivals: none, talk: 90 s}\n"
      "agent_groups:\n"
      "  tier1: {skills: [enquiry], staffing: 1}\n"
      "  tier2: {skills: [billing], staffing: 1, pick_up: 5 s}\n";
  const Run cold = run(types + "billing, mode: cold" + rest);
  REQUIRE(cold.legs.size() == 2);
  CHECK(cold.legs[0].transferred);
  CHECK(cold.legs[1].type == 1);
  CHECK(cold.legs[1].answered == 65);
  CHECK(cold.legs[1].ended == 155);
  CHECK(cold.legs[0].contact == cold.legs[1].contact);

  const Run warm = run(types + "billing, mode: warm, hand_over: 15 s" + rest);
  CHECK(warm.legs[1].ended == 60 + 5 + 15 + 90);
  CHECK(warm.agent_time(AgentState::handing_over) == 5 + 15 + 15);

  const Run group = run(types + "tier2, mode: cold, talk: 30 s" + rest);
  CHECK(group.model.call_types[group.legs[1].type].name == "enquiry.transfer.tier2");
  CHECK(group.legs[1].ended == 95);
}

TEST_CASE("the chances of transfers beside an escalation are of all served calls", "[transfer]") {
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 8 h, period: 30 min}\n"
          "call_types:\n"
          "  enquiry:\n"
          "    arrivals: {rate: 600/h}\n"
          "    talk: 1 s\n"
          "    escalation: {chance: 50 %, mode: cold, talk: 1 s}\n"
          "    transfers: [{chance: 40 %, to: tier2}, {chance: 10 %, to: tier3}]\n"
          "agent_groups:\n"
          "  tier1: {skills: [enquiry], staffing: 9, team_lead: leads}\n"
          "  tier2: {skills: [enquiry], staffing: 9}\n"
          "  tier3: {skills: [enquiry], staffing: 9}\n"
          "  leads: {skills: [escalation], staffing: 9}\n"
          "routing: {enquiry: [tier1]}\n");
  const double served = day.sum(Count::answered, "enquiry");
  CHECK(day.sum(Count::escalated, "enquiry") + day.sum(Count::transferred, "enquiry") == served);
  CHECK(day.sum(Count::answered, "escalation") / served == Approx(0.5).margin(0.03));
  CHECK(day.sum(Count::answered, "enquiry.transfer.tier2") / served == Approx(0.4).margin(0.03));
  CHECK(day.sum(Count::answered, "enquiry.transfer.tier3") / served == Approx(0.1).margin(0.03));
}
