// Every key is read into its place in the model.
#include "sim/scenario/load.hpp"

#include <cmath>
#include <filesystem>

#include "catch.hpp"

using namespace thirdring;

namespace {

const std::filesystem::path root = THIRDRING_SOURCE_DIR;

Model model_of(const std::filesystem::path& file) {
  Loaded loaded = load_scenario(file);
  for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
  REQUIRE(loaded.model);
  return *loaded.model;
}

const Model& everything() {
  static const Model model = model_of(root / "tests/scenario/everything.yaml");
  return model;
}

TypeId type(const Model& m, const std::string& name) {
  for (TypeId t = 0; t < m.call_types.size(); ++t)
    if (m.call_types[t].name == name) return t;
  FAIL("no type " + name);
  return none;
}

const Skill& skill(const Model& m, GroupId g, const std::string& name) {
  for (const Skill& s : m.groups[g].skills)
    if (s.type == type(m, name)) return s;
  FAIL("no skill " + name);
  return m.groups[g].skills[0];
}

}  // namespace

TEST_CASE("The scenario's own keys", "[scenario][load]") {
  const Model& m = everything();
  CHECK(m.why == "Is every key read into its place?");
  CHECK(m.name == "Everything");
  CHECK(m.run.replications == 7);
  CHECK(m.run.seed == 42);
  REQUIRE(m.run.precision);
  REQUIRE(m.run.precision->goals.size() == 2);
  CHECK(m.run.precision->goals[0].measure == "speed_of_answer");
  CHECK(m.run.precision->goals[0].half_width == 2);
  CHECK(m.run.precision->goals[1].measure == "abandoned");
  CHECK(m.run.precision->goals[1].half_width == 0.01);
  CHECK(m.run.precision->at_most == 500);
  CHECK(m.run.warm_up == 1800);
  CHECK(m.calendar.stretches == 3);
  CHECK(m.calendar.has_warm_up());
  CHECK(m.lines == 60);
  CHECK(m.ringing.cycle == 6);
  CHECK(m.ringing.take_back_after == 24);
  REQUIRE(m.busyness);
  CHECK(m.busyness->kind() == Distribution::Kind::gamma);
  CHECK(m.busyness->variance() == Approx(0.01));
  CHECK(m.agent_choice == AgentChoice::least_occupied);
  CHECK(m.queue_choice == QueueChoice::weighted_wait);
  CHECK(m.measuring.credit == Credit::answer);
  CHECK(m.measuring.formula == ServiceLevelFormula::with_blocked);
  CHECK(m.measuring.acceptable_wait == 30);
  CHECK(m.measuring.short_abandon == 4);
  CHECK(m.measuring.rings == 2);
  CHECK(m.currency == "CNY");
  CHECK(m.thresholds == std::vector<Seconds>{4, 12, 18, 30, 3600, 7200});
}

TEST_CASE("A call type's keys", "[scenario][load]") {
  const Model& m = everything();
  const CallType& t = m.call_types[0];
  CHECK(t.name == "enquiry");
  CHECK(t.kind == CallType::Kind::inbound);
  CHECK(t.menu.mean() == 15);
  CHECK(t.patience.kind() == Distribution::Kind::exponential);
  CHECK(t.patience.mean() == 90);
  CHECK(t.balk == 0.05);
  CHECK(t.queue_capacity == 30);
  CHECK(t.talk.mean() == Approx(180));
  CHECK(t.wrap_up.mean() == Approx(0.8 * 30 + 0.2 * 120));
  CHECK(t.solved == 0.9);
  CHECK(t.weight == 2.5);
  CHECK(t.redial.after_busy == 0.6);
  CHECK(t.redial.after_abandoning == 0.4);
  CHECK(t.redial.after_unsolved == 0.3);
  CHECK(t.redial.after_balking == 0.2);
  CHECK(t.redial.delay.mean() == 300);
  CHECK(t.redial.at_most == 3);
  REQUIRE(t.hold);
  CHECK(t.hold->chance == 0.2);
  CHECK(t.hold->consent == 0.75);
  CHECK(t.hold->callback_if_refused);
  CHECK(t.hold->after == 0.25);
  CHECK(t.hold->time.kind() == Distribution::Kind::weibull);
  CHECK(t.hold->patience.mean() == Approx(180));
  CHECK(t.route.size() == 2);
  CHECK((t.route[0].group == 0 && t.route[0].after == 0));
  CHECK((t.route[1].group == 1 && t.route[1].after == 30));
}

TEST_CASE("Arrivals of every kind", "[scenario][load]") {
  const Model& m = everything();
  const Arrivals& a = m.call_types[0].arrivals;
  CHECK(a.kind == Arrivals::Kind::constant);
  REQUIRE(a.rate.size() == m.calendar.periods.size());
  CHECK(a.rate[0] == Approx(10 / 1200.0));
  CHECK(a.rate[5] == Approx(60 / 1200.0));
  CHECK(a.rate[6] == 0);  // closed
  CHECK(a.rate[7] == Approx(10 / 1200.0));
  CHECK(a.busyness->variance() == Approx(0.04));
  CHECK(a.batch->mean() == 2);
  REQUIRE(a.surges.size() == 3);  // each day at 08:30, and once on the second
  CHECK((a.surges[0].start == 1800 && a.surges[0].length == 600 && a.surges[0].calls == 25));
  CHECK(a.surges[0].shape == Surge::Shape::triangle);
  CHECK(a.surges[1].start == 86400 + 1800);
  CHECK((a.surges[2].start == 86400 + 3600 && a.surges[2].shape == Surge::Shape::decay &&
         a.surges[2].calls == 12.5));

  const Arrivals& linear = m.call_types[1].arrivals;
  CHECK(linear.kind == Arrivals::Kind::linear);
  REQUIRE(linear.knots.size() == 6);
  CHECK((linear.knots[1].at == 3600 && linear.knots[1].rate == Approx(1 / 60.0)));
  CHECK((linear.knots[5].at == 86400 + 7200 && linear.knots[5].rate == Approx(0.001)));
  CHECK(m.call_types[2].arrivals.expected_calls(m.calendar) == 0);
  CHECK(m.call_types[3].arrivals.kind == Arrivals::Kind::replay);
  CHECK(m.call_types[3].arrivals.times == std::vector<Seconds>{5, 86400 + 5, 86400 + 7.5});
}

TEST_CASE("Callbacks are a type of their own", "[scenario][load]") {
  const Model& m = everything();
  const CallType& t = m.call_types[0];
  REQUIRE(t.callback);
  CHECK(t.callback->offer == Callback::Offer::queue_at_least);
  CHECK(t.callback->queue == 5);
  CHECK(t.callback->accepted == 0.5);
  CHECK(t.callback->promised == 0.1);
  CHECK_FALSE(t.callback->keeps_place);
  CHECK(t.callback->not_before == 60);
  CHECK(t.callback->due == 7200);
  CHECK(t.callback->reserve == 2);
  CHECK(t.callback->same_agent_for == 600);
  CHECK(t.callback->dial.mean() == 12);
  CHECK(t.callback->reached == 0.7);
  CHECK(t.callback->attempts == 4);
  CHECK(t.callback->retry_after.mean() == 1200);

  REQUIRE(t.callback_type == type(m, "enquiry.callback"));
  const CallType& c = m.call_types[t.callback_type];
  CHECK(c.kind == CallType::Kind::callback);
  CHECK(c.origin == 0);
  CHECK(c.talk.mean() == 120);
  CHECK(c.wrap_up.mean() == t.wrap_up.mean());
  CHECK(c.solved == 0.9);
  CHECK(c.patience.is_never());
  CHECK(c.arrivals.expected_calls(m.calendar) == 0);
  CHECK(c.redial.after_unsolved == 0);
  CHECK(c.callback->promised == 0);
  CHECK(c.callback->offer == Callback::Offer::never_offered);
  CHECK(c.callback->attempts == 4);
  CHECK_FALSE(c.hold->callback_if_refused);
  CHECK(c.escalation);
  CHECK(c.transfers.size() == 2);
  CHECK(c.route.size() == 2);
  CHECK(c.route[1].after == 30);
  // Behind everything else its groups do.
  CHECK(skill(m, 0, "enquiry.callback").priority == 10);
  CHECK(skill(m, 1, "enquiry.callback").priority == 2);
}

TEST_CASE("Escalations wait for the leads in a type of their own", "[scenario][load]") {
  const Model& m = everything();
  const Escalation& e = *m.call_types[0].escalation;
  CHECK(e.chance == 0.03);
  CHECK(e.mode == Escalation::Mode::warm);
  CHECK(e.hand_over.kind() == Distribution::Kind::normal);
  CHECK(e.talk.mean() == 240);
  CHECK(e.wrap_up.mean() == 60);
  CHECK(e.within == 45);
  CHECK(e.otherwise == Escalation::Otherwise::callback);
  CHECK(e.to == none);

  const TypeId id = type(m, "escalation");
  CHECK(m.call_types[id].kind == CallType::Kind::escalation);
  CHECK((m.call_types[id].route.size() == 1 && m.call_types[id].route[0].group == 2));
  CHECK(m.groups[2].escalation_type == id);
  CHECK(skill(m, 2, "escalation").priority == 1);
  const CallType& returned = m.call_types[m.call_types[id].callback_type];
  CHECK(returned.name == "escalation.callback");
  CHECK(returned.kind == CallType::Kind::callback);
  CHECK(returned.origin == id);
  CHECK(m.call_types[id].callback->dial.mean() == 10);
  CHECK(m.call_types[id].callback->attempts == 1);
  CHECK(m.call_types[id].callback->keeps_place);
  CHECK(skill(m, 2, "escalation.callback").priority == 1);
}

TEST_CASE("Transfers go to a type, or to a group by a type of their own", "[scenario][load]") {
  const Model& m = everything();
  const auto& transfers = m.call_types[0].transfers;
  REQUIRE(transfers.size() == 2);
  CHECK(transfers[0].chance == 0.1);
  CHECK(transfers[0].to == type(m, "complaint"));
  CHECK(transfers[0].warm);
  CHECK(transfers[0].hand_over.mean() == 20);
  CHECK(transfers[1].to == type(m, "enquiry.transfer.tier2"));
  CHECK_FALSE(transfers[1].warm);
  const CallType& t = m.call_types[transfers[1].to];
  CHECK(t.kind == CallType::Kind::transfer);
  CHECK(t.origin == 0);
  CHECK(t.talk.kind() == Distribution::Kind::hyperexponential);
  CHECK(t.patience.mean() == 90);
  CHECK((t.route.size() == 1 && t.route[0].group == 1));
  CHECK(skill(m, 1, "enquiry.transfer.tier2").priority == 1);
}

TEST_CASE("Conversations become a program", "[scenario][load]") {
  using Op = Program::Op;
  const Model& m = everything();
  REQUIRE(m.call_types[0].conversation);
  CHECK_FALSE(m.call_types[1].conversation);
  const Program& program = *m.call_types[0].conversation;
  REQUIRE(m.situations.size() == 6);
  CHECK(m.situations[1].name == "silent");
  CHECK(m.situations[1].conversation == "courier");
  CHECK(m.situations[1].type == 0);
  CHECK(m.counters == std::vector<std::string>{"late"});
  CHECK(m.ends == std::vector<std::string>{"silent"});
  // The opening: one number for two situations, the greeting in any case.
  REQUIRE(program.steps[0].op == Op::choose);
  const Program::Choice& opening = program.choices[program.steps[0].to];
  CHECK(opening.total == Approx(0.10));
  REQUIRE(opening.end - opening.first == 2);
  CHECK(program.chances[opening.first].chance == 0.02);
  const Program::Conditions when = program.chances[opening.first + 1].when;
  REQUIRE(when.end - when.first == 2);
  CHECK(program.conditions[when.first].of == Program::Condition::Of::wait);
  CHECK(program.conditions[when.first].least == std::nextafter(18, 19));  // a ring lasts 6 s
  CHECK(program.conditions[when.first + 1].most == 8);
  CHECK(program.steps[1].op == Op::happens);
  CHECK((program.steps[2].op == Op::speak && program.steps[2].x == 4));
  CHECK(program.later_legs == 3);
  const auto first = [&](Op op) {
    for (const Program::Step& step : program.steps)
      if (step.op == op) return step;
    FAIL("no such step");
    return program.steps[0];
  };
  CHECK(first(Op::talk).x == 0.25);
  CHECK(first(Op::talk_factor).x == 1.5);
  CHECK(first(Op::same_agent).x == 180);
  CHECK(first(Op::earn).x == 2.5);
  CHECK(first(Op::topic).to == 0);
  CHECK(first(Op::escalate).to == 2);
  const Program::PassOn& way = program.transfers[first(Op::transfer).to];
  CHECK((way.to == type(m, "complaint") && way.warm && way.hand_over.mean() == 15));
  const Program::Promise& promise = program.promises[first(Op::promise).to];
  CHECK((promise.by_leads && promise.leads == none && promise.not_before == 300 && promise.due == 10800));
  const Program::Step hold = first(Op::hold);
  CHECK((program.laws[hold.to].mean() == 40 && program.laws[hold.to + 1].mean() == 120));
}

TEST_CASE("Agent groups", "[scenario][load]") {
  const Model& m = everything();
  const AgentGroup& g = m.groups[0];
  CHECK(g.name == "tier1");
  CHECK(g.staffing == std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0});
  CHECK(g.shrinkage == 0.12);
  CHECK(g.pick_up.mean() == 4);
  CHECK(g.away_after_no_answer.mean() == 120);
  CHECK(g.team_lead == 2);
  CHECK(g.cost_per_hour == 25);
  CHECK(skill(m, 0, "complaint").priority == 2);
  CHECK(skill(m, 0, "complaint").talk_factor == 1.2);
  REQUIRE(g.reservations.size() == 2);
  CHECK((g.reservations[0].type == 1 && g.reservations[0].agents == 1));
  CHECK(g.reservations[1].type == type(m, "enquiry.callback"));
  REQUIRE(g.proficiencies.size() == 1);
  CHECK(m.proficiencies == std::vector<std::string>{"new"});
  const Proficiency& level = g.proficiencies[0];
  CHECK((level.level == 0 && level.share == 0.3 && level.talk_factor == 1.3 && level.solved == 0.8 &&
         level.escalation == 1.5));
  CHECK(m.groups[1].staffing == std::vector<std::uint32_t>{2, 2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2, 0});
  CHECK(m.groups[2].cost_per_hour == Approx(40));
}

TEST_CASE("Shifts are those of single agents", "[scenario][load]") {
  const auto& shifts = everything().groups[2].shifts;
  REQUIRE(shifts.size() == 5);  // two agents on two days, one on Tuesday
  // Monday's began before the run.
  CHECK((shifts[0].start == 0 && shifts[0].end == 7200));
  REQUIRE(shifts[0].breaks.size() == 2);
  CHECK((shifts[0].breaks[0].at == 1800 && shifts[0].breaks[0].length == 900));
  CHECK((shifts[2].start == 86400 - 1800 && shifts[2].end == 86400 + 7200));
  CHECK((shifts[4].start == 86400 + 3600 && shifts[4].end == 86400 + 7200));
}

TEST_CASE("Agreements", "[scenario][load]") {
  const Model& m = everything();
  REQUIRE(m.agreements.size() == 4);
  const Agreement& a = m.agreements[0];
  CHECK(a.name == "third_ring");
  CHECK(a.statistic == Agreement::Statistic::answered_within);
  CHECK(a.threshold == 18);
  CHECK(a.of == std::vector<TypeId>{0});
  CHECK(a.at_least);
  CHECK(a.limit == 0.85);
  CHECK(a.per == Agreement::Per::day);
  CHECK(a.penalty == 2000);
  CHECK(m.agreements[1].statistic == Agreement::Statistic::called_back_within);
  CHECK(m.agreements[1].per == Agreement::Per::whole_run);
  CHECK(m.agreements[2].measure == "abandoned");
  CHECK_FALSE(m.agreements[2].at_least);
  CHECK(m.agreements[2].per == Agreement::Per::period);
  CHECK(m.agreements[3].limit == 40);
  CHECK(m.agreements[3].of == std::vector<TypeId>{0, type(m, "escalation")});
}

TEST_CASE("Defaults are those of the model", "[scenario][load]") {
  const Model m = model_of(root / "scenarios/erlang_c.yaml");
  const Model plain;
  CHECK(m.lines == plain.lines);
  CHECK(m.ringing.cycle == plain.ringing.cycle);
  CHECK(m.ringing.take_back_after == plain.ringing.take_back_after);
  CHECK(m.agent_choice == plain.agent_choice);
  CHECK(m.measuring.acceptable_wait == plain.measuring.acceptable_wait);
  CHECK(m.call_types[0].patience.is_never());
  CHECK(m.call_types[0].wrap_up.is_zero());
  CHECK(m.call_types[0].redial.at_most == CallType().redial.at_most);
  CHECK(m.call_types[0].queue_capacity == CallType().queue_capacity);
  CHECK(m.groups[0].away_after_no_answer.mean() == AgentGroup().away_after_no_answer.mean());
  CHECK(m.thresholds == std::vector<Seconds>{5, 15, 20});
}

TEST_CASE("Every shipped scenario loads, without a warning", "[scenario][load]") {
  for (const auto& entry : std::filesystem::directory_iterator(root / "scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    INFO(entry.path().string());
    const Loaded loaded = load_scenario(entry.path());
    for (const Problem& problem : loaded.problems) UNSCOPED_INFO(problem.text());
    CHECK(loaded.model);
    CHECK(loaded.warnings.empty());
    CHECK(!loaded.model->why.empty());
    CHECK(loaded.hash.size() == 16);
  }
}
