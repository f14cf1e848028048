// Conversations: what each step does, worked out by hand.
#include <map>

#include "catch.hpp"
#include "sim/measures/fingerprint.hpp"
#include "sim/measures/simulate.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

/// Enquiries of 60 s at the given moments, one agent without wrap-up, and these situations.
std::string said(const std::string& situations, const std::string& times = "08:00:00",
                 const std::string& more_of_type = "", const std::string& more_of_group = "") {
  return calls_at(times) + "    talk: 60 s\n    conversation: said\n" + more_of_type +
         served_by("    staffing: 1\n" + more_of_group) + "conversations:\n  said:\n" + situations;
}

/// A day with so many calls that shares can be read from it.
std::string busy_day(const std::string& situations) {
  return "time: {start: 2026-03-02 08:00, length: 10 h, period: 60 min}\n"
         "call_types:\n  enquiry: {arrivals: {rate: 2000/h}, talk: 60 s, conversation: said}\n"
         "agent_groups:\n  tier1: {skills: [enquiry], staffing: 90}\n"
         "conversations:\n  said:\n" +
         situations;
}

double share(const Run& day, const std::string& situation) {
  return static_cast<double>(day.times(situation)) / static_cast<double>(day.legs.size());
}

}  // namespace

TEST_CASE("stages come in their order, around the talk", "[conversation]") {
  const Run day =
      run(said("    bye: {stage: closing, steps: [say: 3 s]}\n"
               "    hello: {stage: opening, steps: [say: 4 s]}\n"
               "    half: {stage: body, at: 50 %, steps: [wait: 7 s]}\n"
               "    all: {stage: body, steps: [say: 2 s]}\n"));
  REQUIRE(day.legs.size() == 1);
  CHECK(day.legs[0].talk_time == 76);
  CHECK(day.legs[0].ended == 76);
  std::vector<std::string> order;
  for (const SituationId id : day.happened) order.push_back(day.model.situations[id].name);
  CHECK(order == std::vector<std::string>{"hello", "half", "all", "bye"});
}

TEST_CASE("an end leaves the rest unsaid, wherever it stands", "[conversation]") {
  const auto ends_after = [](const std::string& situation) {
    const Run day = run(
        said("    hello: {stage: opening, steps: [say: 4 s]}\n    bye: {stage: closing, steps: [say: 3 s]}\n"
             "    early: " +
             situation + "\n"));
    CHECK(day.end(day.legs[0]) == "over");
    CHECK(day.legs[0].outcome == Outcome::served);
    CHECK(day.legs[0].last_leg);
    return day.legs[0].ended;
  };
  CHECK(ends_after("{stage: opening, chance: 99.9999 %, steps: [say: 1 s, end: over]}") == 5);
  CHECK(ends_after("{stage: body, chance: 99.9999 %, at: 0 %, steps: [say: 1 s, end: over]}") == 5);
  CHECK(ends_after("{stage: body, chance: 99.9999 %, at: 25 %, steps: [say: 1 s, end: over]}") == 20);
  CHECK(ends_after("{stage: body, chance: 99.9999 %, steps: [say: 1 s, end: over]}") == 65);
  CHECK(ends_after("{stage: closing, chance: 99.9999 %, steps: [say: 1 s, end: over]}") == 68);
}

TEST_CASE("answers have their chances, and what follows goes on", "[conversation]") {
  const Run day = run(
      busy_day("    asked:\n      stage: opening\n      steps:\n"
               "        - ask: {a: {chance: 30 %, steps: [count: a]}, b: {chance: 50 %, steps: [count: b]},\n"
               "                c: 15 %, otherwise: [count: d]}\n"
               "        - count: all\n"));
  const auto n = static_cast<double>(day.legs.size());
  CHECK(n > 19000);
  CHECK(static_cast<double>(day.counts("a")) / n == Approx(0.30).margin(0.011));
  CHECK(static_cast<double>(day.counts("b")) / n == Approx(0.50).margin(0.012));
  CHECK(static_cast<double>(day.counts("d")) / n == Approx(0.05).margin(0.005));
  CHECK(day.counts("all") == day.legs.size());
}

TEST_CASE("what is repeated is geometric", "[conversation]") {
  const Run day =
      run(busy_day("    again: {stage: body, at: 20 %, steps: [repeat: {steps: [say: 8 s, count: said], "
                   "again: 25 %}]}\n"));
  const auto n = static_cast<double>(day.legs.size());
  // Mean 1 / (1 - p), variance p / (1 - p)^2.
  CHECK(static_cast<double>(day.counts("said")) / n == Approx(4.0 / 3).margin(4 * std::sqrt(4.0 / 9 / n)));
  CHECK(day.sum(Count::talk) == Approx(60 * n + 8 * static_cast<double>(day.counts("said"))));
  double once = 0;
  for (const Leg& leg : day.legs) once += std::abs(leg.talk_time - 68) < 1e-6;
  CHECK(once / n == Approx(0.75).margin(0.012));
}

TEST_CASE("at most one situation with a chance happens in a stage", "[conversation]") {
  const Run day =
      run(busy_day("    a: {stage: opening, chance: 30 %, steps: [say: 1 s]}\n"
                   "    every: {stage: opening, steps: [say: 5 s]}\n"
                   "    b: {stage: opening, chance: 70 %, steps: [say: 2 s]}\n"
                   "    c: {stage: body, chance: 20 %, at: 10 %, steps: [say: 10 s]}\n"
                   "    d: {stage: body, chance: 20 %, steps: [say: 20 s]}\n"
                   "    e: {stage: closing, chance: 20 %, steps: [say: 40 s]}\n"));
  CHECK(day.times("every") == day.legs.size());
  CHECK(day.times("a") + day.times("b") == day.legs.size());
  CHECK(share(day, "a") == Approx(0.3).margin(0.012));
  CHECK(share(day, "c") == Approx(0.2).margin(0.011));
  CHECK(share(day, "d") == Approx(0.2).margin(0.011));
  double both = 0, e = 0, with_c = 0;
  for (const Leg& leg : day.legs) {
    const auto more = static_cast<int>(std::lround(leg.talk_time - 66)) / 10;  // tens: 1 c, 2 d, 4 e
    both += (more & 3) == 3;
    e += (more & 4) != 0;
    with_c += (more & 5) == 5;
  }
  CHECK(both == 0);
  // Stages are independent of each other.
  CHECK(with_c / e == Approx(0.2).margin(0.025));
}

TEST_CASE("several conversations are independent, stage by stage", "[conversation]") {
  const std::string day_of_both =
      "time: {start: 2026-03-02 08:00, length: 10 h, period: 60 min}\n"
      "call_types:\n  enquiry: {arrivals: {rate: 2000/h}, talk: 60 s, conversation: [first, second]}\n"
      "agent_groups:\n  tier1: {skills: [enquiry], staffing: 90}\n"
      "conversations:\n  first: {a: {stage: opening, chance: 50 %, steps: [say: 1 s]}}\n"
      "  second: {b: {stage: opening, chance: 50 %, steps: [say: 2 s]}}\n";
  const Run day = run(day_of_both);
  double both = 0;
  for (const Leg& leg : day.legs) both += std::abs(leg.talk_time - 63) < 1e-6;
  CHECK(both / static_cast<double>(day.legs.size()) == Approx(0.25).margin(0.012));
}

TEST_CASE("what is said does not depend on other situations", "[conversation]") {
  // One more conversation in front, one more situation behind: the same callers still say the same.
  const auto who = [](const std::string& types, const std::string& conversations) {
    const Run day =
        run("time: {start: 2026-03-02 08:00, length: 2 h, period: 60 min}\n"
            "call_types:\n  enquiry: {arrivals: {rate: 200/h}, talk: 60 s, conversation: " +
            types +
            "}\n"
            "agent_groups:\n  tier1: {skills: [enquiry], staffing: 90}\nconversations:\n" +
            conversations);
    std::map<std::uint64_t, long> lengths;
    for (const Leg& leg : day.legs) lengths[leg.contact] = std::lround(leg.talk_time * 1000) % 1000;
    return lengths;
  };
  const std::string asked =
      "  asked:\n    a: {stage: body, chance: 40 %, steps: [ask: {yes: {chance: 50 %, steps: [say: 0.3 s]}, "
      "otherwise: [say: 0.1 s]}]}\n";
  const auto alone = who("asked", asked);
  CHECK(who("[more, asked]",
            "  more: {x: {stage: body, steps: [ask: {y: 30 %, otherwise: [say: 7 s]}]}}\n" + asked) == alone);
  CHECK(who("asked", asked + "    b: {stage: body, chance: 10 %, steps: [say: 3 s]}\n    c: {stage: opening, "
                             "chance: 50 %, steps: [say: 2 s]}\n") == alone);
}

TEST_CASE("a conversation in which nothing happens changes nothing", "[conversation]") {
  const std::string rest =
      "    talk: {distribution: lognormal, mean: 2 min, cv: 1}\n    patience: {distribution: exponential, "
      "mean: 1 min}\n"
      "    wrap_up: 20 s\n    solved: 80 %\n    redial: {after_unsolved: 50 %, after_abandoning: 50 %, "
      "delay: 3 min}\n"
      "    hold: {chance: 30 %, time: 40 s, consent: 90 %, if_refused: callback, after: 30 %, patience: 1 "
      "min}\n"
      "    callback: {promised: 5 %, not_before: 3 min}\n    escalation: {chance: 5 %, talk: 2 min}\n"
      "    transfers: [{chance: 10 %, to: other}]\n";
  const std::string agents =
      "  other: {arrivals: none, talk: 1 min}\n"
      "agent_groups:\n  tier1: {skills: [enquiry, other], staffing: 3, team_lead: leads, pick_up: 4 s}\n"
      "  leads: {skills: [escalation], staffing: 1}\n";
  const auto fingerprint = [&](const std::string& conversation) {
    const Model model = model_of(
        "time: {start: 2026-03-02 08:00, length: 5 h, period: 30 min}\ncall_types:\n  enquiry:\n"
        "    arrivals: {rate: 70/h}\n" +
        rest + conversation);
    Simulator simulator(model);
    Fingerprint watch;
    simulator.run(1, 0, &watch);
    return watch.value();
  };
  CHECK(fingerprint(agents) ==
        fingerprint("    conversation: said\n" + agents +
                    "conversations: {said: {a: {stage: opening, chance: 0 %, steps: [say: 5 s]}, "
                    "b: {stage: closing, chance: 0 %, steps: [end: x]}, c: {stage: body, at: 70 %, chance: 0 "
                    "%, steps: [hold: {time: 5 s}]}}}\n"));
}
