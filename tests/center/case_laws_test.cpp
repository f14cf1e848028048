// Cases against exact answers, and the laws they keep.
#include "analysis/queueing/erlang.hpp"
#include "analysis/statistics/intervals.hpp"
#include "catch.hpp"
#include "sim/measures/fingerprint.hpp"
#include "sim/measures/simulate.hpp"
#include "support/run.hpp"

using namespace thirdring;
using namespace thirdring::test;

TEST_CASE("Crews against the exact M/M/n", "[cases][exact]") {
  // The way there is the service; the call before it takes no time.
  const Model model = model_of(
      "time: {start: 2026-03-02 00:00, length: 2000 h, period: 1000 h}\n"
      "call_types: {call: {arrivals: {rate: 7/h}, talk: 0 s, opens: {fault: 100 %}}}\n"
      "cases: {fault: {worked_by: crews, travel: {distribution: exponential, mean: 30 min}, work: 0 s}}\n"
      "agent_groups: {tier1: {skills: [call], staffing: 20}, crews: {staffing: 5}}\n");
  Simulator simulator(model);
  const ErlangC exact({7.0 / 3600, 1.0 / 1800, 5});
  BivariateMoments times, delayed;
  for (std::uint64_t replication = 0; replication < 20; ++replication) {
    const Totals& totals = *simulator.run(1, replication);
    double sum = 0, done = 0, waited = 0;
    for (const Case& c : totals.cases())
      if (!c.open()) sum += c.at(CaseStep::on_site) - c.opened, done += 1;
    const TypeId fault = model.cases[0].type;
    for (std::size_t cell = totals.layout.first_cell(fault); cell < totals.layout.end_cell(fault); ++cell)
      for (PeriodId p = 0; p < totals.layout.periods(); ++p) waited += totals.count(cell, p, Count::waited);
    times.add({sum, done});
    delayed.add({waited, done});
  }
  const Estimate time = ratio_interval(times, 0.999), delay = ratio_interval(delayed, 0.999);
  INFO("times " << time.low << " to " << time.high << ", delayed " << delay.low << " to " << delay.high);
  CHECK(time.low <= exact.mean_wait() + 1800);
  CHECK(exact.mean_wait() + 1800 <= time.high);
  CHECK(time.half_width() < 0.03 * time.value);
  CHECK(delay.low <= exact.delay_probability());
  CHECK(exact.delay_probability() <= delay.high);
}

TEST_CASE("Cases are conserved, and the same in every run", "[cases][conservation]") {
  const Model model = model_of(
      "time: {start: 2026-03-02 08:00, length: 6 h, days: 4, period: 1 h}\n"
      "call_types: {call: {arrivals: {rate: 40/h}, talk: {distribution: exponential, mean: 3 min},\n"
      "  patience: {distribution: exponential, mean: 2 min}, opens: {complaint: 20 %, fault: 20 %}}}\n"
      "cases:\n"
      "  complaint: {worked_by: [desk, {group: tier1, after: 20 min}], contact: 3 min, wrap_up: 2 min,\n"
      "    work: {distribution: lognormal, mean: 15 min, cv: 1}, answer_within: 1 h, escalate: {to: leads, "
      "before: 10 min}}\n"
      "  fault: {worked_by: crews, travel: {distribution: exponential, mean: 20 min}, work: 10 min,\n"
      "    on_site_within: 45 min, escalate: {before: 10 min}}\n"
      "agent_groups:\n"
      "  tier1: {skills: [call], staffing: 3, shrinkage: 10 %}\n"
      "  desk: {shifts: [{agents: 2, start: 09:00, length: 8 h, breaks: [{at: 12:00, length: 30 min}]}]}\n"
      "  leads: {staffing: 1}\n  crews: {staffing: 3, shrinkage: 10 %}\n");
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Simulator simulator(model), again(model);
    Fingerprint one_print, other_print;
    const Totals& totals = *simulator.run(seed, 0, &one_print);
    again.run(seed, 1);
    again.run(seed, 0, &other_print);
    CHECK(one_print.value() == other_print.value());
    double closed = 0, unfinished = 0, opened = 0;
    for (const Case& c : totals.cases()) {
      ++opened;
      closed += !c.open();
      unfinished += c.open();
      CHECK(c.opened <= c.until);
      for (std::size_t i = 0; i < case_steps; ++i)
        if (c.done[i] < never) CHECK((c.done[i] >= c.opened && c.done[i] <= c.until));
    }
    CHECK(opened == closed + unfinished);
    double legs = 0;
    for (const char* type : {"complaint", "fault"}) {
      const Layout& layout = totals.layout;
      for (TypeId t = 0; t < model.call_types.size(); ++t)
        if (model.call_types[t].name == type)
          for (std::size_t cell = layout.first_cell(t); cell < layout.end_cell(t); ++cell)
            for (PeriodId p = 0; p < layout.periods(); ++p) legs += totals.count(cell, p, Count::answered);
    }
    CHECK(legs == closed);
  }
}

TEST_CASE("Cases move nobody's numbers", "[cases]") {
  const auto legs = [](const std::string& opens) {
    return run("time: {start: 2026-03-02 08:00, length: 2 h}\n"
               "call_types:\n"
               "  call: {arrivals: {rate: 60/h}, talk: {distribution: exponential, mean: 3 min}, wrap_up: 20 "
               "s,\n"
               "         patience: {distribution: exponential, mean: 2 min}" +
               opens +
               "}\n"
               "cases: {complaint: {worked_by: desk, work: {distribution: exponential, mean: 10 min}}}\n"
               "agent_groups: {tier1: {skills: [call], staffing: 3}, desk: {staffing: 1}}\n")
        .of("call");
  };
  const std::vector<Leg> without = legs(""), with = legs(", opens: {complaint: 40 %}");
  REQUIRE(without.size() == with.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    CHECK(with[i].arrived == without[i].arrived);
    CHECK(with[i].ended == without[i].ended);
    CHECK(with[i].talk_time == without[i].talk_time);
    CHECK(with[i].outcome == without[i].outcome);
  }
}
