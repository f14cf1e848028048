// Writes the steps of situations.
#pragma once
#include <functional>

#include "sim/scenario/compile/code.hpp"
#include "sim/scenario/compile/compile.hpp"

namespace thirdring {

class ScriptWriter {
 public:
  /// `after_hold` writes what is said when a hold is over.
  ScriptWriter(Compile& c, TypeId t, Code& code, std::function<void()> after_hold)
      : c_(c), type_(t), code_(code), after_hold_(std::move(after_hold)) {}

  /// Writes them; tells whether a callback may be promised in them.  `talk_left`: not all is said yet.
  bool write(const Script& script, bool talk_left);

 private:
  void steps(const Script& script);
  void step(const ScriptStep& s, const Where& at);
  void ask(const AskSpec& s, const Where& at);
  void hold(const HoldStepSpec& s);
  void repeat(const RepeatSpec& s);
  void topic(const Field<Name>& name);
  void talk_factor(const Field<Number>& factor);
  void transfer(const TransferStepSpec& s);
  void escalate(const Field<Name>* leads, const Where& at);
  void callback(const PromiseSpec* s, const Where& at);
  void redial(const RedialStepSpec& s, const Where& at);
  bool has_escalation(const Where& at);

  Compile& c_;
  const TypeId type_;
  Code& code_;
  std::function<void()> after_hold_;
  bool talk_left_ = true, promises_ = false;
};

}  // namespace thirdring
