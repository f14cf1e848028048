// What is said in a random scenario.
#include <algorithm>

#include "random/plan.hpp"

namespace thirdring::test {
namespace {

class Talk {
 public:
  Talk(Plan& plan, const std::string& name) : plan_(plan), dice_(plan.dice), types_(plan.serving(name)) {}

  std::string conversation(const std::string& name) {
    Block situations;
    int number = 0;
    for (const char* stage : {"opening", "body", "hold", "closing"}) {
      if (std::string(stage) == "hold" && !any([](const PlannedType& t) { return t.hold; })) continue;
      stage_ = stage;
      for (int i = dice_.whole(number == 0 && stage_ == "closing" ? 1 : 0, 3); i > 0; --i)
        situations.add(fmt::format("{}_{}", name, ++number), situation());
    }
    if (!dice_.chance(0.2)) return situations.text();
    return Block().add("use", dice_.file("yaml", situations.text())).text();
  }

 private:
  template <class Is>
  bool any(Is is) const {
    return std::any_of(types_.begin(), types_.end(), [&](const PlannedType* t) { return is(*t); });
  }
  template <class Is>
  bool all(Is is) const {
    return std::all_of(types_.begin(), types_.end(), [&](const PlannedType* t) { return is(*t); });
  }

  std::string situation() {
    Block block;
    block.add("stage", stage_);
    talk_left_ = stage_ == "opening" || stage_ == "hold";
    if (stage_ == "body" && dice_.chance(0.5)) {
      block.add("at", dice_.share(0.05, 0.9));
      talk_left_ = true;
    }
    const bool by_chance = dice_.chance(0.7);
    if (by_chance) block.add("chance", dice_.share(0.02, 0.3));
    if (dice_.chance(0.3)) block.add("when", '"' + condition() + '"');
    block.add("steps", steps(2, by_chance));
    return block.text();
  }

  std::string condition() {
    std::vector<std::string> possible = {"rings < 3",
                                         "waited >= 0 s",
                                         "attempt >= 1",
                                         "waited <= 1 h",
                                         "hour >= 0 and attempt < 9",
                                         "earlier_outcome != abandoned and rings >= 1"};
    if (stage_ == "hold" || stage_ == "closing") possible.push_back("held <= 1 h");
    if (stage_ != "hold") possible.push_back("call_type = " + types_[0]->name);
    if (all([&](const PlannedType& t) { return plan_.may_meet_new_agents(t); }))
      possible.push_back("proficiency " + dice_.word({"=", "!="}) + " new");
    return dice_.pick(possible);
  }

  std::string steps(int depth, bool may_pass_on) {
    std::vector<std::string> result;
    for (int i = dice_.whole(1, 3); i > 0; --i) result.push_back(step(depth));
    if (may_pass_on && dice_.chance(0.4)) result.push_back(last_step());
    return list_of(result);
  }

  std::string named(const char* key, const std::string& value) { return Block().add(key, value).text(); }

  std::string step(int depth) {
    const int kind = dice_.whole(0, depth > 0 ? 9 : 5);
    if (kind == 1) return named("wait", dice_.times(6));
    if (kind == 2) return named("count", dice_.word({"praise", "service_complaint"}));
    if (kind == 3) return named("revenue", dice_.number(0, 20));
    if (kind == 4 && !plan_.cases.empty()) return named("open", dice_.pick(plan_.cases).name);
    if (kind == 5 && talk_left_) return named("talk_factor", dice_.number(0.5, 2));
    if (kind == 6) return ask(depth - 1);
    if (kind == 7 && stage_ != "hold") return hold(depth - 1);
    if (kind == 8)
      return named("repeat",
                   Block().add("steps", steps(depth - 1, false)).add("again", dice_.share(0, 0.5)).text());
    if (kind == 9) return named("topic", other_topic());
    return named("say", dice_.times(10));
  }

  std::string other_topic() {
    const PlannedType& type = dice_.pick(plan_.types);
    return type.shared ? "same" : dice_.word({"same", type.name.c_str()});
  }

  std::string ask(int depth) {
    Block block;
    block.add("yes_of_course", dice_.share(0.1, 0.4));
    block.add("perhaps",
              Block().add("chance", dice_.share(0.1, 0.4)).add("steps", steps(depth, false)).text());
    if (dice_.chance(0.6)) block.add("otherwise", steps(depth, true));
    return named("ask", block.text());
  }

  std::string hold(int depth) {
    Block block;
    block.add("time", dice_.times(30));
    if (dice_.chance(0.5)) block.add("patience", dice_.patience(40));
    if (dice_.chance(0.5)) block.add("consent", dice_.share(0, 0.9)).add("otherwise", steps(depth, true));
    return named("hold", block.text());
  }

  std::string last_step() {
    const auto escalates = [](const PlannedType& t) { return t.escalation; };
    const auto calls_back = [](const PlannedType& t) { return t.callback; };
    const int kind = dice_.whole(0, 5);
    if (kind == 0 && all(escalates)) return "escalate";
    if (kind == 1 && all(escalates)) return named("escalate", types_[0]->lead);
    if (kind == 2 && all(calls_back))
      return dice_.chance(0.5) ? "callback" : named("callback", promise(escalates));
    if (kind == 3) return transfer();
    if (kind == 4) return named("redial", redial());
    return named("end", dice_.word({"silent", "rude", "wrong_number"}));
  }

  template <class Is>
  std::string promise(Is escalates) {
    Block block;
    if (all(escalates) && dice_.chance(0.5)) block.add("by", types_[0]->lead);
    block.add("not_before", dice_.duration(120)).add("due", dice_.duration(3600));
    return block.text();
  }

  std::string redial() {
    if (all([](const PlannedType& t) { return t.redial; }) && dice_.chance(0.5)) return dice_.share(0.1, 0.8);
    return Block().add("chance", dice_.share(0.1, 0.8)).add("delay", dice_.times(200)).text();
  }

  std::string transfer() {
    Block block;
    const PlannedType& type = dice_.pick(plan_.types);
    const PlannedGroup& group = dice_.pick(plan_.groups);
    const bool same_kind =
        all([&](const PlannedType& t) { return t.shared == type.shared && t.name != type.name; });
    if (same_kind && dice_.chance(0.4)) {
      if (dice_.chance(0.5)) return named("transfer", type.name);
      block.add("to", type.name).add("mode", "warm").add("hand_over", dice_.times(15));
    } else if (!group.leads && dice_.chance(0.5)) {
      block.add("to", group.name).add("mode", dice_.word({"warm", "cold"})).add("hand_over", dice_.times(15));
    } else {
      block.add("to", "same_agent").add("within", dice_.duration(60));
    }
    return named("transfer", block.text());
  }

  Plan& plan_;
  Dice& dice_;
  std::vector<const PlannedType*> types_;
  std::string stage_;
  bool talk_left_ = false;
};

}  // namespace

std::string conversations(Plan& plan) {
  std::string text;
  for (const char* name : {"courier", "power"})
    if (!plan.serving(name).empty())
      text += fmt::format("  {}: {}\n", name, Talk(plan, name).conversation(name));
  return text.empty() ? "" : "conversations:\n" + text;
}

}  // namespace thirdring::test
