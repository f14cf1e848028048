// Writes a program: steps, with labels for places that are not written yet.
#pragma once
#include "sim/model/conversation.hpp"

namespace thirdring {

/// More steps and chances in one program are a mistake (situations without a chance are written once for each
/// of those with one, and all that follow a hold once for each hold).
inline constexpr std::size_t most_steps = 100'000;

class Code {
 public:
  using Op = Program::Op;
  using Label = std::uint32_t;

  Label new_label() {
    places_.push_back(0);
    return static_cast<Label>(places_.size() - 1);
  }
  Label here() {
    const Label label = new_label();
    bind(label);
    return label;
  }
  /// The label stands for the next step.
  void bind(Label label);

  void add(Op op, std::uint32_t to = 0, double x = 0);
  /// A step that goes to a label.
  void go(Op op, Label to, double x = 0) { add(op, to, x); }
  /// Time that passes, as its law says.
  void speak(const Distribution& law);
  std::uint32_t law(const Distribution& law);
  Program::Conditions conditions(const std::vector<Program::Condition>& all);
  void test(Program::Conditions when, Label otherwise);

  bool too_long() const { return program.steps.size() + program.chances.size() > most_steps; }
  /// Labels become steps; nothing more can be written.
  Program finish(Label later_legs);

  Program program;  ///< where it goes, as labels

 private:
  std::vector<std::uint32_t> places_;
  std::size_t target_ = 0;  // a label stands for this step or a later one: it must stay a step of its own
};

}  // namespace thirdring
