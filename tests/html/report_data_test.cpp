#include <cmath>

#include "analysis/html/gathered.hpp"
#include "analysis/html/html_report.hpp"
#include "analysis/html/one_more.hpp"
#include "analysis/html/replay.hpp"
#include "analysis/queueing/formulas.hpp"
#include "catch.hpp"
#include "tests/html/data.hpp"
#include "tests/support/one_pool.hpp"

using namespace thirdring;
using nlohmann::json;

namespace {

const Origin origin{"day.yaml", "0123456789abcdef", "0.1.0", {}, {}};

RunOptions options_of(std::uint64_t replications, unsigned threads = 1) {
  RunOptions options;
  options.replications = replications;
  options.threads = threads;
  return options;
}

test::Parts agreed() {
  test::Parts parts;
  parts.more = "agreements: {soon: {share: answered_within 30 s, at_least: 80 %, per: day, penalty: 10}}\n";
  return parts;
}

double sum(const json& numbers) {
  double total = 0;
  for (const json& x : numbers) total += x.is_null() ? 0 : x.get<double>();
  return total;
}

}  // namespace

TEST_CASE("the pictures of a run say what the run says", "[html]") {
  const Model model = agreed().model();
  const Experiment experiment = run_experiment(model, options_of(50));
  const Results& results = experiment.results;
  const json data = test::data_of(html_report(experiment, origin, PageLanguage::en));
  const auto value = [&](const char* measure) { return results.estimate(*find_measure(measure), {}).value; };

  CHECK(sum(data["day"]["offered"]["mean"]) == Approx(value("calls")).epsilon(1e-3));
  CHECK(sum(data["day"]["answered"]["mean"]) == Approx(value("calls_answered")).epsilon(1e-3));
  // What is left of the calls has abandoned: this centre has no other way out.
  CHECK(sum(data["day"]["abandoned"]["mean"]) ==
        Approx(value("calls") - value("calls_answered")).epsilon(1e-3));
  CHECK(data["day"]["labels"] == json({"08:00", "08:30", "09:00", "09:30"}));

  CHECK(data["agreements"][0]["achieved"][0].get<double>() ==
        Approx(results.agreement(0).achieved.value).epsilon(1e-4));
  CHECK(data["aim"]["agreement"] == "soon");
  CHECK(data["aim"]["within"] == 30);
  // By period: answered in time of the calls that count, weighted, is what the agreement reaches.
  double in_time = 0, counted = 0;
  const Gathered gathered = gather(experiment, aim_of(model));
  for (std::size_t c = 0; c < gathered.columns.size(); ++c) {
    in_time += gathered.centre(c).in_time.over;
    counted += gathered.centre(c).in_time.under;
  }
  CHECK(in_time / counted == Approx(results.agreement(0).achieved.value));

  const json& group = data["groups"][0];
  CHECK(sum(group["agents"]) / 4 == Approx(value("agents")).epsilon(1e-3));
  // Who is there is idle or at work, and nobody has a break: agents over four half-hours are their hours.
  CHECK(sum(group["hours"]) == Approx(sum(group["agents"]) / 2).epsilon(1e-3));
  CHECK(data["heat"]["types"][0]["level"] == data["day"]["level"]["mean"]);
  CHECK(sum(data["waits"]["shares"]) == Approx(1).epsilon(1e-3));
  CHECK(sum(data["waits"]["rings"]) == Approx(1).epsilon(1e-3));
  CHECK(data["run"]["command"] == "thirdring run day.yaml --seed 1 --replications 50 --plain");
}

TEST_CASE("what is gathered does not depend on threads", "[html]") {
  const Model model = agreed().model();
  const Experiment one = run_experiment(model, options_of(12, 1)),
                   three = run_experiment(model, options_of(12, 3));
  CHECK(html_report(one, origin, PageLanguage::en) == html_report(three, origin, PageLanguage::en));
}

TEST_CASE("the worst and the busiest replication are found", "[html]") {
  const Model model = agreed().model();
  const Gathered gathered = gather(run_experiment(model, options_of(20)), aim_of(model));
  REQUIRE(gathered.days.size() == 20);
  for (const GatheredDay& day : gathered.days) {
    CHECK(day.all.offered <= gathered.days[gathered.busiest].all.offered);
    CHECK(day.missed() <= gathered.days[gathered.worst].missed());
  }
}

TEST_CASE("one more agent is a plan with one more agent", "[html]") {
  test::Parts parts = agreed();
  const Model model = parts.model();
  parts.group = "staffing: [5, 7, 6, 4]";
  const Model written = parts.model();
  const Experiment experiment = run_experiment(model, options_of(30));
  const auto plans = one_more_each(model, gather(experiment, aim_of(model)));
  REQUIRE(plans.size() == 1);
  CHECK(plans[0].model.groups[0].staffing == written.groups[0].staffing);
  const Comparison comparison = compare_one_more(experiment, plans);
  const Experiment after = run_experiment(written, options_of(30));
  CHECK(comparison.results[1]->agreement(0).achieved.value == after.results.agreement(0).achieved.value);
  CHECK(comparison.results[0]->agreement(0).achieved.value == experiment.results.agreement(0).achieved.value);
}

TEST_CASE("one more agent comes in the shift that covers most late calls", "[html]") {
  test::Parts parts;
  parts.time = "{start: 2026-03-02 08:00, length: 8 h, period: 30 min, days: 2}";
  parts.arrivals = "{rate: 30/h}";
  // Nobody but one in the afternoon: there calls are late.
  parts.group =
      "shifts: [{agents: 8, start: 08:00, length: 4 h}, {agents: 1, start: 12:00, length: 4 h, breaks: [{at: "
      "14:00, "
      "length: 15 min}]}]";
  const Model model = parts.model();
  const auto plans = one_more_each(model, gather(run_experiment(model, options_of(5)), aim_of(model)));
  REQUIRE(plans[0].shift);
  CHECK(plans[0].shift->start == 4 * 3600);
  // One on each of the two days.
  CHECK(plans[0].model.groups[0].shifts.size() == model.groups[0].shifts.size() + 2);
  const Shift& second = plans[0].model.groups[0].shifts.back();
  CHECK(second.start == 86400 + 4 * 3600);
  CHECK(second.breaks.size() == 1);
}

TEST_CASE("the agents needed are the fewest that are enough", "[html]") {
  const Model model = agreed().model();
  const Experiment experiment = run_experiment(model, options_of(50));
  const Aim aim = aim_of(model);
  const auto columns = columns_of(model.calendar);
  const Required required = required_agents(experiment.results, columns, aim);
  CHECK(required.formula == "Erlang A");
  const double calls = experiment.results.estimate(*find_measure("calls"), {}, 1).value;
  const double handle = experiment.results.estimate(*find_measure("handle_time"), {}).value;
  const auto level = [&](double agents) {
    return make_queue({calls / 1800, 1 / handle, static_cast<std::uint32_t>(agents)}, 1 / 120.0,
                      unlimited_lines)
        ->shares(30, 0)
        .offered();
  };
  CHECK(level(required.agents[1]) >= 0.8);
  CHECK(level(required.agents[1] - 1) < 0.8);
  CHECK(required.load[1] == Approx(calls / 1800 * handle));
}

TEST_CASE("a replay counts those who wait and who work", "[html]") {
  const Model model = agreed().model();
  const Replay day = replay(model, 1, 3, 0);
  CHECK(day.step == 15);
  CHECK(day.moments == 3 * 240);
  REQUIRE(day.waiting.size() == day.moments);
  REQUIRE(day.all_legs == day.legs.size());
  const auto agents = [&](std::size_t m, AgentState state) {
    return day.agents[m * agent_states + static_cast<std::size_t>(state)];
  };
  std::uint32_t ever = 0;
  for (std::size_t m = 1; m < day.moments; ++m) {
    const Seconds now = static_cast<double>(m) * day.step;
    std::uint32_t waiting = 0, talking = 0;
    for (const Replay::Leg& leg : day.legs) {
      waiting += leg.asked < now && std::min(leg.answered, leg.ended) >= now;
      talking += leg.answered < now && leg.ended >= now;
    }
    CHECK(day.waiting[m] == waiting);
    CHECK(agents(m, AgentState::talking) == talking);
    ever += waiting;
  }
  CHECK(ever > 100);
}

TEST_CASE("reports of odd runs make sense", "[html]") {
  SECTION("no calls") {
    test::Parts parts = agreed();
    parts.arrivals = "{volumes: [0, 0, 0, 0]}";
    const Model model = parts.model();
    const json data =
        test::data_of(html_report(run_experiment(model, options_of(3)), origin, PageLanguage::en));
    CHECK(data["waits"].is_null());
    CHECK(data["day"]["level"]["mean"] == json({nullptr, nullptr, nullptr, nullptr}));
    CHECK(data["agreements"][0]["achieved"][0].is_null());
    CHECK(data["staffing"]["required"][0].is_null());
  }
  SECTION("one replication") {
    const Model model = agreed().model();
    const json data =
        test::data_of(html_report(run_experiment(model, options_of(1)), origin, PageLanguage::en));
    CHECK(data["run"]["observations"] == 1);
    CHECK(data["one_more"]["replications"] == 1);
    CHECK(data["one_more"]["plans"][0]["agreements"][0]["achieved"]["difference"][1].is_null());
  }
  SECTION("a thousand call types, and 60 days") {
    std::string yaml =
                    "time: {start: 2026-03-02 08:00, length: 2 h, period: 30 min, days: 60}\ncall_types:\n",
                skills;
    for (int i = 0; i < 1000; ++i) {
      yaml += fmt::format("  type_{:04}: {{arrivals: {{rate: 0.01/h}}, talk: 2 min}}\n", i);
      skills += fmt::format("{}type_{:04}", i ? ", " : "", i);
    }
    yaml += fmt::format("agent_groups: {{agents: {{skills: [{}], staffing: 2}}}}\n", skills);
    const Model model = test::model_of(yaml);
    const std::string html = html_report(run_experiment(model, options_of(1)), origin, PageLanguage::en);
    CHECK(html.size() < 1'500'000);
    const json data = test::data_of(html);
    CHECK(data["heat"]["types"].size() == 30);
    CHECK(data["heat"]["others"] == 971);
    CHECK(data["day"]["labels"].size() == 60);
    CHECK(data["day"]["labels"][1] == "2026-03-03");
  }
}

TEST_CASE("a comparison's page has the plans, the differences and what decides", "[html]") {
  test::Parts parts = agreed();
  const Model first = parts.model();
  parts.group = "staffing: [8, 8, 8, 8]";
  const Model second = parts.model();
  const Comparison comparison = compare_models({&first, &second}, options_of(40));
  Origin other = origin;
  other.scenario = "more.yaml";
  const json data = test::data_of(html_report(comparison, {origin, other}, PageLanguage::en));
  CHECK(data["plans"].size() == 2);
  CHECK(data["plans"][1]["agreements"][0]["achieved"][0].get<double>() ==
        Approx(comparison.results[1]->agreement(0).achieved.value).epsilon(1e-4));
  bool found = false;
  for (const json& d : data["differences"][0]) {
    if (d["measure"] != "agreement.soon.achieved") continue;
    found = true;
    CHECK(d["difference"][0].get<double>() ==
          Approx(d["second"][0].get<double>() - d["first"][0].get<double>()).epsilon(1e-3));
  }
  CHECK(found);
}

TEST_CASE("a Chinese page doubts and warns in Chinese", "[html]") {
  test::Parts parts = agreed();
  const Model model = parts.model();
  Origin warned = origin;
  warned.warnings.push_back(
      {"day.yaml:3:1: lines: ", Sentence("expected a line for each agent at least, got {} for "
                                         "{} agents: some of them can never talk",
                                         4, 5)});
  const Experiment few = run_experiment(model, options_of(3));
  const json data = test::data_of(html_report(few, warned, PageLanguage::zh));
  CHECK(data["run"]["warnings"] ==
        json::array(
            {"day.yaml:3:1: lines: 中继线数至少应等于坐席数，但 5 名坐席只有 4 条：部分坐席永远无法通话"}));
  CHECK(data["run"]["doubts"] == json::array({"置信区间只基于 3 次重复：至少取 10 次才可信赖。"}));
  const json english = test::data_of(html_report(few, warned, PageLanguage::en));
  CHECK(english["run"]["warnings"][0] == warned.warnings[0].text());
  CHECK(english["run"]["doubts"] ==
        json::array({"Intervals rest on 3 replications: take 10 or more to rely on them."}));
}
