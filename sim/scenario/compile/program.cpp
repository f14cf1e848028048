// From the conversations of a call type to its program.
#include <fmt/format.h>

#include <deque>
#include <memory>
#include <set>

#include "sim/scenario/compile/dialogue.hpp"
#include "sim/scenario/compile/script.hpp"
#include "sim/scenario/fingerprint.hpp"
#include "sim/scenario/visit.hpp"

namespace thirdring {
namespace {

using Op = Program::Op;

class ProgramMaker {
 public:
  ProgramMaker(Compile& c, TypeId t, const std::vector<Dialogue>& dialogues)
      : c_(c),
        type_(t),
        dialogues_(dialogues),
        scripts_(c, t, code_, [this] { stage(Stage::hold, 0); }),
        closing_(code_.new_label()),
        finish_(code_.new_label()) {}

  Program make() {
    stage(Stage::opening, 0);
    const Code::Label later_legs = code_.here();
    talk();
    in_closing_ = true;
    code_.bind(closing_);
    const std::size_t before = code_.program.steps.size();
    if (type().escalation || !type().transfers.empty()) code_.go(Op::if_passed_on, finish_);
    const std::size_t first = code_.program.steps.size();
    stage(Stage::closing, 0);
    // Nothing is said there: no need to know who has gone.
    if (code_.program.steps.size() == first) code_.program.steps.resize(before);
    code_.bind(finish_);
    code_.add(Op::finish);
    for (; !out_of_line_.empty() && !code_.too_long(); out_of_line_.pop_front()) out_of_line_.front()();
    return code_.finish(later_legs);
  }

 private:
  using Scenes = std::vector<const Scene*>;

  // The talk, with what stands within it and at its end.
  void talk() {
    std::set<double> positions{1};
    for (const Dialogue& dialogue : dialogues_)
      for (const Scene& scene : dialogue.scenes)
        if (scene.stage() == Stage::body) positions.insert(scene.position());
    if (type().hold) positions.insert(type().hold->after);
    double spoken = 0;
    for (const double position : positions) {
      if (position > spoken) code_.add(Op::talk, 0, position);
      spoken = position;
      stage(Stage::body, position);
      if (type().hold && type().hold->after == position) type_hold();
    }
  }

  void type_hold() {
    const Code::Label after = code_.new_label();
    code_.go(Op::type_hold, after);
    stage(Stage::hold, 0);
    code_.bind(after);
    if (type().hold->callback_if_refused) code_.go(Op::if_promised, closing_);
  }

  // Not to be kept: writing may add types.
  const CallType& type() const { return c_.model.call_types[type_]; }

  static bool is_at(const Scene& scene, Stage stage, double position) {
    return scene.stage() == stage && (stage != Stage::body || scene.position() == position);
  }

  void stage(Stage stage, double position) {
    for (const Dialogue& dialogue : dialogues_) {
      if (code_.too_long()) return;
      Scenes here, with_chance;
      bool any_chance_here = false;
      for (const Scene& scene : dialogue.scenes) {
        if (is_at(scene, stage, position)) here.push_back(&scene);
        if (scene.stage() == stage && !scene.always()) with_chance.push_back(&scene);
        any_chance_here = any_chance_here || (is_at(scene, stage, position) && !scene.always());
      }
      if (any_chance_here)
        choose(dialogue, std::make_shared<const Scenes>(here), with_chance, stage, position);
      else
        write(here, nullptr);
    }
  }

  // The usual way, on which only those happen that always do, stands in line; a way for each of the others
  // stands behind everything.
  void choose(const Dialogue& dialogue, const std::shared_ptr<const Scenes>& here, const Scenes& with_chance,
              Stage stage, double position) {
    const Code::Label usual = code_.new_label(), after = code_.new_label();
    Program& program = code_.program;
    Program::Choice choice{
        key_of(dialogue.name + '/' + write_scalar(stage)), stage == Stage::hold, 0, 0, 0, usual};
    choice.first = static_cast<std::uint32_t>(program.chances.size());
    for (const Scene* scene : with_chance) {
      const bool is_here = is_at(*scene, stage, position);
      const Code::Label way = is_here ? code_.new_label() : usual;
      program.chances.push_back({scene->chance(), code_.conditions(scene->when.conditions()), way});
      choice.total += scene->chance();
      if (is_here)
        out_of_line_.push_back([this, here, scene, way, after, in_closing = in_closing_] {
          in_closing_ = in_closing;
          code_.bind(way);
          write(*here, scene);
          code_.go(Op::jump, after);
        });
    }
    choice.end = static_cast<std::uint32_t>(program.chances.size());
    program.choices.push_back(choice);
    code_.add(Op::choose, static_cast<std::uint32_t>(program.choices.size() - 1));
    code_.bind(usual);
    write(*here, nullptr);
    code_.bind(after);
  }

  // Those that always happen, and `chosen` in its place.
  void write(const Scenes& here, const Scene* chosen) {
    for (const Scene* scene : here) {
      if (!scene->always() && scene != chosen) continue;
      const Code::Label after = code_.new_label();
      if (const auto conditions = scene->when.conditions(); scene->always() && !conditions.empty())
        code_.test(code_.conditions(conditions), after);
      code_.add(Op::happens, scene->id);
      const bool talk_left = scene->stage() == Stage::opening || scene->stage() == Stage::hold ||
                             (scene->stage() == Stage::body && scene->position() < 1);
      const bool promises = scripts_.write(*scene->spec->steps, talk_left);
      // What is left of the talk is not spoken.
      if (promises && !in_closing_) code_.go(Op::if_promised, closing_);
      code_.bind(after);
    }
  }

  Compile& c_;
  const TypeId type_;
  const std::vector<Dialogue>& dialogues_;
  Code code_;
  ScriptWriter scripts_;
  Code::Label closing_, finish_;
  bool in_closing_ = false;
  std::deque<std::function<void()>> out_of_line_;
};

}  // namespace

std::uint32_t key_of(const std::string& name) {
  const std::uint64_t all = fingerprint(name, empty_fingerprint);
  return static_cast<std::uint32_t>(all ^ all >> 32U);
}

Program make_program(Compile& c, TypeId t, const std::vector<Dialogue>& dialogues) {
  return ProgramMaker(c, t, dialogues).make();
}

}  // namespace thirdring
