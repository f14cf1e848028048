// Everything around the calls and the staff of a random scenario.
#include <algorithm>

#include "random/plan.hpp"
#include "sim/model/measure_names.hpp"

namespace thirdring::test {
namespace {

std::string limit(Dice& dice, MeasureName::Unit unit) {
  return unit == MeasureName::Unit::share  ? dice.share(0.01, 0.99)
         : unit == MeasureName::Unit::time ? dice.duration(40)
                                           : dice.number(0, 9);
}

const MeasureName& some_measure(Dice& dice) {
  constexpr int all = static_cast<int>(std::size(measure_names));
  return measure_names[dice.whole(0, all - 1)];
}

std::string names_of_types(Plan& plan) {
  std::vector<std::string> names;
  for (const PlannedType& type : plan.types) names.push_back(type.name);
  return list_of(plan.dice.some(names));
}

std::string agreements(Plan& plan) {
  Dice& dice = plan.dice;
  Block all;
  const auto limited = [&](Block block, MeasureName::Unit unit) {
    block.add(dice.word({"at_least", "at_most"}), limit(dice, unit));
    if (dice.chance(0.5)) block.add("penalty", dice.number(0, 100));
    return block.text();
  };
  Block promise, measure, mean, percentile, cases, back;
  promise.add("share", dice.word({"answered_within 3 rings", "answered_within 20 s"}))
      .add("of", names_of_types(plan));
  promise.add("per", dice.word({"period", "day", "run"}));
  all.add("answers", limited(promise, MeasureName::Unit::share));
  const MeasureName& chosen = some_measure(dice);
  measure.add("measure", std::string(chosen.name)).add("per", "run");
  all.add("some_measure", limited(measure, chosen.unit));
  mean.add("measure", "wait").add("statistic", dice.word({"mean", "maximum"}));
  all.add("waits", limited(mean, MeasureName::Unit::time));
  percentile.add("measure", "wait").add("percentile", dice.share(0.3, 0.95)).add("per", "run");
  all.add("most_waits", limited(percentile, MeasureName::Unit::time));
  if (std::any_of(plan.types.begin(), plan.types.end(), [](const auto& type) { return type.callback; }))
    all.add("called_back", limited(back.add("share", "called_back_within 1 h"), MeasureName::Unit::share));
  if (!plan.cases.empty()) {
    cases.add("share", dice.word({"answered_within 2 h", "contacted_within 30 min", "closed_within 4 h"}));
    all.add("worked", limited(cases.add("of", list_of({plan.cases[0].name})), MeasureName::Unit::share));
  }
  return all.text();
}

std::string outage(Plan& plan) {
  Dice& dice = plan.dice;
  Block block;
  if (dice.chance(0.6))
    block.add("at", plan.moment());
  else
    block.add("every", dice.times(5000));
  block.add("lasts", dice.times(500));
  bool of_types = true;
  if (dice.chance(0.4)) {
    block.add("call_types", names_of_types(plan));
  } else if (dice.chance(0.4)) {
    block.add("groups", list_of({plan.groups[0].name}));
    of_types = false;
  } else if (!plan.sites.empty() && dice.chance(0.6)) {
    block.add("sites", list_of({dice.pick(plan.sites)}));
    of_types = false;
  }
  if (dice.chance(0.5)) block.add("calls_in_progress", dice.word({"kept", "cut"}));
  const bool all_call_back =
      std::all_of(plan.types.begin(), plan.types.end(), [](const auto& type) { return type.callback; });
  if (of_types && all_call_back && dice.chance(0.5)) block.add("leave_number", dice.share(0.1, 0.9));
  if (dice.chance(0.5)) block.add("call_later", dice.share(0.1, 0.9)).add("delay", dice.times(400));
  return block.text();
}

std::string area(Plan& plan) {
  Dice& dice = plan.dice;
  const PlannedType& type = dice.pick(plan.types);
  Block block, cut;
  block.add("customers", std::to_string(dice.whole(1, 400)));
  cut.add("at", fmt::format("2026-03-{:02} {}", plan.first_day, plan.clock(plan.opens)));
  cut.add("lasts", dice.times(1500));
  const bool announced = dice.chance(0.4), at_random = dice.chance(0.5);
  if (announced) cut.add("announced", dice.duration(7200));
  const auto calls = [&] {
    return Block()
        .add("call_type", type.name)
        .add("share", dice.share(0, 0.1))
        .add("delay", dice.times(600))
        .text();
  };
  block.add("power_cuts", list_of({cut.text()}));
  if (at_random) block.add("reliability", dice.share(0.9, 1)).add("repair", dice.times(1200));
  if (!announced) block.add("fault_calls", calls());
  if (announced) block.add("enquiries", calls());
  if (type.shared) block.add("province", plan.provinces[0]);
  return block.text();
}

std::string sites_block(Plan& plan) {
  Dice& dice = plan.dice;
  std::string text = "sites:\n";
  for (const std::string& site : plan.sites) {
    Block block, provinces;
    std::vector<std::string> groups;
    for (const PlannedGroup& group : plan.groups)
      if (group.site == site) groups.push_back(group.name);
    block.add("groups", list_of(groups));
    if (dice.chance(0.6)) block.add("overflow_after", dice.duration(40));
    for (std::size_t p = 0; p < plan.provinces.size(); ++p)
      if (plan.sites[p % plan.sites.size()] == site) provinces.add(plan.provinces[p], dice.number(0.5, 4));
    if (!provinces.empty()) block.add("provinces", provinces.text());
    text += "  " + site + ": " + block.text() + '\n';
  }
  return text;
}

/// It changes nothing, but must be read and written again.
std::string sweep_block(Plan& plan) {
  Dice& dice = plan.dice;
  const std::string factor = "\"call_types." + plan.types[0].name + ".weight*\"";
  Block block, variables;
  variables.add("lines", dice.word({"3..9:2", "[4, 5]", "2~20"}));
  if (dice.chance(0.5)) variables.add(factor, "[0.5, 2]");
  block.add("variables", variables.text()).add("where", list_of({"lines <= 12"}));
  if (dice.chance(0.5)) block.add("zip", list_of({list_of({"lines", factor})}));
  if (dice.chance(0.5))
    block.add("plans", "{few: {ringing: {cycle: 4 s}, measures.rings: 2}, \"more: 1\": {measures.rings: 4}}");
  if (dice.chance(0.5)) block.add("design", dice.word({"sobol:8", "random:5"})).add("design_seed", "3");
  if (dice.chance(0.5)) block.add("replications", std::to_string(dice.whole(1, 9))).add("seed", "2");
  return "sweep: " + block.text() + '\n';
}

}  // namespace

std::string settings(Plan& plan) {
  Dice& dice = plan.dice;
  std::string text;
  Block run, ringing, measures, costs;
  if (dice.chance(0.3)) text += "why: \"What if: \\\"a\\\" # and b?\"\n";
  if (dice.chance(0.3)) text += "name: Random day\n";
  run.add("replications", std::to_string(dice.whole(1, 9))).add("seed", std::to_string(dice.whole(0, 99999)));
  const MeasureName& measure = some_measure(dice);
  if (dice.chance(0.3))
    run.add("precision",
            Block()
                .add("measure", std::string(measure.name))
                .add("half_width", limit(dice, measure.unit))
                .add("at_most", std::to_string(dice.whole(2, 50)))
                .add("also", list_of({Block().add("measure", "calls").add("half_width", "5").text()}))
                .text());
  if (plan.periods * plan.open_days >= 4 && dice.chance(0.3)) {
    run.add("warm_up", dice.chance(0.5) ? "auto" : fmt::format("{} min", plan.period_minutes));
    if (dice.chance(0.5)) run.add("batches", std::to_string(dice.whole(2, 3)));
  }
  text += "run: " + run.text() + '\n';
  if (plan.has_lines) text += fmt::format("lines: {}\n", dice.whole(1, 12));
  if (dice.chance(0.5)) ringing.add("cycle", dice.duration(5));
  if (dice.chance(0.5)) ringing.add("take_back_after", dice.word({"never", "2 rings", "12 s"}));
  if (!ringing.empty()) text += "ringing: " + ringing.text() + '\n';
  if (dice.chance(0.3)) text += "busyness: " + dice.factors() + '\n';
  measures.add("credit", dice.word({"arrival", "answer", "end"}));
  if (dice.chance(0.5))
    measures.add("service_level", dice.word({"answered_only", "exclude_short", "with_blocked"}));
  if (dice.chance(0.5))
    measures.add("acceptable_wait", dice.duration(20)).add("short_abandon", dice.duration(5));
  if (dice.chance(0.5)) measures.add("rings", std::to_string(dice.whole(1, 5)));
  text += "measures: " + measures.text() + '\n';
  if (dice.chance(0.5)) text += "agreements: " + agreements(plan) + '\n';
  costs.add(plan.groups[0].name, dice.rate(25)).add("currency", "CNY");
  if (dice.chance(0.4)) text += "costs: " + costs.text() + '\n';
  return text;
}

std::string surroundings(Plan& plan) {
  Dice& dice = plan.dice;
  std::string text;
  if (!plan.sites.empty()) text += sites_block(plan);
  for (const std::string& list : plan.outbound) {
    Block block;
    block.add("contacts", std::to_string(dice.whole(1, 40))).add("talk", dice.times(80));
    if (dice.chance(0.5)) block.add("wrap_up", dice.times(20));
    if (dice.chance(0.5)) block.add("due", dice.duration(7200));
    if (dice.chance(0.5)) block.add("keep", std::to_string(dice.whole(0, 2)));
    if (dice.chance(0.5)) block.add("dial", dice.times(15)).add("reached", dice.share(0, 1));
    if (dice.chance(0.5))
      block.add("attempts", std::to_string(dice.whole(1, 4))).add("retry_after", dice.times(900));
    text += "outbound: " + Block().add(list, block.text()).text() + '\n';
  }
  if (dice.chance(0.3)) {
    text += "outages:\n  exchange: " + outage(plan) + '\n';
    if (dice.chance(0.4)) text += "  database: " + outage(plan) + '\n';
  }
  if (dice.chance(0.25)) text += "served_areas: {old_town: " + area(plan) + "}\n";
  if (dice.chance(0.2)) text += sweep_block(plan);
  return text;
}

}  // namespace thirdring::test
