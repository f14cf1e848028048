// The conversations of a scenario, and which call types have them.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "sim/scenario/compile/dialogue.hpp"
#include "sim/scenario/visit.hpp"

namespace thirdring {
namespace {

constexpr std::size_t most_names = 1000;

void add_once(std::vector<std::string>& names, const Field<Name>& name) {
  if (name.given() && std::find(names.begin(), names.end(), name->value) == names.end())
    names.push_back(name->value);
}

// Counters and ends, by the names that steps give them.
void name_counters_and_ends(Compile& c) {
  for (const auto& conversation : c.spec.conversations->entries)
    for (const auto& situation : conversation.value->situations.entries)
      for_each_step(*situation.value->steps, [&](const ScriptStep& step) {
        add_once(c.model.counters, step.count);
        add_once(c.model.ends, step.end);
        for (const auto* name : {&step.count, &step.end})
          if (name->given() && (*name)->value.find_first_of(".[]") != std::string::npos)
            c.problem(name->at, "a name without dots and brackets", in_quotes((*name)->value));
      });
  const auto limit = [&](const std::vector<std::string>& names, std::size_t most, const char* what) {
    if (names.size() > most)
      c.problem(c.spec.conversations.at, fmt::format("at most {} names of {}", most, what),
                fmt::format("{}", names.size()));
  };
  limit(c.model.counters, most_names, "counters");
  limit(c.model.ends, most_ends, "ends");
}

void check_situation(Compile& c, const Scene& scene, const Where& at) {
  const SituationSpec& s = *scene.spec;
  if (s.at.given() && scene.stage() != Stage::body && s.stage.given())
    c.problem(s.at.at, "'at' in a situation of the stage body", "one of the stage " + write_scalar(*s.stage));
  if (s.steps.given() && s.steps->empty()) c.problem(s.steps.at, "at least one step", "none");
  if (scene.stage() == Stage::hold)
    for_each_step(*s.steps, [&](const ScriptStep& step) {
      if (step.hold.given())
        c.problem(step.hold.at, "no hold within the stage hold, which follows each hold", "one");
    });
  if (scene.name.find_first_of(".[]") != std::string::npos)
    c.problem(at, "a name without dots and brackets", in_quotes(scene.name));
  const bool knows_hold = scene.stage() == Stage::hold || scene.stage() == Stage::closing;
  if (scene.when[Program::Condition::Of::held] != When::anything[3] && !knows_hold)
    c.problem(s.when.at, "'held' in a situation of the stage hold or closing",
              "one of the stage " + write_scalar(*s.stage));
}

std::vector<Dialogue> read_dialogues(Compile& c) {
  std::vector<Dialogue> dialogues;
  for (const auto& [name_at, name, conversation] : c.spec.conversations->entries) {
    Dialogue dialogue{name, key_of(name), {}};
    if (name.find_first_of(".[]") != std::string::npos || name == "none")
      c.problem(name_at, "a name without dots and brackets, other than none", in_quotes(name));
    if (conversation->situations.entries.size() > most_names)
      c.problem(conversation.at, fmt::format("at most {} situations", most_names),
                fmt::format("{}", conversation->situations.entries.size()));
    for (const auto& situation : conversation->situations.entries) {
      // What is wrong in it is reported.
      if (!situation.value.given()) continue;
      dialogue.scenes.push_back({&*situation.value, situation.name_at, situation.name,
                                 read_when(c, situation.value->when), key_of(name + '.' + situation.name)});
      check_situation(c, dialogue.scenes.back(), situation.name_at);
    }
    dialogues.push_back(std::move(dialogue));
  }
  return dialogues;
}

// The conversations that a call type names.
std::vector<const Dialogue*> dialogues_of(Compile& c, TypeId t, const std::vector<Dialogue>& all) {
  const auto& names = c.types().entries[t].value->conversation;
  std::vector<const Dialogue*> result;
  const auto add = [&](const Field<Name>& name) {
    if (!name.given()) return;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Dialogue& d) { return d.name == name->value; });
    if (found == all.end())
      c.problem(name.at, "the name of a conversation", in_quotes(name->value),
                hint(name->value, c.spec.conversations->names()));
    else if (std::find(result.begin(), result.end(), &*found) != result.end())
      c.problem(name.at, "each conversation once", in_quotes(name->value) + " again");
    else
      result.push_back(&*found);
  };
  add(names->one);
  for (const Field<Name>& name : *names->several) add(name);
  return result;
}

// At most one of them happens, so their chances are parts of one whole, in calls of each type.
void check_chances(Compile& c, const Dialogue& dialogue, Stage stage, TypeId t) {
  std::vector<Weighed> together;
  for (const Scene& scene : dialogue.scenes) {
    if (scene.stage() != stage || scene.always() || !scene.when.of_type(t)) continue;
    together.push_back({&scene.when, scene.chance()});
    const double sum = most_together(together);
    if (sum <= 1 + 1e-9) continue;
    c.problem(scene.spec->chance.at,
              fmt::format("chances of at most 100 % together in the stage {} of '{}'", write_scalar(stage),
                          dialogue.name),
              fmt::format("{:.6g} % with those before", sum * 100));
    return;
  }
}

/// What is known of a situation when all call types that may meet it have been looked at.
struct Verdict {
  bool asked = false;     ///< some type has its conversation, and it has a chance
  bool possible = false;  ///< in some type
  std::string why_not;    ///< in the first type
};
using Verdicts = std::map<const SituationSpec*, Verdict>;

// The situations that calls of the type can meet, with their numbers in the model.
std::vector<Dialogue> possible(Compile& c, TypeId t, const std::vector<const Dialogue*>& dialogues,
                               Verdicts& verdicts) {
  std::vector<Dialogue> all;
  for (const Dialogue* dialogue : dialogues) all.push_back(*dialogue);
  std::vector<Dialogue> result = all;
  for (Dialogue& dialogue : result)
    std::erase_if(dialogue.scenes, [&](const Scene& scene) {
      if (!scene.always() && scene.chance() <= 0) return true;
      Verdict& verdict = verdicts[scene.spec];
      verdict.asked = true;
      const std::string why = why_never(c, t, scene.when, all);
      if (!why.empty() && verdict.why_not.empty()) verdict.why_not = why;
      return !why.empty();
    });
  for (Dialogue& dialogue : result)
    for (Scene& scene : dialogue.scenes) {
      scene.id = static_cast<SituationId>(c.model.situations.size());
      c.model.situations.push_back({dialogue.name, scene.name, t, scene.key});
    }
  return result;
}

// Which of them a call can come to.
void look_at(const Program& program, const std::vector<Dialogue>& dialogues, const std::string& type,
             Verdicts& verdicts) {
  const Reach reach = reach_of(program);
  std::set<std::uint32_t> met;
  for (std::size_t i = 0; i < program.steps.size(); ++i)
    if (reach.steps[i] && program.steps[i].op == Program::Op::happens) met.insert(program.steps[i].to);
  for (const Dialogue& dialogue : dialogues)
    for (const Scene& scene : dialogue.scenes) {
      Verdict& verdict = verdicts[scene.spec];
      if (met.contains(scene.id))
        verdict.possible = true;
      else if (verdict.why_not.empty())
        verdict.why_not = scene.stage() == Stage::hold
                              ? fmt::format("no call of '{}' is put on hold", type)
                              : fmt::format("every call of '{}' has ended or is passed on before", type);
    }
}

void report(Compile& c, const std::vector<Dialogue>& dialogues, const Verdicts& verdicts) {
  for (const Dialogue& dialogue : dialogues)
    for (const Scene& scene : dialogue.scenes) {
      const auto found = verdicts.find(scene.spec);
      if (found == verdicts.end() || !found->second.asked || found->second.possible) continue;
      const Field<WhenText>& when = scene.spec->when;
      c.problem(when.given() ? when.at : scene.at, "a situation that can happen",
                fmt::format("one that never does: {}", found->second.why_not));
    }
}

}  // namespace

void compile_conversations(Compile& c) {
  name_counters_and_ends(c);
  const std::vector<Dialogue> dialogues = read_dialogues(c);
  constexpr std::size_t most_of_all = 20 * most_steps;
  std::size_t length = 0;
  std::set<const Dialogue*> used;
  Verdicts verdicts;
  for (TypeId t = 0; t < c.types().entries.size(); ++t) {
    const auto named = dialogues_of(c, t, dialogues);
    used.insert(named.begin(), named.end());
    if (named.empty()) continue;
    for (const Dialogue* dialogue : named)
      for (const Stage stage : {Stage::opening, Stage::body, Stage::hold, Stage::closing})
        check_chances(c, *dialogue, stage, t);
    const std::vector<Dialogue> met = possible(c, t, named, verdicts);
    Program program = make_program(c, t, met);
    length += program.steps.size() + program.chances.size();
    if (program.steps.size() + program.chances.size() > most_steps || length > most_of_all)
      return c.problem(
          c.types().entries[t].value->conversation.at,
          fmt::format("conversations of at most {} steps, in all ways in which they may go", most_steps),
          "more");
    look_at(program, met, c.model.call_types[t].name, verdicts);
    c.model.call_types[t].conversation = std::move(program);
  }
  // What else is wrong may be the reason.
  if (!c.report.clean()) return;
  report(c, dialogues, verdicts);
  // Who says that a type has none may do so to see what the conversations cost.
  const auto& types = c.types().entries;
  if (std::any_of(types.begin(), types.end(),
                  [](const auto& type) { return type.value->conversation->nothing.given(); }))
    return;
  for (std::size_t i = 0; i < dialogues.size(); ++i)
    if (!used.contains(&dialogues[i]))
      c.problem(c.spec.conversations->entries[i].name_at, "a call type with this conversation", "none");
}

}  // namespace thirdring
