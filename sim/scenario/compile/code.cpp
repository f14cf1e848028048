#include "sim/scenario/compile/code.hpp"

namespace thirdring {

void Code::bind(Label label) {
  target_ = program.steps.size();
  places_[label] = static_cast<std::uint32_t>(target_);
}

void Code::add(Op op, std::uint32_t to, double x) {
  auto& steps = program.steps;
  if (op == Op::speak && steps.size() > target_ && steps.back().op == Op::speak)
    steps.back().x += x;
  else
    steps.push_back({op, to, x});
}

void Code::speak(const Distribution& length) {
  if (length.is_constant())
    add(Op::speak, 0, length.value());
  else
    add(Op::speak_law, law(length));
}

std::uint32_t Code::law(const Distribution& law) {
  program.laws.push_back(law);
  return static_cast<std::uint32_t>(program.laws.size() - 1);
}

Program::Conditions Code::conditions(const std::vector<Program::Condition>& all) {
  auto& conditions = program.conditions;
  const auto first = static_cast<std::uint32_t>(conditions.size());
  conditions.insert(conditions.end(), all.begin(), all.end());
  return {first, static_cast<std::uint32_t>(conditions.size())};
}

void Code::test(Program::Conditions when, Label otherwise) {
  program.gates.push_back({when, otherwise});
  add(Op::test, static_cast<std::uint32_t>(program.gates.size() - 1));
}

Program Code::finish(Label later_legs) {
  for (Program::Step& step : program.steps)
    if (step.op == Op::jump || step.op == Op::unless || step.op == Op::if_promised ||
        step.op == Op::if_passed_on || step.op == Op::type_hold)
      step.to = places_[step.to];
  for (Program::Gate& gate : program.gates) gate.otherwise = places_[gate.otherwise];
  for (Program::Choice& choice : program.choices) choice.otherwise = places_[choice.otherwise];
  for (Program::Chance& chance : program.chances) chance.to = places_[chance.to];
  program.later_legs = places_[later_legs];
  return std::move(program);
}

}  // namespace thirdring
