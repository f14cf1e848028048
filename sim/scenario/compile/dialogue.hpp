// Conversations as they are compiled: situations with their conditions read, and their programs.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "sim/scenario/compile/code.hpp"
#include "sim/scenario/compile/when.hpp"

namespace thirdring {

struct Scene {
  const SituationSpec* spec;
  Where at;  ///< of its name
  std::string name;
  When when;
  std::uint32_t key;
  SituationId id = 0;  ///< as the call type meets it

  Stage stage() const { return *spec->stage; }
  bool always() const { return !spec->chance.given(); }
  double chance() const { return spec->chance->value; }
  /// Where in the talk, in the body.
  double position() const { return spec->at->value; }
};

struct Dialogue {
  std::string name;
  std::uint32_t key;
  std::vector<Scene> scenes;
};

/// All steps of a script, those within others included.
void for_each_step(const Script& script, const std::function<void(const ScriptStep&)>& visit);
/// Why a situation's condition can never hold in calls of a type; empty if it can.
std::string why_never(const Compile& c, TypeId t, const When& when, const std::vector<Dialogue>& dialogues);
/// A 32-bit key for draws, from a name.
std::uint32_t key_of(const std::string& name);

/// The program of a call type with these conversations, from which what cannot happen has been left out.
Program make_program(Compile& c, TypeId t, const std::vector<Dialogue>& dialogues);

/// Where a call can come in a program.
struct Reach {
  std::vector<bool> steps;
  bool finishes = false;          ///< or ends by a name
  std::vector<TypeId> transfers;  ///< types that it may be passed to by a step
};
Reach reach_of(const Program& program);

}  // namespace thirdring
