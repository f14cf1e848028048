// Where a call can come in a program.
#include "sim/scenario/compile/dialogue.hpp"

namespace thirdring {
namespace {

using Op = Program::Op;

class Explorer {
 public:
  explicit Explorer(const Program& program) : program_(program) { reach_.steps.resize(program.steps.size()); }

  Reach explore() {
    come(0);
    come(program_.later_legs);
    while (!to_see_.empty()) {
      const std::uint32_t at = to_see_.back();
      to_see_.pop_back();
      see(at, program_.steps[at]);
    }
    return reach_;
  }

 private:
  void come(std::uint32_t at) {
    if (reach_.steps[at]) return;
    reach_.steps[at] = true;
    to_see_.push_back(at);
  }

  void see(std::uint32_t at, const Program::Step& step) {
    switch (step.op) {
      case Op::jump:
        return come(step.to);
      case Op::unless:
        if (step.x < 1) come(step.to);
        if (step.x > 0) come(at + 1);
        return;
      case Op::test:
        come(program_.gates[step.to].otherwise);
        return come(at + 1);
      case Op::choose:
        return choose(program_.choices[step.to]);
      case Op::if_promised:
      case Op::if_passed_on:
      case Op::type_hold:
        come(step.to);
        return come(at + 1);
      case Op::transfer:
        reach_.transfers.push_back(program_.transfers[step.to].to);
        return;
      case Op::escalate:
      case Op::end:
      case Op::finish:
        reach_.finishes = true;
        return;
      default:
        return come(at + 1);
    }
  }

  void choose(const Program::Choice& choice) {
    bool certain = choice.total > 1 - 1e-9;
    for (std::uint32_t i = choice.first; i < choice.end; ++i) {
      const Program::Chance& chance = program_.chances[i];
      certain = certain && chance.when.first == chance.when.end;
      come(chance.to);
    }
    if (!certain) come(choice.otherwise);
  }

  const Program& program_;
  Reach reach_;
  std::vector<std::uint32_t> to_see_;
};

}  // namespace

Reach reach_of(const Program& program) { return Explorer(program).explore(); }

}  // namespace thirdring
