// Steps that others can see: hold, passing on, promises, redials; and conditions.
#include "catch.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

/// Enquiries of 60 s at the given moments, agents and these situations; `type`: more keys of the call type.
/// With an escalation there is a lead too.
std::string said(const std::string& situations, const std::string& type = "",
                 const std::string& times = "08:00:00", int agents = 1) {
  const bool leads = type.find("escalation") != std::string::npos;
  return calls_at(times) + "    talk: 60 s\n    wrap_up: 10 s\n    conversation: said\n" + type +
         "conversations:\n  said:\n" + situations +
         "agent_groups:\n  tier1: {skills: [enquiry], staffing: " + std::to_string(agents) +
         (leads ? ", team_lead: leads" : "") + "}\n" +
         (leads ? "  leads: {skills: [escalation], staffing: 1}\n" : "");
}

const std::string escalation =
    "    escalation: {chance: 0 %, mode: warm, hand_over: 20 s, talk: 100 s, wrap_up: 5 s}\n";

}  // namespace

TEST_CASE("a hold in a script, with what is said after it", "[conversation][hold]") {
  const Run day =
      run(said("    look: {stage: body, at: 50 %, steps: [say: 4 s, hold: {time: 40 s}, say: 3 s]}\n"
               "    slow: {stage: hold, when: held > 30 s, steps: [say: 9 s]}\n"
               "    slower: {stage: hold, when: held > 40 s, steps: [say: 100 s]}\n"));
  REQUIRE(day.legs.size() == 1);
  CHECK(day.legs[0].talk_time == 60 + 4 + 9 + 3);
  CHECK(day.legs[0].hold_time == 40);
  CHECK(day.legs[0].ended == 116);
  CHECK(day.times("slow") == 1);
  CHECK(day.times("slower") == 0);
  CHECK(day.agent_time(AgentState::holding) == 40);
  // The hold begins after half the talk and 4 s.
  std::vector<Seconds> moments;
  for (const AgentChange& change : day.changes)
    if (change.to == AgentState::holding) moments.push_back(change.at);
  CHECK(moments == std::vector<Seconds>{34});
}

TEST_CASE("the caller may hang up in a script's hold, or not agree to it", "[conversation][hold]") {
  const std::string look = "    look: {stage: body, steps: [hold: {time: 40 s, patience: 15 s}, say: 3 s]}\n";
  const Run gone = run(said(look));
  CHECK(gone.legs[0].outcome == Outcome::hung_up);
  CHECK(gone.legs[0].ended == 75);
  CHECK(gone.agent_time(AgentState::wrap_up) == 10);

  const Run refused =
      run(said("    look: {stage: body, at: 50 %, steps: [hold: {time: 40 s, consent: 0 %, otherwise: "
               "[callback: {due: 2 h}]}]}\n"
               "    bye: {stage: closing, steps: [say: 5 s]}\n",
               "    callback: {not_before: 1 min, dial: 10 s}\n"));
  REQUIRE(refused.legs.size() == 2);
  CHECK_FALSE(refused.legs[0].held);
  CHECK(refused.legs[0].ended == 35);  // half the talk and the closing
  CHECK(refused.legs[0].promised_callback);
  CHECK(refused.legs[1].due == 35 + 7200);
  CHECK(refused.legs[1].answered == 35 + 60 + 10);
}

TEST_CASE("two holds of a call, the type's own and a script's", "[conversation][hold]") {
  const Run day =
      run(said("    look: {stage: body, at: 50 %, steps: [hold: {time: 40 s}]}\n"
               "    thanks: {stage: hold, steps: [say: 2 s]}\n    end: {stage: closing, when: held > 59 s, "
               "steps: [say: 1 s]}\n",
               "    hold: {chance: 100 %, time: 20 s, after: 25 %}\n"));
  CHECK(day.legs[0].hold_time == 60);
  CHECK(day.legs[0].talk_time == 65);
  CHECK(day.times("thanks") == 2);
}

TEST_CASE("a situation of the hold is drawn anew for each hold", "[conversation][hold]") {
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 10 h, period: 60 min}\n"
          "call_types:\n  enquiry: {arrivals: {rate: 1000/h}, talk: 60 s, conversation: said}\n"
          "conversations:\n  said:\n"
          "    look: {stage: body, steps: [repeat: {steps: [hold: {time: 10 s}], again: 50 %}]}\n"
          "    slow: {stage: hold, chance: 30 %, steps: [ask: {a: {chance: 50 %, steps: [count: a]}}]}\n"
          "agent_groups:\n  tier1: {skills: [enquiry], staffing: 90}\n");
  double holds = 0;
  for (const Leg& leg : day.legs) holds += std::round(leg.hold_time / 10);
  const auto n = static_cast<double>(day.legs.size());
  CHECK(holds / n == Approx(2).margin(0.06));
  CHECK(static_cast<double>(day.times("slow")) / holds == Approx(0.3).margin(0.015));
  CHECK(static_cast<double>(day.counts("a")) / holds == Approx(0.15).margin(0.012));
}

TEST_CASE("a script escalates as the type's block says, to its leads or to others",
          "[conversation][escalation]") {
  const std::string upset = "    upset: {stage: body, at: 50 %, steps: [say: 5 s, ESCALATE]}\n";
  const auto with = [&](const std::string& step) {
    std::string text = upset;
    return text.replace(text.find("ESCALATE"), 8, step);
  };
  const Run usual = run(said(with("escalate"), escalation));
  REQUIRE(usual.legs.size() == 2);
  CHECK(usual.legs[0].ended == 35);
  CHECK(usual.legs[0].escalated);
  CHECK(usual.legs[1].hand_over_time == 20);
  CHECK(usual.legs[1].ended == 35 + 20 + 100);
  CHECK(usual.sum(Count::escalated) == 1);

  const Run others =
      run(said(with("escalate: chiefs"), escalation) + "  chiefs: {skills: [escalation], staffing: 1}\n");
  CHECK(others.of("escalation.chiefs").size() == 1);
}

TEST_CASE("a script transfers to a type, which has its own conversation, or to a group",
          "[conversation][transfer]") {
  const std::string text =
      "time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
      "call_types:\n"
      "  enquiry: {arrivals: {times: [08:00:00]}, talk: 60 s, conversation: said}\n"
      "  billing: {arrivals: none, talk: 90 s, conversation: money}\n"
      "conversations:\n"
      "  said: {wrong: {stage: opening, steps: [say: 8 s, transfer: {to: TARGET, mode: warm, hand_over: 15 "
      "s}]}}\n"
      "  money: {hello: {stage: opening, chance: 99.9999 %, steps: [say: 50 s]}, bill: {stage: body, steps: "
      "[say: 7 s]}}\n"
      "agent_groups:\n"
      "  tier1: {skills: [enquiry], staffing: 1}\n"
      "  tier2: {skills: [billing], staffing: 1, pick_up: 5 s}\n";
  const auto to = [&](const std::string& target) {
    std::string other = text;
    other.replace(other.find("TARGET"), 6, target);
    if (target != "billing") other.replace(other.find("arrivals: none"), 14, "arrivals: {times: [08:30]}");
    return run(other);
  };
  const Run type =
      run(std::string(text).replace(text.find("TARGET"), 6, "billing").replace(text.find("hello"), 0, ""));
  REQUIRE(type.legs.size() == 2);
  CHECK(type.legs[0].ended == 8);
  CHECK(type.legs[0].transferred);
  // 5 s ring, 15 s hand-over; who is passed on is past the opening.
  CHECK(type.legs[1].ended == 8 + 5 + 15 + 90 + 7);
  CHECK(type.times("hello") == 0);

  const Run group = to("tier2");
  CHECK(group.of("enquiry.transfer.tier2").at(0).ended == 8 + 5 + 15 + 60);
}

TEST_CASE("back to the agent of the attempt before", "[conversation][transfer]") {
  // Two agents; the first call is unsolved and comes again after a minute, while its first agent is free,
  // busy, or not there.
  const auto day = [](const std::string& others, const std::string& within, int agents) {
    return run(said("    asks: {stage: opening, when: attempt > 1, steps: [say: 5 s, transfer: {to: "
                    "same_agent, within: " +
                        within +
                        "}, count: alone]}\n"
                        "    again: {stage: closing, when: attempt = 1 and hour = 8, steps: [ask: {first: "
                        "{chance: 100 %, steps: [redial: {chance: 100 %, delay: 50 s}]}}]}\n",
                    "    redial: {at_most: 1, delay: 1 min}\n    patience: 3 min\n", "08:00:00" + others,
                    agents) +
               "routing: {agent_choice: fixed_order}\n");
  };
  // Alone: the agent is the same, so the caller stays.
  const Run alone = day("", "2 min", 1);
  CHECK(alone.counts("alone") == 1);
  CHECK(alone.legs.size() == 2);
  // A second caller at 1:40 takes agent 1 from 100 s to 160 s and 10 s of wrap-up; the redial comes at 110 s,
  // is answered by agent 2 and passed on at 115 s.
  const Run busy = day(", 08:01:40", "2 min", 2);
  const Leg* back = nullptr;
  for (const Leg& leg : busy.legs)
    if (leg.leg == 2 && leg.contact == 1) back = &leg;
  REQUIRE(back);
  CHECK(back->agent == 0);
  CHECK(back->asked == 115);
  CHECK(back->answered == 170);
  CHECK(back->waited);
  // Not so long: then anyone.
  const Run anyone = day(", 08:01:40", "20 s", 2);
  for (const Leg& leg : anyone.legs)
    if (leg.leg == 2 && leg.contact == 1) {
      CHECK(leg.agent == 1);
      CHECK(leg.answered == 135);
    }
}

TEST_CASE("a promise has its own times, or those of the type's block", "[conversation][callback]") {
  const std::string block = "    callback: {not_before: 5 min, due: 1 h, dial: 10 s}\n";
  const Run own = run(
      said("    a: {stage: body, at: 50 %, steps: [callback: {not_before: 2 min, due: 30 min}]}\n", block));
  REQUIRE(own.legs.size() == 2);
  CHECK(own.legs[0].ended == 30);
  CHECK_FALSE(own.legs[0].last_leg);
  CHECK(own.legs[1].requested == 30);
  CHECK(own.legs[1].due == 30 + 1800);
  CHECK(own.legs[1].answered == 30 + 120 + 10);
  CHECK(own.legs[1].promised_by == 0);
  const Run usual = run(said("    a: {stage: opening, steps: [say: 2 s, callback, say: 3 s]}\n", block));
  CHECK(usual.legs[0].ended == 5);
  CHECK(usual.legs[1].due == 5 + 3600);
  CHECK(usual.legs[1].answered == 5 + 300 + 10);
}

TEST_CASE("the leads call back at once", "[conversation][callback]") {
  for (const std::string by : {"leads", "team_lead"}) {
    const Run day =
        run(said("    mistake: {stage: body, steps: [say: 40 s, callback: {by: " + by + ", due: 5 min}]}\n",
                 escalation));
    REQUIRE(day.legs.size() == 2);
    const Leg back = day.of("escalation.callback").at(0);
    CHECK(back.requested == 100);
    CHECK(back.due == 400);
    CHECK(back.answered == 110);
    CHECK(back.talk_time == 100);
    CHECK(back.group == 1);
  }
}

TEST_CASE("who is promised a callback is not passed on, nor calls again", "[conversation][callback]") {
  const Run day = run(said("    a: {stage: opening, steps: [callback]}\n    b: {stage: closing, steps: "
                           "[redial: 100 %, ask: {x: {chance: 50 %, steps: [escalate]}}, escalate]}\n",
                           escalation + "    callback: {dial: 10 s}\n    redial: {delay: 1 min}\n    "
                                        "transfers: [{chance: 90 %, to: tier2}]\n") +
                      "  tier2: {skills: [enquiry], staffing: 0, team_lead: leads}\n");
  CHECK(day.legs[0].promised_callback);
  CHECK_FALSE(day.legs[0].will_redial);
  CHECK_FALSE(day.legs[0].escalated);
}

TEST_CASE("a redial keeps to its delay and to the caller's limit", "[conversation][redial]") {
  const Run day = run(said(
      "    silent: {stage: opening, steps: [say: 5 s, redial: {chance: 100 %, delay: 2 min}, end: silent]}\n",
      "    redial: {at_most: 2, delay: 10 min}\n"));
  REQUIRE(day.legs.size() == 3);
  CHECK(day.legs[1].arrived == 5 + 120);
  CHECK(day.legs[2].arrived == 2 * (5 + 120));
  CHECK(day.legs[0].will_redial);
  CHECK(day.legs[0].unsolved);
  CHECK_FALSE(day.legs[2].will_redial);
  const Run usual = run(said("    silent: {stage: opening, steps: [redial: 100 %, end: silent]}\n",
                             "    redial: {at_most: 1, delay: 10 min}\n"));
  CHECK(usual.legs[1].arrived == 600);
  // Without an end the call goes on, and the caller calls again all the same.
  const Run goes_on = run(said("    later: {stage: opening, steps: [redial: 100 %]}\n",
                               "    redial: {at_most: 1, delay: 10 min}\n"));
  CHECK(goes_on.legs[0].ended == 60);
  CHECK(goes_on.legs[1].arrived == 660);
}

TEST_CASE("a further topic, and a slower talk", "[conversation]") {
  const auto talk = [](const std::string& situations) {
    return run(said(situations, "", "08:00:00")).legs[0].talk_time;
  };
  CHECK(talk("    more: {stage: closing, steps: [topic: same]}\n") == 120);
  CHECK(talk("    more: {stage: closing, steps: [topic: enquiry, say: 1 s]}\n") == 121);
  CHECK(talk("    slow: {stage: opening, steps: [talk_factor: 1.5]}\n") == 90);
  CHECK(talk("    slow: {stage: body, at: 50 %, steps: [talk_factor: 1.5]}\n") == 75);
  CHECK(talk("    slow: {stage: opening, steps: [talk_factor: 1.5]}\n    more: {stage: closing, steps: "
             "[topic: same]}\n") == 180);
  const Run other =
      run("time: {start: 2026-03-02 08:00, length: 1 h}\n"
          "call_types:\n  a: {arrivals: {times: [08:00]}, talk: 60 s, conversation: said}\n  b: {arrivals: "
          "none, talk: 100 s}\n"
          "conversations: {said: {more: {stage: closing, steps: [topic: b]}}}\n"
          "agent_groups:\n  g: {skills: {a: {talk_factor: 2}, b: {talk_factor: 0.5}}, staffing: 1}\n");
  CHECK(other.legs[0].talk_time == 120 + 50);
}

TEST_CASE("revenue adds up", "[conversation]") {
  const Run day =
      run(said("    offer: {stage: body, steps: [say: 20 s, revenue: 12.5]}\n", "", "08:00, 08:10, 08:20"));
  CHECK(day.revenue == 37.5);
}

TEST_CASE("conditions hold up to their very limits", "[conversation][when]") {
  // One agent: the second and third call wait 60 + 10 s and 140 s less what they came later.
  const auto who = [](const std::string& when, const std::string& times) {
    const Run day =
        run(said("    late: {stage: opening, when: " + when + ", steps: [end: late]}\n", "", times));
    std::vector<std::string> ends;
    for (const Leg& leg : day.legs) ends.push_back(day.end(leg));
    return ends;
  };
  using Ends = std::vector<std::string>;
  // Waits of 0, 15 s and (after the second call) 70 s and more.  A ring cycle is 5 s.
  CHECK(who("rings > 3", "08:00:00, 08:00:55") == Ends{"", ""});
  CHECK(who("rings > 3", "08:00:00, 08:00:54.999") == Ends{"", "late"});
  CHECK(who("rings >= 3", "08:00:00, 08:01:00") == Ends{"", ""});
  CHECK(who("rings >= 3", "08:00:00, 08:00:59.5") == Ends{"", "late"});
  CHECK(who("rings = 1", "08:00:00, 08:01:05") == Ends{"late", "late"});
  CHECK(who("rings < 3 and rings > 1", "08:00:00, 08:01:00") == Ends{"", "late"});
  CHECK(who("waited > 15 s", "08:00:00, 08:00:55") == Ends{"", ""});
  CHECK(who("waited >= 15 s", "08:00:00, 08:00:55") == Ends{"", "late"});
  CHECK(who("waited > 2 rings", "08:00:00, 08:00:59") == Ends{"", "late"});
  CHECK(who("hour = 8", "08:00:00, 08:58:00") == Ends{"late", "late"});
  CHECK(who("hour > 8", "08:00:00, 08:59:30, 08:59:31") == Ends{"", "", "late"});
  CHECK(who("waited > 10 s and hour < 9", "08:00:00, 08:00:10") == Ends{"", "late"});
}

TEST_CASE("how the attempt before ended", "[conversation][when]") {
  const Run day =
      run(said("    silent: {stage: opening, when: attempt = 1, steps: [redial: 100 %, end: silent]}\n"
               "    back: {stage: opening, when: earlier_outcome = silent or abandoned, steps: [say: 7 s, "
               "count: back]}\n"
               "    gone: {stage: opening, when: earlier_outcome = abandoned, steps: [count: gone]}\n"
               "    first: {stage: opening, when: earlier_outcome != silent, steps: [count: first]}\n",
               "    redial: {after_abandoning: 100 %, delay: 5 min, at_most: 3}\n    patience: 10 s\n",
               "08:00:00, 08:06:00"));
  // Call 1 is silent, then comes back at 5:00 and talks until 6:07; call 2 gives up at 6:10, comes back at
  // 11:10 and is not silent, being no first attempt.
  CHECK(day.counts("back") == 2);
  CHECK(day.counts("gone") == 1);
  CHECK(day.counts("first") == 1);
}

TEST_CASE("the type of the call", "[conversation][when]") {
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 1 h}\n"
          "call_types:\n  a: {arrivals: {times: [08:00]}, talk: 60 s, conversation: said}\n"
          "  b: {arrivals: {times: [08:10]}, talk: 60 s, conversation: said}\n  c: {arrivals: {times: "
          "[08:20]}, talk: 60 s, conversation: said}\n"
          "conversations: {said: {one: {stage: body, when: call_type = b, steps: [say: 1 s]}, two: {stage: "
          "body, when: call_type = a or b, steps: [say: 2 s]}, three: {stage: body, when: call_type != b, "
          "steps: [say: 4 s]}}}\n"
          "agent_groups:\n  g: {skills: [a, b, c], staffing: 1}\n");
  CHECK(day.legs[0].talk_time == 66);
  CHECK(day.legs[1].talk_time == 63);
  CHECK(day.legs[2].talk_time == 64);
}
