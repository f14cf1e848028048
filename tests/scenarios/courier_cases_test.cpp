// The 34 conversation cases of the service standard, each alone, against times worked out by hand.
#include <cmath>
#include <map>

#include "catch.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/text_file.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

const std::string library = THIRDRING_SOURCE_DIR "/scenarios/library/courier_conversation.yaml";

std::vector<std::string> cases() {
  Report report;
  const NodePtr map = parse_document(read_text_file(library).text, report.add_source("library"), report);
  std::vector<std::string> names;
  for (const Node::Entry& entry : map->entries) names.push_back(entry.key);
  return names;
}

/// Talks of 60 s in which nothing but one case can happen, and with `chance` does.
Run alone(const std::string& name, const std::string& group = "", const std::string& type = "",
          const std::string& chance = "chance: 100 %") {
  std::string text =
      "time: {start: 2026-03-02 08:00, length: 10 h, period: 60 min}\n"
      "call_types:\n  enquiry:\n    arrivals: {rate: 300/h}\n    talk: 60 s\n    conversation: courier\n"
      "    redial: {delay: 1 min, at_most: 1}\n    callback: {dial: 0 s}\n"
      "    escalation: {chance: 0 %, talk: 10 s}\n" +
      type + "agent_groups:\n  tier1: {skills: [enquiry], staffing: 90, team_lead: leads" + group +
      "}\n  leads: {skills: [escalation], staffing: 90}\n"
      "conversations:\n  courier:\n    use: " +
      library + "\n";
  for (const std::string& other : cases())
    text += "    " + other + ": " + (other == name ? "{" + chance + "}" : "null") + "\n";
  return run(text);
}

/// What became of a first call.
struct Fate {
  long talk;        // seconds
  std::string end;  // by name; or: on, callback, escalated, hung_up
  auto operator<=>(const Fate&) const = default;
};
using Fates = std::map<Fate, double>;

Fate fate(const Run& day, const Leg& leg) {
  std::string end = leg.escalated                     ? "escalated"
                    : leg.promised_callback           ? "callback"
                    : leg.outcome == Outcome::hung_up ? "hung_up"
                    : leg.end != no_end               ? day.end(leg)
                                                      : "on";
  return {std::lround(leg.talk_time * 1000), end};
}

bool is_first(const Leg& leg) { return leg.type == 0 && leg.leg == 1 && leg.attempt == 1; }

/// Every first call must be one of these, in this share.
void check(const Run& day, const Fates& expected) {
  Fates seen;
  double calls = 0;
  for (const Leg& leg : day.legs)
    if (is_first(leg)) seen[fate(day, leg)] += 1, calls += 1;
  REQUIRE(calls > 2700);
  for (const auto& [what, n] : seen) {
    INFO(what.talk << " ms, " << what.end << ": " << n << " of " << calls);
    CHECK(expected.count({what.talk / 1000, what.end}) == 1);
    CHECK(what.talk % 1000 == 0);
  }
  for (const auto& [what, share] : expected) {
    const double n = seen.count({what.talk * 1000, what.end}) ? seen[{what.talk * 1000, what.end}] : 0;
    INFO(what.talk << " s, " << what.end << ": " << n << " of " << calls);
    CHECK(n / calls == Approx(share).margin(4.5 * std::sqrt(share * (1 - share) / calls) + 1e-9));
  }
}

/// After `first` seconds, another `more` with the chance `p`, each time.
Fates geometric(Fates fates, long first, long more, double share, double p) {
  for (int k = 1; k <= 9; ++k, first += more) {
    fates[{first, "on"}] += share * (1 - p);
    share *= p;
  }
  return fates;
}

}  // namespace

TEST_CASE("the library has the 34 cases and no more", "[courier]") { CHECK(cases().size() == 34); }

TEST_CASE("each case alone takes its time and ends as it should", "[courier]") {
  const std::map<std::string, Fates> expected = {
      {"greeting_returned", {{{62, "on"}, 1}}},
      {"silent_call",
       {{{3 + 6 + 3 * 5, "silent"}, 1}}},  // two phrases and three times 5 s; the greeting apart
      {"hands_free", {{{65, "on"}, 1}}},
      {"quiet_caller", {{{64, "on"}, 0.7}, {{4 + 6 + 5, "inaudible"}, 0.3}}},
      {"noisy_line", {{{7 + 5, "noisy"}, 1}}},
      {"dialect_not_understood", {{{65, "on"}, 0.6}, {{70, "on"}, 0.2}, {{5 + 5 + 4, "language"}, 0.2}}},
      {"dialect_understood", {{{78, "on"}, 1}}},
      {"agent_inaudible", {{{66, "on"}, 1}}},
      {"private_call", {{{15, "private"}, 1}}},
      {"wrong_number", {{{10, "wrong_number"}, 1}}},
      {"repeated_problem", geometric({}, 68, 8, 1, 0.25)},
      {"long_dictation", {{{90, "on"}, 1}}},
      {"other_department", {{{75, "on"}, 0.6}, {{85, "callback"}, 0.4}}},
      {"upset_caller", {{{100, "on"}, 0.7}, {{100, "escalated"}, 0.3}}},
      {"attitude_complaint", {{{105, "escalated"}, 1}}},
      {"mistake_complaint", {{{100, "on"}, 0.6}, {{110, "callback"}, 0.4}}},
      {"unanswerable_complaint", {{{80, "callback"}, 1}}},
      {"equipment_failure", {{{6 + 8, "equipment"}, 0.6}, {{6 + 8 + 12, "callback"}, 0.4}}},
      {"personal_data", {{{68, "on"}, 1}}},
      {"suggestion", {{{85, "on"}, 1}}},
      {"harassing_call", {{{3 + 6, "nuisance"}, 0.7}, {{3 + 6, "escalated"}, 0.3}}},
      {"invitation", {{{30 + 6, "declined"}, 1}}},
      {"beyond_scope", {{{24 + 12, "declined"}, 1}}},
      {"unanswerable_enquiry", {{{36 + 15, "callback"}, 1}}},
      {"pardon_asked", {{{63, "on"}, 1}}},
      {"apology_received", {{{62, "on"}, 1}}},
      {"thanked", {{{63, "on"}, 1}}},
      {"caller_stays", {{{60 + 3 + 2 + 5, "on"}, 1}}},
  };
  for (const auto& [name, fates] : expected) {
    INFO(name);
    check(alone(name), fates);
  }
  const std::map<std::string, Fates> always = {
      {"greeting", {{{64, "on"}, 1}}},
      {"explanation_clear", geometric({{{63, "on"}, 0.92}}, 83, 20, 0.08, 0.25)},
      {"anything_else", geometric({{{63, "on"}, 0.94}}, 126, 63, 0.06, 0.15)},
  };
  for (const auto& [name, fates] : always) {
    INFO(name);
    check(alone(name, "", "", ""), fates);
  }
  // Three need more: rings heard, a long hold, a hold of their own.  They follow.
  CHECK(expected.size() + always.size() + 3 == cases().size());
}

TEST_CASE("an answer after the third ring may be complained about", "[courier]") {
  check(alone("slow_answer_complaint", ", pick_up: 14.999 s"), {{{60, "on"}, 1}});
  const Run late = alone("slow_answer_complaint", ", pick_up: 15.001 s");
  check(late, {{{72, "on"}, 1}});
  CHECK(late.counts("service_complaint") == late.legs.size());
}

TEST_CASE("a long hold may be complained about", "[courier]") {
  check(alone("slow_agent_complaint", "", "    hold: {chance: 100 %, time: 59.999 s}\n"), {{{60, "on"}, 1}});
  check(alone("slow_agent_complaint", "", "    hold: {chance: 100 %, time: 60.001 s}\n"), {{{70, "on"}, 1}});
}

TEST_CASE("a slow system: consent, hold and thanks, or a callback", "[courier]") {
  const Run day = alone("slow_system");
  double calls = 0, held = 0, hung_up = 0, refused = 0, time = 0;
  for (const Leg& leg : day.legs) {
    if (!is_first(leg)) continue;
    ++calls;
    const Fate what = fate(day, leg);
    if (what == Fate{37000, "callback"}) {
      ++refused;
    } else if (what == Fate{34000, "hung_up"}) {
      ++hung_up;
    } else {
      CHECK(what == Fate{67000, "on"});
      ++held;
      time += leg.hold_time;
    }
  }
  CHECK(refused / calls == Approx(0.05).margin(0.02));
  // A hold of 45 s in the mean against a patience of 6 min: 1 - E exp(-T / 360) of the holds.
  CHECK(hung_up / (hung_up + held) == Approx(0.113).margin(0.03));
  CHECK(time / held < 45);
}

TEST_CASE("silent callers try again from another telephone", "[courier]") {
  const Run day = alone("silent_call");
  double first = 0, again = 0;
  for (const Leg& leg : day.legs) (leg.attempt == 1 ? first : again) += 1;
  CHECK(again / first == Approx(0.6).margin(0.04));
}

TEST_CASE("what is promised has the deadline of the standard", "[courier]") {
  std::map<Seconds, double> due;
  for (const Leg& leg : alone("unanswerable_complaint").of("enquiry.callback"))
    if (leg.tries == 1) due[std::round(leg.due - leg.requested)] += 1;
  REQUIRE(due.size() == 2);  // 2 h for simple ones, 24 h for complex ones
  CHECK(due[7200] / (due[7200] + due[86400]) == Approx(0.7).margin(0.04));
  for (const Leg& leg : alone("mistake_complaint").of("escalation.callback")) {
    CHECK(leg.due - leg.requested == Approx(300));
    CHECK(leg.answered - leg.requested == Approx(10));  // at once: the time to dial
  }
}

TEST_CASE("the agent of the earlier call is asked for", "[courier]") {
  const Run day = alone("attitude_complaint", "", "    solved: 0 %\n");
  // First calls find no earlier agent.
  for (const Leg& leg : day.legs) CHECK_FALSE(leg.transferred);
  std::string text =
      "time: {start: 2026-03-02 08:00, length: 10 h, period: 60 min}\n"
      "call_types:\n  enquiry:\n    arrivals: {rate: 300/h}\n    talk: 60 s\n    conversation: courier\n    "
      "solved: 0 %\n"
      "    redial: {after_unsolved: 100 %, delay: 10 min, at_most: 1}\n    callback: {dial: 0 s}\n"
      "    escalation: {chance: 0 %, talk: 10 s}\n"
      "agent_groups:\n  tier1: {skills: [enquiry], staffing: 90, team_lead: leads}\n  leads: {skills: "
      "[escalation], staffing: 90}\n"
      "conversations:\n  courier:\n    use: " +
      library + "\n    attitude_complaint: {chance: 100 %, when: attempt > 1}\n";
  for (const std::string& other : cases())
    if (other != "attitude_complaint") text += "    " + other + ": null\n";
  const Run again = run(text);
  double second = 0, back = 0;
  std::map<std::uint64_t, AgentId> first_agent;
  for (const Leg& leg : again.legs) {
    if (leg.attempt == 1) first_agent[leg.contact] = leg.agent;
    if (leg.attempt == 2 && leg.leg == 1 && leg.outcome == Outcome::served) {
      ++second;
      back += leg.transferred;
    }
    if (leg.attempt == 2 && leg.leg == 2 && leg.type == 0) CHECK(leg.agent == first_agent[leg.contact]);
  }
  CHECK(second > 2500);
  // A quarter asks for the agent; for one in 90 it is the same.
  CHECK(back / second == Approx(0.25).margin(0.03));
}
