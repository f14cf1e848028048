#include "support/run.hpp"

#include <algorithm>

#include "catch.hpp"
#include "sim/measures/simulate.hpp"
#include "sim/scenario/load.hpp"

namespace thirdring::test {
namespace {

class Recorder final : public Observer {
 public:
  std::vector<Leg> legs;
  std::vector<AgentChange> changes;
  std::vector<SituationId> happened;
  std::vector<CounterId> counted_;
  double revenue = 0;
  void situation_happens(const Call&, SituationId situation) override { happened.push_back(situation); }
  void counted(const Call&, CounterId counter) override { counted_.push_back(counter); }
  void earns(const Call&, double amount) override { revenue += amount; }
  void leg_ends(const Call& call) override { legs.emplace_back(call); }
  void agent_changes(GroupId, AgentId agent, AgentState from, AgentState to, Seconds now) override {
    changes.push_back({now, agent, from, to});
  }
};

TypeId type_named(const Model& model, const std::string& name) {
  for (TypeId t = 0; t < model.call_types.size(); ++t)
    if (model.call_types[t].name == name) return t;
  FAIL("no call type " << name);
  return none;
}

}  // namespace

std::vector<Leg> Run::of(const std::string& type) const {
  std::vector<Leg> found;
  for (const Leg& leg : legs)
    if (leg.type == type_named(model, type)) found.push_back(leg);
  return found;
}

double Run::sum(Count c, const std::string& type) const {
  const TypeId t = type_named(model, type);
  double total = 0;
  for (std::size_t cell = totals.layout.first_cell(t); cell < totals.layout.end_cell(t); ++cell)
    for (PeriodId p = 0; p < totals.layout.periods(); ++p) total += totals.count(cell, p, c);
  return total;
}

double Run::sum(Count c) const {
  double total = 0;
  for (const CallType& type : model.call_types) total += sum(c, type.name);
  return total;
}

std::size_t Run::times(const std::string& situation) const {
  return static_cast<std::size_t>(std::count_if(happened.begin(), happened.end(), [&](SituationId id) {
    return model.situations[id].name == situation;
  }));
}

std::size_t Run::counts(const std::string& counter) const {
  return static_cast<std::size_t>(std::count_if(counted.begin(), counted.end(),
                                                [&](CounterId id) { return model.counters[id] == counter; }));
}

std::string Run::end(const Leg& leg) const { return leg.end == no_end ? "" : model.ends[leg.end]; }

double Run::agent_time(AgentState s) const {
  double total = 0;
  for (GroupId g = 0; g < totals.layout.groups(); ++g)
    for (PeriodId p = 0; p < totals.layout.periods(); ++p) total += totals.agent_time(g, p, s);
  return total;
}

namespace {

Model accepted(Loaded loaded) {
  for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  REQUIRE(loaded.model);
  return *std::move(loaded.model);
}

}  // namespace

Run run_model(Model model, std::uint64_t seed, std::uint64_t replication) {
  Simulator simulator(model);
  Recorder recorder;
  const Totals* totals = simulator.run(seed, replication, &recorder);
  REQUIRE(totals);
  return {std::move(model),
          std::move(recorder.legs),
          std::move(recorder.changes),
          std::move(recorder.happened),
          std::move(recorder.counted_),
          recorder.revenue,
          *totals};
}

Model model_of(const std::string& yaml) { return accepted(load_scenario_text(yaml, "test.yaml")); }

Run run(const std::string& yaml, std::uint64_t seed, std::uint64_t replication) {
  return run_model(model_of(yaml), seed, replication);
}

Run run_file(const std::string& file, std::uint64_t seed, std::uint64_t replication) {
  return run_model(accepted(load_scenario(file)), seed, replication);
}

std::string calls_at(const std::string& times) {
  return "time: {start: 2026-03-02 08:00, length: 1 h, period: 30 min}\n"
         "call_types:\n"
         "  enquiry:\n"
         "    arrivals: {times: [" +
         times + "]}\n";
}

std::string served_by(const std::string& group_keys) {
  return "agent_groups:\n"
         "  tier1:\n"
         "    skills: [enquiry]\n" +
         group_keys;
}

}  // namespace thirdring::test
