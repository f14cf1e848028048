// Who works in a random scenario.
#include <algorithm>

#include "random/plan.hpp"

namespace thirdring::test {
namespace {

std::string skills(Dice& dice, const PlannedGroup& group) {
  if (dice.chance(0.3)) return list_of(group.skills);
  Block all;
  for (const std::string& skill : group.skills) {
    Block one;
    if (dice.chance(0.6)) one.add("priority", std::to_string(dice.whole(1, 4)));
    if (dice.chance(0.3)) one.add("talk_factor", dice.number(0.6, 1.5));
    all.add(skill, one.text());
  }
  return all.text();
}

void staffing(Plan& plan, Block& block) {
  Dice& dice = plan.dice;
  const int agents = dice.whole(1, 5);
  if (dice.chance(0.3)) {
    block.add("staffing", std::to_string(agents));
  } else if (dice.chance(0.6)) {
    std::vector<std::string> rows;
    const int all = plan.periods * (dice.chance(0.3) ? plan.open_days : 1);
    for (int p = 0; p < all; ++p) rows.push_back(std::to_string(dice.whole(p == 0 ? 1 : 0, agents)));
    block.add("staffing", list_of(rows));
  } else {
    const double length = std::min(plan.hours, 8.0);
    Block whole, late;
    whole.add("agents", std::to_string(agents)).add("start", plan.clock(plan.opens));
    whole.add("length", fmt::format("{} h", length));
    if (dice.chance(0.7))
      whole.add("breaks", list_of({Block()
                                       .add("at", plan.clock(plan.opens + length / 2))
                                       .add("length", fmt::format("{} min", dice.whole(1, 10)))
                                       .text()}));
    late.add("agents", std::to_string(dice.whole(0, 2))).add("start", plan.clock(plan.opens + 0.5));
    late.add("length", "2 h").add("days", dice.word({"[mon, tue, wed]", "[thu, fri, sat, sun]"}));
    block.add("shifts", dice.chance(0.5) ? list_of({whole.text()}) : list_of({whole.text(), late.text()}));
  }
}

std::string proficiency(Dice& dice) {
  Block fresh, old;
  fresh.add("share", dice.share(0.1, 0.6));
  if (dice.chance(0.5)) {
    fresh.add("talk_factor", dice.number(0.8, 2));
  } else {
    Block learning;
    learning.add("from", dice.number(1, 2)).add("half_life", dice.duration(86400 * 20));
    if (dice.chance(0.5)) learning.add("to", dice.number(0.5, 1)).add("service", dice.duration(86400 * 30));
    fresh.add("learning", learning.text());
  }
  if (dice.chance(0.6)) fresh.add("solved", dice.share(0.5, 1));
  if (dice.chance(0.6)) fresh.add("escalation", dice.number(0, 2));
  old.add("share", dice.share(0.05, 0.3));
  Block levels;
  levels.add("new", fresh.text());
  if (dice.chance(0.4)) levels.add("old", old.text());
  return levels.text();
}

std::string group_block(Plan& plan, const PlannedGroup& group) {
  Dice& dice = plan.dice;
  Block block;
  block.add("skills", skills(dice, group));
  staffing(plan, block);
  if (dice.chance(0.2)) block.add("at_once", std::to_string(dice.whole(2, 4)));
  if (dice.chance(0.3)) block.add("shrinkage", dice.share(0, 0.6));
  if (dice.chance(0.5)) block.add("pick_up", dice.times(8));
  if (dice.chance(0.3)) block.add("away_after_no_answer", dice.times(60));
  const auto lead =
      std::find_if(plan.groups.begin(), plan.groups.end(), [](const auto& g) { return g.leads; });
  if (lead != plan.groups.end() && !group.leads && dice.chance(0.5)) block.add("team_lead", lead->name);
  if (const PlannedType& type = dice.pick(plan.types);
      dice.chance(0.3) && std::find(type.groups.begin(), type.groups.end(), group.name) != type.groups.end())
    block.add("reserve", Block().add(type.name, std::to_string(dice.whole(0, 2))).text());
  if (group.new_agents) block.add("proficiency", proficiency(dice));
  return block.text();
}

std::string workers(Dice& dice, const std::vector<std::string>& groups) {
  if (groups.size() == 1 && dice.chance(0.5)) return groups[0];
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < groups.size(); ++i)
    steps.push_back(i == 0
                        ? groups[0]
                        : Block().add("group", groups[i]).add("after", fmt::format("{} min", 10 * i)).text());
  return list_of(steps);
}

}  // namespace

std::string agent_groups(Plan& plan) {
  std::string text = "agent_groups:\n";
  for (const PlannedGroup& group : plan.groups)
    text += "  " + group.name + ": " + group_block(plan, group) + '\n';
  return text;
}

std::string routing(Plan& plan) {
  Dice& dice = plan.dice;
  Block block;
  if (dice.chance(0.6))
    block.add("agent_choice", dice.word({"longest_idle", "least_occupied", "fixed_order"}));
  if (dice.chance(0.6))
    block.add("queue_choice", dice.word({"priority_then_longest_wait", "weighted_wait", "longest_queue",
                                         "priority_then_earliest_deadline"}));
  for (const PlannedType& type : plan.types)
    if (dice.chance(0.5)) {
      std::vector<std::string> steps = {type.groups[0]};
      for (std::size_t i = 1; i < type.groups.size(); ++i)
        steps.push_back(
            Block().add("group", type.groups[i]).add("after", fmt::format("{} s", 20 * i)).text());
      block.add(type.name, list_of(steps));
    }
  return block.empty() ? "" : "routing: " + block.text() + '\n';
}

std::string cases_block(Plan& plan) {
  Dice& dice = plan.dice;
  if (plan.cases.empty()) return "";
  std::string text = "cases:\n";
  bool working_days = false;
  const auto due = [&](double seconds) {
    if (dice.chance(0.6)) return dice.duration(seconds);
    working_days = true;
    return fmt::format("{} working days", dice.whole(1, 3));
  };
  for (const PlannedCase& one : plan.cases) {
    Block block;
    if (!one.listed) block.add("worked_by", workers(dice, one.groups));
    block.add("work", dice.times(600)).add("answer_within", due(5400));
    if (dice.chance(0.5)) block.add("priority", std::to_string(dice.whole(1, 5)));
    if (dice.chance(0.5)) {
      block.add("contact", dice.times(120)).add("contact_within", due(1200));
      if (dice.chance(0.5)) block.add("contacted_by", workers(dice, one.groups));
    }
    if (one.travel) block.add("travel", dice.times(500)).add("on_site_within", due(2700));
    if (dice.chance(0.5)) block.add("wrap_up", dice.times(100)).add("close_within", due(9000));
    if (dice.chance(0.5)) {
      Block escalate;
      escalate.add(dice.word({"before", "after"}), dice.duration(600));
      if (dice.chance(0.5)) escalate.add("to", dice.pick(plan.groups).name);
      if (dice.chance(0.5)) escalate.add("priority", std::to_string(dice.whole(1, 3)));
      block.add("escalate", escalate.text());
    }
    text += "  " + one.name + ": " + block.text() + '\n';
  }
  if (!working_days && dice.chance(0.8)) return text;
  Block calendar;
  if (dice.chance(0.5)) calendar.add("days", dice.word({"mon-fri", "\"mon, wed, sat\"", "mon-sun"}));
  if (dice.chance(0.5)) calendar.add("hours", "09:00-17:00");
  if (dice.chance(0.5)) calendar.add("holidays", "[2026-03-03, 2026-03-05 to 2026-03-06]");
  if (dice.chance(0.5)) calendar.add("make_up_days", "[2026-03-07]");
  return text + "working_days: " + calendar.text() + '\n';
}

}  // namespace thirdring::test
