// What calls of a random scenario do.
#include "random/plan.hpp"

namespace thirdring::test {
namespace {

std::string arrivals_file(Plan& plan, double calls) {
  std::string text = "time,calls\n";
  for (int p = 0; p < plan.periods; ++p)
    text += fmt::format("{},{:.2f}\n", plan.clock(plan.opens + p * plan.period_minutes / 60.0),
                        calls / plan.periods);
  return plan.dice.file("csv", text);
}

std::string arrivals(Plan& plan, const PlannedType& type) {
  Dice& dice = plan.dice;
  Block block;
  const double calls = dice.real(2, 60);  // a day
  const bool by_moments = !type.shared && dice.chance(0.15);
  if (by_moments && dice.chance(0.5)) {
    block.add("times", list_of({plan.moment(), plan.moment(), plan.moment()}));
  } else if (by_moments) {
    block.add("times_file", dice.file("csv", "time\n" + plan.moment() + '\n' + plan.moment() + '\n'));
  } else {
    const int kind = dice.whole(0, 9);
    if (kind == 0)
      block.add("linear",
                list_of({Block().add("at", plan.clock(plan.opens)).add("rate", dice.rate(5)).text(),
                         Block().add("at", plan.moment(0.1)).add("rate", dice.rate(calls)).text()}));
    else if (kind == 1)
      block.add("file", arrivals_file(plan, calls));
    else if (kind < 5)
      block.add("rate", dice.rate(calls / plan.hours));
    else {
      std::vector<std::string> volumes;
      const int all = plan.periods * (dice.chance(0.3) ? plan.open_days : 1);
      for (int p = 0; p < all; ++p) volumes.push_back(dice.number(0, 2 * calls / plan.periods));
      block.add("volumes", list_of(volumes));
    }
    if (dice.chance(0.3)) block.add("busyness", dice.factors());
    if (dice.chance(0.15)) block.add("batch", dice.factors());
  }
  if (dice.chance(0.2))
    block.add("surges", list_of({Block()
                                     .add("start", plan.moment())
                                     .add("length", dice.duration(600))
                                     .add("shape", dice.word({"block", "triangle", "decay"}))
                                     .add("calls", dice.number(0, 25))
                                     .text()}));
  return block.text();
}

std::string dialler(Plan& plan, const PlannedType& type) {
  Dice& dice = plan.dice;
  Block block;
  block.add("group", dice.pick(type.groups)).add("reached", dice.share(0.05, 1));
  if (dice.chance(0.6)) block.add("numbers", dice.number(0.5, 3));
  if (dice.chance(0.3)) block.add("idle", std::to_string(dice.whole(1, 3)));
  if (dice.chance(0.3)) block.add("idle_of_all", std::to_string(dice.whole(0, 4)));
  if (dice.chance(0.6)) block.add("dial", dice.times(15));
  if (dice.chance(0.4)) block.add("from", plan.moment(0, 0.3));
  if (dice.chance(0.4)) block.add("until", plan.moment(0.5, 1));
  return Block().add("dialler", block.text()).text();
}

std::string redial(Dice& dice) {
  Block block;
  for (const char* key : {"after_busy", "after_abandoning", "after_unsolved", "after_balking"})
    if (dice.chance(0.6)) block.add(key, dice.share(0.01, 0.8));
  block.add("delay", dice.times(300));
  if (dice.chance(0.6)) block.add("at_most", std::to_string(dice.whole(1, 4)));
  return block.text();
}

std::string hold(Dice& dice, const PlannedType& type) {
  Block block;
  block.add("chance", dice.share(0.05, 1)).add("time", dice.times(45));
  if (dice.chance(0.4)) block.add("consent", dice.share(0, 1));
  if (dice.chance(0.5)) block.add("patience", dice.patience(60));
  if (dice.chance(0.4)) block.add("after", dice.share(0, 1));
  if (dice.chance(0.4))
    block.add("if_refused", type.callback ? dice.word({"continue", "callback"}) : "continue");
  return block.text();
}

void dialling(Dice& dice, Block& block) {
  if (dice.chance(0.4)) block.add("dial", dice.times(15));
  if (dice.chance(0.5)) block.add("reached", dice.share(0, 1));
  if (dice.chance(0.5)) block.add("attempts", std::to_string(dice.whole(1, 4)));
  if (dice.chance(0.5)) block.add("retry_after", dice.times(900));
}

std::string callback(Dice& dice) {
  Block block;
  if (dice.chance(0.8))
    block.add("offer", dice.pick(std::vector<std::string>{"always", "expected_wait > 30 s", "queue >= 2",
                                                          "queue > 0"}));
  if (dice.chance(0.6)) block.add("accepted", dice.share(0.1, 1));
  if (dice.chance(0.5)) block.add("promised", dice.share(0, 0.5));
  if (dice.chance(0.5)) block.add("keeps_place", dice.word({"yes", "no"}));
  if (dice.chance(0.4)) block.add("not_before", dice.duration(300));
  if (dice.chance(0.4)) block.add("due", dice.duration(3600));
  if (dice.chance(0.3)) block.add("reserve", std::to_string(dice.whole(0, 2)));
  if (dice.chance(0.3)) block.add("same_agent_for", dice.duration(600));
  if (dice.chance(0.4)) block.add("talk", dice.times(120));
  dialling(dice, block);
  return block.text();
}

std::string follow_ups(Dice& dice, const PlannedType& type) {
  Block all;
  for (const std::string& name : type.follow_ups) {
    Block one;
    one.add("chance", dice.share(0.05, 0.5)).add("after", dice.times(1200)).add("talk", dice.times(90));
    if (dice.chance(0.4)) one.add("wrap_up", dice.times(20));
    if (dice.chance(0.4)) one.add("due", dice.duration(5400));
    if (dice.chance(0.4)) one.add("keep", std::to_string(dice.whole(0, 2)));
    if (dice.chance(0.4)) one.add("same_agent_for", dice.duration(900));
    dialling(dice, one);
    all.add(name, one.text());
  }
  return all.text();
}

std::string escalation(Dice& dice, const PlannedType& type) {
  Block block;
  const std::string mode = dice.word({"warm", "cold", "call_back"});
  block.add("chance", dice.share(0.01, 0.3)).add("to", type.lead).add("talk", dice.times(150));
  if (mode != "warm" || dice.chance(0.5)) block.add("mode", mode);
  if (dice.chance(0.4)) block.add("hand_over", dice.times(20));
  if (dice.chance(0.4)) block.add("wrap_up", dice.times(30));
  if (dice.chance(0.5)) {
    block.add("within", dice.duration(60));
    block.add("otherwise", mode == "warm" ? dice.word({"wait", "callback", "back_to_agent"})
                                          : dice.word({"wait", "callback"}));
  }
  return block.text();
}

std::string transfers(Plan& plan, const PlannedType& type) {
  Dice& dice = plan.dice;
  const auto& target = dice.pick(plan.types);
  std::vector<std::string> result;
  const auto way = [&](const std::string& to, bool to_group) {
    Block block;
    block.add("chance", dice.share(0.01, 0.2)).add("to", to);
    if (dice.chance(0.5)) block.add("mode", dice.word({"warm", "cold"})).add("hand_over", dice.times(20));
    if (to_group && dice.chance(0.5)) block.add("talk", dice.times(100));
    result.push_back(block.text());
  };
  if (target.name != type.name && target.shared == type.shared) way(target.name, false);
  const auto& group = dice.pick(plan.groups);
  if (!group.leads && dice.chance(0.5)) way(group.name, true);
  return result.empty() ? "" : list_of(result);
}

std::string opens(Plan& plan) {
  Block block;
  for (const PlannedCase& one : plan.cases)
    if (plan.dice.chance(0.7)) block.add(one.name, plan.dice.share(0.05, 0.5));
  return block.text();
}

std::string call_type(Plan& plan, const PlannedType& type) {
  Dice& dice = plan.dice;
  Block block;
  block.add("arrivals", type.dialled && !type.shared ? dialler(plan, type) : arrivals(plan, type))
      .add("talk", dice.times(dice.real(60, 300)));
  if (dice.chance(0.3)) block.add("menu", dice.times(15));
  if (dice.chance(0.7)) block.add("patience", dice.patience(120));
  if (dice.chance(0.3)) block.add("balk", dice.share(0, 0.5));
  if (dice.chance(0.2)) block.add("queue_capacity", std::to_string(dice.whole(0, 8)));
  if (dice.chance(0.5)) block.add("wrap_up", dice.times(30));
  if (dice.chance(0.4)) block.add("solved", dice.share(0.5, 1));
  if (dice.chance(0.3)) block.add("weight", dice.number(0.5, 3));
  if (type.preemptible) block.add("preemptible", "yes");
  if (type.redial) block.add("redial", redial(dice));
  if (type.hold) block.add("hold", hold(dice, type));
  if (type.callback) block.add("callback", callback(dice));
  if (!type.follow_ups.empty()) block.add("follow_ups", follow_ups(dice, type));
  if (type.escalation) block.add("escalation", escalation(dice, type));
  if (!type.home.empty()) block.add("home", type.home);
  if (!type.conversation.empty())
    block.add("conversation", dice.chance(0.2) ? list_of({type.conversation}) : type.conversation);
  if (!plan.cases.empty()) block.add("opens", opens(plan));
  if (const std::string ways = transfers(plan, type); dice.chance(0.4) && !ways.empty())
    block.add("transfers", ways);
  return block.text();
}

}  // namespace

std::string call_types(Plan& plan) {
  std::string text = "call_types:\n";
  for (const PlannedType& type : plan.types) text += "  " + type.name + ": " + call_type(plan, type) + '\n';
  return text;
}

}  // namespace thirdring::test
