// Laws that every day obeys, on a day with everything at once.
#include <map>

#include "catch.hpp"
#include "sim/scenario/load.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

namespace {

std::vector<std::string> shipped() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(THIRDRING_SOURCE_DIR "/scenarios"))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  return files;
}

}  // namespace

TEST_CASE("every leg ends in one way, every contact in one leg, in all shipped scenarios", "[conservation]") {
  for (const std::string& file : shipped()) {
    INFO(file);
    for (std::uint64_t replication = 0; replication < 3; ++replication) {
      const Run day = run_file(file, 7, replication);
      const double ends = day.sum(Count::busy) + day.sum(Count::queue_full) + day.sum(Count::balked) +
                          day.sum(Count::abandoned) + day.sum(Count::answered) + day.sum(Count::to_callback) +
                          day.sum(Count::disconnected) + day.sum(Count::unfinished) +
                          day.sum(Count::not_reached) + day.sum(Count::withdrawn) + day.sum(Count::outage);
      CHECK(day.sum(Count::legs) == ends);

      // Every case has its contact in the call trace, closed ones as well as those that wait when the run
      // ends.
      double closed = 0, served = 0;
      for (const Case& c : day.totals.cases()) closed += !c.open();
      for (const CaseKind& kind : day.model.cases) served += day.sum(Count::answered, kind.name);
      CHECK(closed == served);

      double resumed = 0;
      std::map<std::pair<std::uint64_t, std::uint32_t>, std::vector<Leg>> attempts;
      for (const Leg& leg : day.legs) {
        attempts[{leg.contact, leg.attempt}].push_back(leg);
        resumed += leg.resumed;
        // A callback tried again, and a case after its first contact, have waited since before.
        const bool older = leg.tries > 1 ||
                           (leg.leg > 1 && day.model.call_types[leg.type].kind == CallType::Kind::work_order);
        CHECK(leg.arrived <= leg.asked + 1e-9 + (older ? 1e9 : 0));
        CHECK(leg.wait() >= 0);
        CHECK(leg.ended >= leg.arrived);
        CHECK((leg.talk_time >= 0 && leg.hold_time >= 0 && leg.ring_time >= 0));
      }
      CHECK(day.sum(Count::legs) + resumed == static_cast<double>(day.legs.size()));
      for (const auto& [key, legs] : attempts) {
        for (std::size_t i = 0; i < legs.size(); ++i) {
          CHECK(legs[i].leg == i + 1);
          CHECK(legs[i].last_leg == (i + 1 == legs.size()));
        }
      }
    }
  }
}

TEST_CASE("Little's law holds exactly on every path", "[conservation]") {
  // The integral of the queue and the time that calls spent waiting are kept in different ways.
  const Run day =
      run("time: {start: 2026-03-02 08:00, length: 4 h, period: 30 min}\n"
          "call_types:\n"
          "  enquiry: {arrivals: {rate: 120/h}, talk: {distribution: exponential, mean: 3 min},\n"
          "            patience: {distribution: exponential, mean: 2 min}}\n"
          "agent_groups:\n  tier1: {skills: [enquiry], staffing: 5}\n");
  double queue = 0;
  for (PeriodId p = 0; p < day.totals.layout.periods(); ++p) queue += day.totals.queue_time(0, p);
  CHECK(queue > 1000);
  CHECK(queue == Approx(day.sum(Count::wait_all)).epsilon(1e-10));
  // So are agents' talk and the talk of calls.
  CHECK(day.agent_time(AgentState::talking) == Approx(day.sum(Count::talk)).epsilon(1e-10));
}

TEST_CASE("agents' time adds up to their paid time and to the calls' times", "[conservation]") {
  const Run day = run_file(THIRDRING_SOURCE_DIR "/scenarios/courier_hotline.yaml", 3, 0);
  CHECK(day.agent_time(AgentState::talking) == Approx(day.sum(Count::talk)).epsilon(1e-9));
  CHECK(day.agent_time(AgentState::holding) == Approx(day.sum(Count::hold)).epsilon(1e-9));
  CHECK(day.agent_time(AgentState::wrap_up) == Approx(day.sum(Count::wrap_up)).epsilon(1e-9));
  std::map<AgentId, std::pair<AgentState, Seconds>> now;
  int busy = 0, on_duty = 0;
  for (const AgentChange& change : day.changes) {
    auto& [state, since] = now.try_emplace(change.agent, AgentState::off, 0.0).first->second;
    CHECK(state == change.from);
    CHECK(change.at >= since);
    state = change.to;
    since = change.at;
    busy += (change.to > AgentState::idle) - (change.from > AgentState::idle);
    on_duty += (change.to != AgentState::off) - (change.from != AgentState::off);
    CHECK(busy <= on_duty);
  }
  CHECK(busy == 0);
}

TEST_CASE("what conversations tell of adds up", "[conservation][conversation]") {
  const Run day = run_file(THIRDRING_SOURCE_DIR "/scenarios/courier_hotline.yaml", 3, 1);
  const Totals& totals = day.totals;
  double happened = 0, counted = 0, ended = 0, revenue = 0;
  for (SituationId id = 0; id < day.model.situations.size(); ++id) happened += totals.happened(id);
  for (TypeId t = 0; t < day.model.call_types.size(); ++t) {
    for (CounterId c = 0; c < day.model.counters.size(); ++c) counted += totals.counted(c, t);
    for (std::size_t e = 0; e < day.model.ends.size(); ++e)
      ended += totals.ended(static_cast<std::uint32_t>(e), t);
    revenue += totals.revenue(t);
  }
  CHECK(happened == static_cast<double>(day.happened.size()));
  CHECK(counted == static_cast<double>(day.counted.size()));
  CHECK(revenue == day.revenue);
  CHECK(revenue > 0);
  double with_end = 0, greeted = 0, first_legs = 0, said_goodbye = 0, spoken = 0;
  for (const Leg& leg : day.legs) {
    const bool talked = day.model.call_types[leg.type].conversation && leg.answered < never && !leg.resumed;
    with_end += leg.end != no_end;
    first_legs += talked && leg.leg == 1;
    // Who ends by name, is passed on or hangs up on hold does not come to the closing; the others do.
    said_goodbye +=
        talked && leg.end == no_end && leg.outcome == Outcome::served && !leg.escalated && !leg.transferred;
    spoken += talked;
    if (leg.end != no_end) {
      CHECK(leg.outcome == Outcome::served);
      CHECK_FALSE(leg.escalated);
      CHECK_FALSE(leg.transferred);
      CHECK(leg.unsolved == leg.will_redial);
    }
  }
  greeted = static_cast<double>(day.times("greeting"));
  CHECK(ended == with_end);
  CHECK(ended > 30);
  CHECK(greeted == first_legs);
  CHECK(static_cast<double>(day.times("anything_else")) == said_goodbye);
  CHECK(spoken > said_goodbye);
}

TEST_CASE("the same seed gives the same day, another replication another one", "[conservation]") {
  const std::string file = THIRDRING_SOURCE_DIR "/scenarios/courier_hotline.yaml";
  const auto ends = [&](std::uint64_t replication) {
    std::vector<Seconds> moments;
    for (const Leg& leg : run_file(file, 5, replication).legs) moments.push_back(leg.ended);
    return moments;
  };
  CHECK(ends(0) == ends(0));
  CHECK(ends(0) != ends(1));
}

TEST_CASE("another agent does not change the callers", "[conservation]") {
  const auto callers = [](int agents) {
    const Run day =
        run("time: {start: 2026-03-02 08:00, length: 2 h, period: 30 min}\n"
            "call_types:\n"
            "  enquiry: {arrivals: {rate: 90/h}, talk: {distribution: lognormal, mean: 3 min, cv: 1}, menu: "
            "{distribution: exponential, mean: 5 s}}\n"
            "agent_groups:\n  tier1: {skills: [enquiry], staffing: " +
            std::to_string(agents) + "}\n");
    std::map<std::uint64_t, std::tuple<Seconds, Seconds, Seconds>> of;
    for (const Leg& leg : day.legs)
      of[leg.contact] = {leg.arrived, leg.asked, std::round(leg.talk_time * 1e6) / 1e6};
    return of;
  };
  CHECK(callers(5) == callers(6));
}
