// What agent and caller say to each other beside the matter itself.
#pragma once
#include "sim/scenario/spec/script_spec.hpp"

namespace thirdring {

/// The stages of a conversation, in their order; a hold may come in between.
enum class Stage : std::uint8_t { opening, body, hold, closing };
template <>
inline constexpr auto words_of<Stage> = std::to_array<Word<Stage>>(
    {{"opening", Stage::opening}, {"body", Stage::body}, {"hold", Stage::hold}, {"closing", Stage::closing}});

struct SituationSpec {
  static constexpr std::string_view
      word = "situation",
      title = "a map such as {stage: opening, chance: 1 %, steps: [say: 3 s, wait: 5 s, end: silent]}";
  Field<Stage> stage;
  Field<Share> chance;
  Field<WhenText> when;
  Field<Share> at = Share{1};
  Field<Script> steps;
};
template <class V>
void describe(V& v, SituationSpec& s) {
  v.required("stage", s.stage,
             "opening: before the talk, where the call began; body: within the talk; hold: after each hold; "
             "closing: after the talk");
  v.optional("chance", s.chance,
             "how often it happens; of a conversation's situations with a chance at most one happens in each "
             "stage; absent: always");
  v.optional("when", s.when,
             "only then: comparisons of rings, waited, attempt, hour, held, call_type, earlier_outcome or "
             "proficiency, joined by and");
  v.optional("at", s.at, "body: after this share of the talk");
  v.required("steps", s.steps, "what happens, in order");
}

struct ConversationSpec {
  static constexpr std::string_view word = "conversation",
                                    title =
                                        "a map from names to situations, or {use: a file with such a map}";
  Field<FileName> use;  ///< already followed when a scenario is read
  Named<SituationSpec> situations;
};
template <class V>
void describe(V& v, ConversationSpec& s) {
  v.optional("use", s.use,
             "a file with situations (relative to this one), to which those here add; of a situation that is "
             "in the file too, what differs");
  v.rest(s.situations, "a situation");
}

}  // namespace thirdring
